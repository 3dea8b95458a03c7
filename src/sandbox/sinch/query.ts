import { badField } from './refusal.ts'
import { isOneOf } from './vocabulary.ts'

const PATTERN = 'numberPattern.pattern'

/** The query of one request, decoded. */
export interface Query {
  /** The first value, or undefined when the name is missing or its value is empty. */
  first(name: string): string | undefined
  /** All values: repeated names and comma-joined lists alike. */
  all(name: string): readonly string[]
  /** A text that is equal for equal queries, whatever their order; `except` names are left out. */
  fingerprint(except: string): string
  /** True when the pattern began with a `+` that was not percent-encoded, as the official SDK sends it. */
  readonly rawPlusInPattern: boolean
}

/**
 * Reads a raw query string. A raw `+` means a space, except at the start of `numberPattern.pattern`.
 * @throws Refusal (400) when percent-encoding is malformed.
 */
export function readQuery(raw: string): Query {
  const pairs = raw.split('&').filter((part) => part !== '')
  let rawPlusInPattern = false
  const entries = pairs.map((pair): readonly [string, string] => {
    const cut = pair.indexOf('=')
    const name = decode(cut < 0 ? pair : pair.slice(0, cut))
    const value = cut < 0 ? '' : pair.slice(cut + 1)
    if (name !== PATTERN || !value.startsWith('+')) return [name, decode(value)]
    rawPlusInPattern = true
    return [name, `+${decode(value.slice(1))}`]
  })
  const values = (wanted: string) => entries.filter(([name, value]) => name === wanted && value !== '')
  return {
    rawPlusInPattern,
    first: (name) => values(name)[0]?.[1],
    all: (name) => values(name).flatMap(([, value]) => value.split(',').filter((item) => item !== '')),
    fingerprint: (except) => JSON.stringify(entries.filter(([name]) => name !== except).sort(byText)),
  }
}

/** An optional word of a closed list. @throws Refusal (400, naming the parameter) for any other word. */
export function wordParameter<T extends string>(query: Query, name: string, words: readonly T[]): T | undefined {
  const value = query.first(name)
  if (value === undefined || isOneOf(words, value)) return value
  throw badField(name, `Must be one of ${words.join(', ')}`)
}

/** A list of words of a closed list. @throws Refusal (400, naming the parameter) for any other word. */
export function wordsParameter<T extends string>(query: Query, name: string, words: readonly T[]): readonly T[] {
  return query.all(name).map((value) => {
    if (isOneOf(words, value)) return value
    throw badField(name, `Must be one of ${words.join(', ')}`)
  })
}

/** A whole number of zero or more. @throws Refusal (400, naming the parameter) for anything else. */
export function countParameter(query: Query, name: string): number | undefined {
  const value = query.first(name)
  if (value === undefined) return undefined
  const count = Number(value)
  if (!/^\d+$/.test(value) || count > 2 ** 31 - 1) throw badField(name, 'Must be a whole number of zero or more')
  return count
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw badField('query', 'Malformed percent-encoding')
  }
}

function byText(left: readonly [string, string], right: readonly [string, string]): number {
  const [a, b] = [left.join('='), right.join('=')]
  return a < b ? -1 : a > b ? 1 : 0
}

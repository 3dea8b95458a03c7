import type { CountryCode } from '../country.ts'
import { type E164, parseE164 } from '../phoneNumber.ts'
import { type DigitGroup, type DigitRun, digitRuns, mostDigits } from './digitRuns.ts'
import { standsAlone } from './standsAlone.ts'

/**
 * How a number is written: with its plus ("+1 312 555 0142"), with a dialled prefix or bare ("0013125550142", "13125550142"), or as people
 * of its country write it ("(312) 555-0142").
 */
export type WrittenForm = 'international' | 'bare' | 'national'

/** A number at a place of a text. `end` is behind the last digit. */
export interface FoundNumber {
  readonly start: number
  readonly end: number
  readonly number: E164
  readonly form: WrittenForm
}

/** The numbers to look for. Nothing else is ever found, so that a customer's number or an order id is left alone. */
export interface NumberLookup {
  readonly has: (number: E164) => boolean
  /** Countries whose national forms count, with their calling codes. Empty: national forms are not looked for. */
  readonly countries: readonly { readonly country: CountryCode; readonly callingCode: string }[]
  /** Reads a national form by the country's numbering plan; asked only about digits that fit a number to look for. */
  readonly parse: (text: string, country: CountryCode) => E164 | undefined
}

/** Every place where one of the numbers is written, in the order of the text. The text may have many lines. */
export function findNumbers(text: string, lookup: NumberLookup): FoundNumber[] {
  return digitRuns(text).flatMap((run) => {
    const found = run.plus ? international(text, run, lookup) : withoutPlus(text, run, lookup)
    return found === undefined || !standsAlone(text, found, run) ? [] : [found]
  })
}

/** The longest beginning that is one of the numbers: what follows after a space may be another figure. */
function international(text: string, run: DigitRun, lookup: NumberLookup): FoundNumber | undefined {
  for (let count = run.groups.length; count > 0; count -= 1) {
    const next = run.groups[count]
    if (next !== undefined && !/\s/.test(next.gap)) continue
    const groups = run.groups.slice(0, count)
    const number =
      known(lookup, digitsOf(text, groups)) ?? known(lookup, digitsOf(text, withoutTrunkZero(text, groups)))
    const end = groups.at(-1)?.end
    if (number !== undefined && end !== undefined) return { start: run.start, end, number, form: 'international' }
  }
  return undefined
}

const fewestBareDigits = 10
const fewestNationalDigits = 9

/** Without a plus only the whole run counts: a part of a longer row of digits is something else. */
function withoutPlus(text: string, run: DigitRun, lookup: NumberLookup): FoundNumber | undefined {
  const digits = digitsOf(text, run.groups)
  const end = run.groups.at(-1)?.end
  if (end === undefined || digits.length > mostDigits + dialledPrefixes.length + 1) return undefined
  const bare = digits.length < fewestBareDigits ? undefined : bareNumber(digits, lookup)
  if (bare !== undefined) return { start: run.start, end, number: bare, form: 'bare' }
  if (run.groups.length === 1 && digits.length < fewestNationalDigits) return undefined
  const number = nationalNumber(digits, lookup)
  return number === undefined ? undefined : { start: run.start, end, number, form: 'national' }
}

const dialledPrefixes = ['00', '011']

function bareNumber(digits: string, lookup: NumberLookup): E164 | undefined {
  const dialled = dialledPrefixes.find((prefix) => digits.startsWith(prefix))
  return known(lookup, digits) ?? (dialled === undefined ? undefined : known(lookup, digits.slice(dialled.length)))
}

const longestTrunkPrefix = 2

/** By the digits alone first; the numbering plan is asked only when they fit. Undefined when two countries would fit. */
function nationalNumber(digits: string, lookup: NumberLookup): E164 | undefined {
  const numbers = new Set<E164>()
  for (const { country, callingCode } of lookup.countries) {
    for (let trunk = 0; trunk <= longestTrunkPrefix; trunk += 1) {
      const number = known(lookup, callingCode + digits.slice(trunk))
      if (number !== undefined && lookup.parse(digits, country) === number) numbers.add(number)
    }
  }
  return numbers.size === 1 ? [...numbers][0] : undefined
}

function known(lookup: NumberLookup, digits: string): E164 | undefined {
  if (digits.length > mostDigits) return undefined
  const number = parseE164(`+${digits}`)
  return number !== undefined && lookup.has(number) ? number : undefined
}

function digitsOf(text: string, groups: readonly DigitGroup[]): string {
  let digits = ''
  for (const { start, end } of groups) {
    digits += text.slice(start, end)
    if (digits.length > 2 * mostDigits) break
  }
  return digits
}

/** "+44 (0)20 7946 0018": the bracketed zero is dialled inside the country only. */
function withoutTrunkZero(text: string, groups: readonly DigitGroup[]): readonly DigitGroup[] {
  return groups.filter(({ start, end }) => text.slice(start - 1, end + 1) !== '(0)')
}

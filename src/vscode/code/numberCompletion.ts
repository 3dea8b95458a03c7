import {
  type CompletionItem,
  CompletionItemKind,
  CompletionList,
  type Position,
  Range,
  type TextDocument,
} from 'vscode'
import { beginsWord, completionWords, mayFit } from '../../core/code/completionWords.ts'
import { numberKey } from '../../core/code/numberKey.ts'
import { countryName } from '../../core/country.ts'
import { oneLine } from '../../core/oneLine.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { findProvider } from '../../providers/registry.ts'
import { formatDay } from '../dates.ts'
import { numberDescription } from '../tree/numberText.ts'
import type { CodeKnowledge, KnownNumbers, OwnedHere } from './codeKnowledge.ts'
import { readCodeSettings } from './codeSettings.ts'

const most = 200

/** Owned numbers behind a key that names one, such as `SMS_FROM=`. Those that are being given up are not offered. */
export async function numberCompletion(
  knowledge: CodeKnowledge,
  document: TextDocument,
  position: Position,
): Promise<CompletionList | undefined> {
  const key = numberKey(document.lineAt(position.line).text.slice(0, position.character))
  const opening = key === undefined ? undefined : quotesFor(document, key.quote)
  if (key === undefined || opening === undefined || !readCodeSettings(document.uri).completion) return undefined
  const known = await knowledge.known()
  const start = position.translate(0, -key.written.trimStart().length)
  const range = new Range(start, position)
  const { first, more } = fitting(known, key.written, opening)
  const items = first.map(({ here, words }, index) => item(here, known, { range, opening, index, words }))
  return new CompletionList(items, more)
}

interface Fitting {
  readonly here: OwnedHere
  /** What narrows the list to this number. */
  readonly words: string
}

/** The first numbers that what is typed narrows the list to. What only a formatted number tells is asked of those alone that may fit. */
function fitting(known: KnownNumbers, typed: string, quote: string): { first: readonly Fitting[]; more: boolean } {
  const first: Fitting[] = []
  for (const here of known.owned.values()) {
    const { owned, account } = here
    const named = [owned.name ?? '', providerName(account), account.label].join(' ')
    if (known.evidence.has(owned.number) || !mayFit(typed, owned.number, named)) continue
    const words = wordsOf(here, known, quote)
    if (!beginsWord(words, typed)) continue
    if (first.length === most) return { first, more: true }
    first.push({ here, words })
  }
  return { first, more: false }
}

interface Place {
  readonly range: Range
  /** A quote to put around the number, or nothing. */
  readonly opening: string
  readonly index: number
  /** What narrows the list to this number. */
  readonly words: string
}

function wordsOf({ owned, account }: OwnedHere, { numbering }: KnownNumbers, quote: string): string {
  return completionWords({
    ...{ inserted: inQuotes(owned.number, quote), national: numbering.formatNational(owned.number), name: owned.name },
    ...{ provider: providerName(account), account: account.label },
  })
}

function providerName({ provider }: OwnedHere['account']): string {
  return findProvider(provider)?.label ?? provider
}

function item({ owned, account }: OwnedHere, { numbering, place }: KnownNumbers, where: Place): CompletionItem {
  const about = [
    `${providerName(account)} · ${oneLine(account.label)}`,
    ...(owned.country === undefined ? [] : [countryName(owned.country)]),
    numberDescription(owned, formatDay),
  ]
  return {
    label: {
      label: numbering.format(owned.number),
      ...(owned.name === undefined ? {} : { detail: `  ${oneLine(owned.name)}` }),
      description: place(account),
    },
    kind: CompletionItemKind.Value,
    detail: about.join('\n'),
    insertText: inQuotes(owned.number, where.opening),
    filterText: where.words,
    sortText: String(where.index).padStart(4, '0'),
    range: where.range,
  }
}

function inQuotes(number: E164, quote: string): string {
  return `${quote}${number}${quote}`
}

const bareLanguages = new Set(['dotenv', 'properties', 'ini', 'shellscript', 'plaintext', 'dockerfile'])
const quotedLanguages = new Set(['yaml', 'dockercompose', 'json', 'jsonc', 'toml', 'terraform'])

/**
 * What to put around a number: nothing inside quotes and in environment files, quotes where a bare one would be read as a figure and lose
 * its plus (YAML too). Undefined: a value cannot begin here, as in most code outside quotes.
 */
function quotesFor({ languageId, uri }: TextDocument, quote: string): string | undefined {
  if (quote !== '' || bareLanguages.has(languageId) || /\/\.env[^/]*$/.test(uri.path)) return ''
  return quotedLanguages.has(languageId) ? '"' : undefined
}

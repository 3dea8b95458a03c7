import {
  type CompletionItem,
  CompletionItemKind,
  CompletionList,
  type Position,
  Range,
  type TextDocument,
} from 'vscode'
import { completionWords } from '../../core/code/completionWords.ts'
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
  const numbers = [...known.owned.values()].filter(({ owned }) => !known.evidence.has(owned.number))
  const items = numbers
    .slice(0, most)
    .map((here, index) => item(here, known, { range: new Range(start, position), opening, index }))
  return new CompletionList(items, numbers.length > most)
}

interface Place {
  readonly range: Range
  /** A quote to put around the number, or nothing. */
  readonly opening: string
  readonly index: number
}

function item({ owned, account }: OwnedHere, { numbering, place }: KnownNumbers, where: Place): CompletionItem {
  const provider = findProvider(account.provider)?.label ?? account.provider
  const inserted = inQuotes(owned.number, where.opening)
  const about = [
    `${provider} · ${oneLine(account.label)}`,
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
    insertText: inserted,
    filterText: completionWords({
      ...{ inserted, national: numbering.formatNational(owned.number), name: owned.name },
      ...{ provider, account: account.label },
    }),
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

import { type HistoryWords, inReadingOrder, outcomeWords, verbWords } from './historyWords.ts'
import type { Deed } from './journal.ts'
import { oneLine } from './oneLine.ts'
import { describeMoney, describePrice } from './price.ts'
import type { Sighting } from './sighting.ts'
import { sightingsText } from './sightingText.ts'
import { t } from './words.ts'

/** What was done, as plain text for an editor: open ends first, then what others did, then the newest first, in columns. */
export function historyText(deeds: readonly Deed[], words: HistoryWords, sightings: readonly Sighting[] = []): string {
  const count = deeds.length + sightings.length
  if (count === 0) return `${t('Nothing was rented, released or changed from here yet.')}\n`
  const { open, settled } = inReadingOrder(deeds)
  const widths = columnWidths(deeds, words)
  const entries = (some: readonly Deed[]) => some.map((deed) => entry(deed, words, widths)).join('\n\n')
  const [others, before] = [sightings.length, open.length + sightings.length]
  const sections = [
    count === 1
      ? t('Phone number history, 1 entry, newest first')
      : t('Phone number history, {0} entries, newest first', count),
    ...(open.length === 0 ? [] : [heading(t('Outcome unknown ({0})', open.length)), entries(open)]),
    ...(others === 0 ? [] : [heading(t('Changed outside this editor ({0})', others)), sightingsText(sightings, words)]),
    ...(before === 0 || settled.length === 0 ? [] : [heading(t('Settled'))]),
    ...(settled.length === 0 ? [] : [entries(settled)]),
  ]
  return `${sections.join('\n\n')}\n`
}

function heading(text: string): string {
  return `${text}\n${'-'.repeat(text.length)}`
}

/** Moment, verb, number, provider, account. */
function columns({ intent }: Deed, words: HistoryWords): readonly string[] {
  const account = oneLine(intent.account)
  return [
    oneLine(words.moment(intent.at)),
    verbWords[intent.verb],
    words.format(intent.number),
    words.providerOf(intent.provider),
    intent.sandbox ? t('{0} (sandbox)', account) : account,
  ]
}

function columnWidths(deeds: readonly Deed[], words: HistoryWords): readonly number[] {
  const rows = deeds.map((deed) => columns(deed, words))
  return [0, 1, 2, 3].map((column) => rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0))
}

/** With the space behind it at least 14 characters. */
const labelWidth = 13

function entry(deed: Deed, words: HistoryWords, widths: readonly number[]): string {
  const first = columns(deed, words).map((text, column) => text.padEnd(widths[column] ?? 0))
  const lines = details(deed, words).map(([label, text]) => `    ${label.padEnd(labelWidth)} ${oneLine(text)}`)
  return [first.join('  ').trimEnd(), ...lines].join('\n')
}

function details(deed: Deed, words: HistoryWords): readonly (readonly [label: string, text: string])[] {
  const { intent, ending } = deed
  const { price, setup, changes = [] } = intent
  const known: (readonly [string, string | undefined])[] = [
    [t('Outcome'), outcomeWords(deed, words.moment)],
    [t('Price'), price && describePrice(price)],
    [t('Set-up'), setup && describePrice(setup)],
    [t('Charged'), ending?.charged && describeMoney(ending.charged)],
    [t('Fee'), ending?.fee && describeMoney(ending.fee)],
    ...changes.map((change) => [t('Change'), change] as const),
    [t('Note'), ending?.note],
    [t('Request ID'), ending?.requestId],
  ]
  return known.flatMap(([label, text]) => (text === undefined || text === '' ? [] : [[label, text] as const]))
}

import { csvRow } from './csvRow.ts'
import { type HistoryWords, inReadingOrder, outcomeWords, verbWords } from './historyWords.ts'
import type { Deed } from './journal.ts'
import type { Money, Price } from './price.ts'

/** The history as comma-separated values for a spreadsheet: instants in UTC, amounts and currencies in columns of their own. */
export function historyCsv(deeds: readonly Deed[], words: Pick<HistoryWords, 'providerOf'>): string {
  const { open, settled } = inReadingOrder(deeds)
  const rows = [csvColumns.map(([name]) => name), ...[...open, ...settled].map((deed) => cells(deed, words))]
  return rows.map(csvRow).join('')
}

/** The history as JSON, exactly as it was written down. */
export function historyJson(deeds: readonly Deed[]): string {
  const { open, settled } = inReadingOrder(deeds)
  const plain = [...open, ...settled].map(({ intent, ending }) => ({
    ...intent,
    outcome: ending?.outcome ?? 'unknown',
    ...(ending === undefined ? {} : { ended: { ...ending, id: undefined, outcome: undefined } }),
  }))
  return `${JSON.stringify(plain, undefined, 2)}\n`
}

type Column = readonly [name: string, read: (deed: Deed, words: Pick<HistoryWords, 'providerOf'>) => string | undefined]

const csvColumns: readonly Column[] = [
  ['Time', ({ intent }) => intent.at],
  ['Action', ({ intent }) => verbWords[intent.verb]],
  ['Number', ({ intent }) => intent.number],
  ['Country', ({ intent }) => intent.country],
  ['Provider', ({ intent }, words) => words.providerOf(intent.provider)],
  ['Account', ({ intent }) => intent.account],
  ['Sandbox', ({ intent }) => (intent.sandbox ? 'yes' : 'no')],
  ['Outcome', (deed) => outcomeWords(deed, (iso) => iso)],
  ['Price', ({ intent }) => moneyOf(intent.price)?.amount],
  ['Price currency', ({ intent }) => moneyOf(intent.price)?.currency],
  ['Price months', ({ intent }) => (intent.price?.kind === 'recurring' ? String(intent.price.months) : undefined)],
  ['Set-up', ({ intent }) => moneyOf(intent.setup)?.amount],
  ['Set-up currency', ({ intent }) => moneyOf(intent.setup)?.currency],
  ['Charged', ({ ending }) => ending?.charged?.amount],
  ['Charged currency', ({ ending }) => ending?.charged?.currency],
  ['Fee', ({ ending }) => ending?.fee?.amount],
  ['Fee currency', ({ ending }) => ending?.fee?.currency],
  ['Changes', ({ intent }) => intent.changes?.join('; ')],
  ['Note', ({ ending }) => ending?.note],
  ['Request ID', ({ ending }) => ending?.requestId],
  ['Ended', ({ ending }) => ending?.at],
]

function cells(deed: Deed, words: Pick<HistoryWords, 'providerOf'>): readonly string[] {
  return csvColumns.map(([, read]) => read(deed, words) ?? '')
}

function moneyOf(price: Price | undefined): Money | undefined {
  return price === undefined || price.kind === 'unknown' ? undefined : price.money
}

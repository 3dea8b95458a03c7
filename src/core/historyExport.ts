import { csvRow } from './csvRow.ts'
import { type HistoryWords, inReadingOrder, outcomeWords, verbWords } from './historyWords.ts'
import type { Deed } from './journal.ts'
import type { Money, Price } from './price.ts'
import type { Sighting } from './sighting.ts'
import { t } from './words.ts'

/** The history as comma-separated values for a spreadsheet: instants in UTC, amounts and currencies in columns of their own. */
export function historyCsv(
  deeds: readonly Deed[],
  words: Pick<HistoryWords, 'providerOf'>,
  sightings: readonly Sighting[] = [],
): string {
  const { open, settled } = inReadingOrder(deeds)
  const rows = [
    csvColumns.map(([name]) => name),
    ...[...open, ...settled].map((deed) => cells(deed, words)),
    ...sightings.toReversed().flatMap((sighting) => sightingRows(sighting, words)),
  ]
  return rows.map(csvRow).join('')
}

/** The history as JSON, exactly as it was written down. */
export function historyJson(deeds: readonly Deed[], sightings: readonly Sighting[] = []): string {
  const { open, settled } = inReadingOrder(deeds)
  const plain = [...open, ...settled].map(({ intent, ending }) => ({
    ...intent,
    outcome: ending?.outcome ?? 'unknown',
    ...(ending === undefined ? {} : { ended: { ...ending, id: undefined, outcome: undefined } }),
  }))
  const seen = sightings.toReversed().map((sighting) => ({ verb: 'seenOutside', ...sighting }))
  return `${JSON.stringify([...plain, ...seen], undefined, 2)}\n`
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

/** One row per number, in the columns that mean something for it. */
function sightingRows(sighting: Sighting, { providerOf }: Pick<HistoryWords, 'providerOf'>): string[][] {
  const { at, since, provider, account, sandbox, appeared, vanished } = sighting
  const row = (action: string, number: string) => {
    const known: Readonly<Record<string, string>> = {
      ...{ Time: at, Action: action, Number: number, Provider: providerOf(provider), Account: account },
      ...{ Sandbox: sandbox ? 'yes' : 'no', Note: t('not done from here; compared with the list of {0}', since) },
    }
    return csvColumns.map(([name]) => known[name] ?? '')
  }
  return [...appeared.map((one) => row(t('Seen new'), one)), ...vanished.map((one) => row(t('Seen gone'), one))]
}

function moneyOf(price: Price | undefined): Money | undefined {
  return price === undefined || price.kind === 'unknown' ? undefined : price.money
}

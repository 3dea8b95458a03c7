import type { Inventory } from './inventory.ts'
import type { Deed, Ending } from './journal.ts'
import type { ProviderDriver, RentOrder, RentVerdict } from './providerDriver.ts'
import { ProviderError } from './providerError.ts'
import type { Records } from './records.ts'
import { t } from './words.ts'

export interface SettleTools {
  readonly driver: ProviderDriver
  readonly inventory: Inventory
  readonly records: Records
  /** Resolves after so many milliseconds; rejects when aborted. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
  readonly now: () => Date
}

/** Milliseconds before each look: about 18 seconds in all, and the looks themselves. */
const gapsMs = [500, 2_000, 5_000, 10_000]

/** Milliseconds after which one look is given up, so that nobody waits for minutes at a provider that says nothing. */
export const longestLookMs = 20_000

/**
 * Asks, and never tells, whether the account owns the number. "Rented" is believed at once. "Not rented" is believed only from the last
 * look, because a slow provider may still be working on the request whose answer was lost.
 */
export async function settleRent(tools: SettleTools, order: RentOrder): Promise<RentVerdict> {
  // Whoever cancelled, cancelled the lost request; asking what became of it is bounded by the gaps.
  const signal = new AbortController().signal
  let verdict: RentVerdict = 'unknown'
  for (const gap of gapsMs) {
    await tools.pause(gap, signal)
    verdict = await settleOnce(tools.driver, order)
    if (verdict === 'rented') return verdict
  }
  return verdict
}

/** One look. A provider that cannot be asked leaves it unknown. */
export async function settleOnce(driver: ProviderDriver, order: RentOrder): Promise<RentVerdict> {
  return await driver.settleRent(order, AbortSignal.timeout(longestLookMs)).catch(unknownWhenUnreachable)
}

/** Settles a rent that an earlier window left open. Writes what it finds into the records and shows the number when it is ours. */
export async function settleDeed(tools: Omit<SettleTools, 'pause'>, deed: Deed): Promise<RentVerdict> {
  const { intent } = deed
  const order: RentOrder = {
    number: intent.number,
    options: {},
    ...(intent.country === undefined ? {} : { country: intent.country }),
  }
  const verdict = await settleOnce(tools.driver, order)
  if (verdict === 'unknown') return verdict
  await tools.records.conclude(endingOf(deed, verdict, tools.now()))
  if (verdict === 'rented') await showRented(tools, intent.accountId, order)
  return verdict
}

function endingOf(deed: Deed, verdict: Exclude<RentVerdict, 'unknown'>, now: Date): Ending {
  const outcome = verdict === 'rented' ? 'done' : 'refused'
  return { id: deed.intent.id, at: now.toISOString(), outcome, note: settledNotes[verdict] }
}

/** What the provider says of a number that was not rented. */
export const notOwnedNote = t('The provider says that the account does not own the number.')

/** What the records say of a rent whose answer was lost. */
export const settledNotes: Readonly<Record<Exclude<RentVerdict, 'unknown'>, string>> = {
  rented: t('The answer was lost. The provider says that the account owns the number.'),
  notRented: `${t('The answer was lost.')} ${notOwnedNote}`,
}

/**
 * The number is ours; reading its row is a courtesy and may fail without changing that. Then the account's list is read: it brings the row
 * or says that it is not complete.
 */
export async function showRented(tools: Pick<SettleTools, 'inventory'>, accountId: string, order: RentOrder) {
  const owned = await readRow(tools, accountId, order)
  if (owned === undefined) void tools.inventory.refresh(accountId)
  return owned
}

async function readRow({ inventory }: Pick<SettleTools, 'inventory'>, accountId: string, order: RentOrder) {
  try {
    return await inventory.refreshNumber(accountId, order.number, AbortSignal.timeout(longestLookMs))
  } catch (error) {
    if (error instanceof ProviderError) return undefined
    throw error
  }
}

function unknownWhenUnreachable(error: unknown): 'unknown' {
  if (error instanceof ProviderError) return 'unknown'
  throw error
}

import type { Account } from './account.ts'
import type { Inventory } from './inventory.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import type { E164 } from './phoneNumber.ts'
import type { ProviderDriver, RentOrder } from './providerDriver.ts'
import { ProviderError } from './providerError.ts'
import { longestLookMs, settleOnce, showRented } from './settleRent.ts'
import { t } from './words.ts'

/**
 * The row of a number that the account's list has already, so that renting it makes no sense. The number is asked for anew, because it may
 * have been given up elsewhere; when it cannot be asked, the list counts.
 */
export async function ownedAlready(
  inventory: Inventory,
  accountId: string,
  number: E164,
): Promise<OwnedNumber | undefined> {
  const listed = inventory.find(accountId, number)
  if (listed === undefined || listed.state.kind === 'released') return undefined
  try {
    const now = await inventory.refreshNumber(accountId, number, AbortSignal.timeout(longestLookMs))
    return now?.state.kind === 'released' ? undefined : now
  } catch (error) {
    if (error instanceof ProviderError) return listed
    throw error
  }
}

/** Whether the account owns what it cannot rent: then another window, or another program, was faster. Its row is shown. */
export async function foundOwned(
  { driver, inventory }: { readonly driver: ProviderDriver; readonly inventory: Inventory },
  { id }: Account,
  order: RentOrder,
): Promise<boolean> {
  if ((await settleOnce(driver, order)) !== 'rented') return false
  await showRented({ inventory }, id, order)
  return true
}

/** "+1 312 555 0142 is already yours at Acme with “Production”, so nothing more was rented." */
export function alreadyOwnedText(formatted: string, provider: string, account: Account): string {
  return t('{0} is already yours at {1} with “{2}”, so nothing more was rented.', formatted, provider, account.label)
}

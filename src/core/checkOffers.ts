import type { Account } from './account.ts'
import { inParallel } from './inParallel.ts'
import type { Inventory } from './inventory.ts'
import type { Offer, Quote } from './offer.ts'
import { foundOwned, ownedAlready } from './ownedAlready.ts'
import type { ProviderDriver } from './providerDriver.ts'
import { ProviderError } from './providerError.ts'
import { rentOrder } from './rentOrder.ts'
import { checkSpending, type SpendingLimits } from './spendingGuard.ts'

/** One of several offers a person chose, with the way to ask for it. */
export interface ChosenOffer {
  readonly account: Account
  readonly driver: ProviderDriver
  readonly chosen: Offer
}

/** An offer that was asked again: it can be rented, or why not. */
export type CheckedOffer =
  | { readonly kind: 'ready'; readonly item: ChosenOffer; readonly quote: Exclude<Quote, { kind: 'gone' }> }
  | { readonly kind: 'leftOut'; readonly item: ChosenOffer; readonly why: LeftOut }

export type LeftOut =
  | { readonly kind: 'gone' }
  /** Its account owns it, perhaps rented in another window. */
  | { readonly kind: 'alreadyOwned' }
  | { readonly kind: 'aboveLimit'; readonly reason: string }
  /** Its price could not be asked. */
  | { readonly kind: 'failed'; readonly error: ProviderError }

export interface CheckOptions {
  readonly inventory: Inventory
  readonly limits: SpendingLimits
  /** Called after each answer with how many there are by now. */
  readonly onAnswer: (answered: number) => void
}

const atOnce = 4

/**
 * Asks every offer's price again, a few at a time, and holds each against the person's limits. The order stays. Rejects with `cancelled`
 * when `signal` aborts; any other failure leaves out only the number it is about.
 */
export async function checkOffers(
  items: readonly ChosenOffer[],
  options: CheckOptions,
  signal: AbortSignal,
): Promise<readonly CheckedOffer[]> {
  let answered = 0
  return await inParallel(items, atOnce, async (item) => {
    const checked = await check(item, options, signal)
    answered += 1
    options.onAnswer(answered)
    return checked
  })
}

async function check(
  item: ChosenOffer,
  { inventory, limits }: CheckOptions,
  signal: AbortSignal,
): Promise<CheckedOffer> {
  const { account, driver, chosen } = item
  try {
    const owned = await ownedAlready(inventory, account.id, chosen.number)
    if (owned !== undefined) return { kind: 'leftOut', item, why: { kind: 'alreadyOwned' } }
    const quote = await driver.quote(chosen, signal)
    if (quote.kind === 'gone') {
      const isOurs = await foundOwned({ driver, inventory }, account, rentOrder(chosen))
      return { kind: 'leftOut', item, why: isOurs ? { kind: 'alreadyOwned' } : quote }
    }
    const { price } = quote.kind === 'offered' ? quote.offer : chosen
    const verdict = checkSpending(price, limits)
    if (verdict.kind === 'fine') return { kind: 'ready', item, quote }
    return { kind: 'leftOut', item, why: { kind: 'aboveLimit', reason: verdict.reason } }
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind === 'cancelled') throw error
    return { kind: 'leftOut', item, why: { kind: 'failed', error } }
  }
}

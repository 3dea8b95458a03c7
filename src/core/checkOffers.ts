import type { Account } from './account.ts'
import { inParallel } from './inParallel.ts'
import type { Offer, Quote } from './offer.ts'
import type { ProviderDriver } from './providerDriver.ts'
import { ProviderError } from './providerError.ts'
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
  | { readonly kind: 'aboveLimit'; readonly reason: string }
  /** Its price could not be asked. */
  | { readonly kind: 'failed'; readonly error: ProviderError }

export interface CheckOptions {
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
    const checked = await check(item, options.limits, signal)
    answered += 1
    options.onAnswer(answered)
    return checked
  })
}

async function check(item: ChosenOffer, limits: SpendingLimits, signal: AbortSignal): Promise<CheckedOffer> {
  try {
    const quote = await item.driver.quote(item.chosen, signal)
    if (quote.kind === 'gone') return { kind: 'leftOut', item, why: quote }
    const { price } = quote.kind === 'offered' ? quote.offer : item.chosen
    const verdict = checkSpending(price, limits)
    if (verdict.kind === 'fine') return { kind: 'ready', item, quote }
    return { kind: 'leftOut', item, why: { kind: 'aboveLimit', reason: verdict.reason } }
  } catch (error) {
    if (!(error instanceof ProviderError) || error.kind === 'cancelled') throw error
    return { kind: 'leftOut', item, why: { kind: 'failed', error } }
  }
}

import type { Account } from './account.ts'
import { countryName } from './country.ts'
import { capabilityLabels, numberTypeLabel } from './numberKind.ts'
import type { Offer, Quote } from './offer.ts'
import { describePrice, samePrice } from './price.ts'
import type { ProviderDefinition } from './providerDefinition.ts'

/** A question about money in words: what the modal says. */
export interface Question {
  readonly title: string
  readonly detail: string
  readonly action: string
}

export interface RentQuestionFacts {
  readonly definition: ProviderDefinition
  readonly account: Account
  /** What the person chose. */
  readonly chosen: Offer
  /** The answer of asking again. */
  readonly quote: Exclude<Quote, { kind: 'gone' }>
  /** The number as people write it. */
  readonly formatted: string
  /** Chosen options by label, in words. */
  readonly options: readonly (readonly [label: string, value: string])[]
}

/** Everything a person must know before money is spent: who is paid, from which account, for what, how much, how often. */
export function rentQuestion(facts: RentQuestionFacts): Question {
  const { definition, account, chosen, quote, formatted } = facts
  const offer = quote.kind === 'offered' ? quote.offer : chosen
  const lines = [
    `Provider: ${definition.label}`,
    `Account: ${account.label}${account.sandbox ? ' (sandbox, no real money)' : ''}`,
    `Number: ${formatted}${traits(offer)}`,
    `Price: ${describePrice(offer.price)}`,
    `Set-up: ${describePrice(offer.setup)}`,
    ...facts.options.map(([label, value]) => `${label}: ${value}`),
  ]
  const notes = [...priceNotes(chosen, quote), ...offer.requirements, ...definition.rentNotes]
  return {
    title: `Rent ${formatted} from ${definition.label}?`,
    detail: [lines.join('\n'), ...notes].join('\n\n'),
    action: 'Rent',
  }
}

function traits(offer: Offer): string {
  const words = [
    offer.country === undefined ? undefined : countryName(offer.country),
    offer.type === undefined ? undefined : numberTypeLabel(offer.type),
    ...capabilityLabels(offer.capabilities),
  ].filter((word) => word !== undefined)
  return words.length === 0 ? '' : ` (${words.join(', ')})`
}

/** What the person must know of the price since the search: that it changed, or that nobody confirmed it. */
export function priceNotes(chosen: Offer, quote: RentQuestionFacts['quote']): string[] {
  if (quote.kind === 'unconfirmed') return [`The price could not be confirmed just now: ${quote.reason}`]
  const { offer } = quote
  const changed = !samePrice(chosen.price, offer.price) || !samePrice(chosen.setup, offer.setup)
  if (!changed || (chosen.price.kind === 'unknown' && chosen.setup.kind === 'unknown')) return []
  return [
    `The price changed since the search: it was ${describePrice(chosen.price)}, set-up ${describePrice(chosen.setup)}.`,
  ]
}

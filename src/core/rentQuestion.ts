import type { Account } from './account.ts'
import { countryName } from './country.ts'
import { otherHost } from './endpoints.ts'
import { capabilityLabels, numberTypeLabel } from './numberKind.ts'
import type { Offer, Quote } from './offer.ts'
import { describePrice, samePrice } from './price.ts'
import type { ProviderDefinition } from './providerDefinition.ts'
import { type ChosenOptions, choiceLines, rentNotesOf } from './rentChoices.ts'
import { t } from './words.ts'

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
  readonly options: ChosenOptions
}

/** Everything a person must know before money is spent: who is paid, from which account, for what, how much, how often. */
export function rentQuestion(facts: RentQuestionFacts): Question {
  const { definition, account, chosen, quote, formatted } = facts
  const offer = quote.kind === 'offered' ? quote.offer : chosen
  const lines = [
    t('Provider: {0}', providerWords(definition.label, account)),
    t('Account: {0}', inSandbox(account.label, account, 'money')),
    t('Number: {0}', `${formatted}${traits(offer)}`),
    t('Price: {0}', describePrice(offer.price)),
    t('Set-up: {0}', describePrice(offer.setup)),
    ...choiceLines(definition, facts.options).map(([label, value]) => `${label}: ${value}`),
  ]
  const notes = [...priceNotes(chosen, quote), ...offer.requirements, ...rentNotesOf(definition, facts.options)]
  return {
    title: t('Rent {0} from {1}?', formatted, definition.label),
    detail: [lines.join('\n'), ...notes].join('\n\n'),
    action: t('Rent'),
  }
}

/** The provider, and "… at proxy.example.com" when a setting points the account at another server. */
export function providerWords(label: string, account: Account): string {
  const host = otherHost(account)
  return host === undefined ? label : t('{0} at {1}', label, host)
}

/** "Acme · Production:", the line above an account's numbers. `kind` says what is not real in a sandbox. */
export function accountHeading(label: string, account: Account, kind: 'money' | 'number'): string {
  return `${inSandbox(providerWords(`${label} · ${account.label}`, account), account, kind)}:`
}

/** The text, and for an account of the sandbox what is not real there. */
export function inSandbox(text: string, { sandbox }: Account, kind: 'money' | 'number'): string {
  if (!sandbox) return text
  return kind === 'money' ? t('{0} (sandbox, no real money)', text) : t('{0} (sandbox, no real number)', text)
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
  if (quote.kind === 'unconfirmed') return [t('The price could not be confirmed just now: {0}', quote.reason)]
  const { offer } = quote
  const changed = !samePrice(chosen.price, offer.price) || !samePrice(chosen.setup, offer.setup)
  if (!changed || (chosen.price.kind === 'unknown' && chosen.setup.kind === 'unknown')) return []
  return [
    t(
      'The price changed since the search: it was {0}, set-up {1}.',
      describePrice(chosen.price),
      describePrice(chosen.setup),
    ),
  ]
}

import type { Account } from './account.ts'
import type { CheckedOffer, LeftOut } from './checkOffers.ts'
import type { Offer } from './offer.ts'
import type { E164 } from './phoneNumber.ts'
import { describeMoney, describePrice, shortPrice } from './price.ts'
import { describeTotals, totalPrices } from './priceTotals.ts'
import type { ProviderDefinition } from './providerDefinition.ts'
import { type ChosenOptions, choiceLines, rentNotesOf } from './rentChoices.ts'
import { accountHeading, priceNotes, type Question } from './rentQuestion.ts'
import { sharedSentences } from './sharedSentences.ts'
import { shortFailure } from './shortFailure.ts'
import { t } from './words.ts'

export interface RentSeveralFacts {
  readonly ready: readonly Extract<CheckedOffer, { kind: 'ready' }>[]
  readonly leftOut: readonly NotRented[]
  /** What was chosen for all numbers of one account. */
  readonly options: readonly { readonly account: Account; readonly described: ChosenOptions }[]
  readonly definitionOf: (account: Account) => ProviderDefinition
  /** The number as people write it. */
  readonly format: (number: E164) => string
}

/** A chosen number that is not among those to be rented, and why: a few words. */
export interface NotRented {
  readonly number: E164
  readonly reason: string
}

/** Everything a person must know before money is spent on several numbers: each one, what all cost together, what is left out. */
export function rentSeveralQuestion(facts: RentSeveralFacts): Question {
  const { ready, leftOut, options, definitionOf, format } = facts
  const offers = ready.map(offerOf)
  const parts = [
    ...accountParts(facts),
    [
      t('Price together: {0}', describeTotals(totalPrices(offers.map((offer) => offer.price)))),
      t('Set-up together: {0}', describeTotals(totalPrices(offers.map((offer) => offer.setup)))),
    ].join('\n'),
    leftOut.length === 0 ? '' : [t('Not rented:'), ...leftOut.map((one) => notRentedLine(one, format))].join('\n'),
    options
      .filter(({ account }) => ready.some(({ item }) => item.account.id === account.id))
      .flatMap((one) => optionLines(one, definitionOf))
      .join('\n'),
    ...sharedSentences(ready.map((one) => ({ name: format(one.item.chosen.number), sentences: notesOf(one) }))),
    ...new Set(ready.flatMap(({ item: { account } }) => rentNotesOf(definitionOf(account), chosenBy(account, facts)))),
  ]
  const numbers = countNumbers(ready.length)
  const provider = soleProvider(facts)
  return {
    title: provider === undefined ? t('Rent {0}?', numbers) : t('Rent {0} from {1}?', numbers, provider),
    detail: parts.filter((part) => part !== '').join('\n\n'),
    action: t('Rent {0}', numbers),
  }
}

/** "1 number", "3 numbers". */
export function countNumbers(count: number): string {
  return count === 1 ? t('1 number') : t('{0} numbers', count)
}

/** "+1 312 555 0142: no longer offered". */
export function notRentedLine({ number, reason }: NotRented, format: RentSeveralFacts['format']): string {
  return `${format(number)}: ${reason}`
}

/** Why an offer that was asked again cannot be rented, in a few words. */
export function leftOutReason(why: LeftOut, provider: string): string {
  switch (why.kind) {
    case 'gone':
      return t('no longer offered')
    case 'alreadyOwned':
      return t('already yours')
    case 'aboveLimit':
      return t('above your limit. {0}', why.reason)
    case 'failed':
      return t('its price could not be asked, {0}', shortFailure(why.error, provider))
    default:
      return why satisfies never
  }
}

function offerOf({ item, quote }: RentSeveralFacts['ready'][number]): Offer {
  return quote.kind === 'offered' ? quote.offer : item.chosen
}

/** One account after the other: its provider and name, then a short line per number. A dialog is narrow. */
function accountParts({ ready, definitionOf, format }: RentSeveralFacts): string[] {
  const ids = [...new Set(ready.map(({ item }) => item.account.id))]
  return ids.map((id) => {
    const own = ready.filter(({ item }) => item.account.id === id)
    const headings = own
      .slice(0, 1)
      .map(({ item: { account } }) => accountHeading(definitionOf(account).label, account, 'money'))
    return [...headings, ...own.map((one) => line(one, format))].join('\n')
  })
}

function line(ready: RentSeveralFacts['ready'][number], format: RentSeveralFacts['format']): string {
  const { item, quote } = ready
  const { number, price, setup } = offerOf(ready)
  const once = setup.kind === 'once' ? describeMoney(setup.money) : describePrice(setup)
  const parts = [format(number), shortPrice(price), t('set-up {0}', once)]
  return [parts.join(' · '), ...(quote.kind === 'offered' ? priceNotes(item.chosen, quote) : [])].join('\n')
}

/** What many numbers may have in common. A changed price is one number's own and stands at its line. */
function notesOf(ready: RentSeveralFacts['ready'][number]): string[] {
  const { item, quote } = ready
  return [...(quote.kind === 'unconfirmed' ? priceNotes(item.chosen, quote) : []), ...offerOf(ready).requirements]
}

function optionLines(
  { account, described }: RentSeveralFacts['options'][number],
  definitionOf: RentSeveralFacts['definitionOf'],
): string[] {
  const definition = definitionOf(account)
  return choiceLines(definition, described).map(
    ([label, value]) => `${label} (${definition.label} · ${account.label}): ${value}`,
  )
}

function chosenBy(account: Account, { options }: RentSeveralFacts): ChosenOptions {
  return options.find((one) => one.account.id === account.id)?.described ?? []
}

function soleProvider({ ready, definitionOf }: RentSeveralFacts): string | undefined {
  const labels = new Set(ready.map(({ item }) => definitionOf(item.account).label))
  return labels.size === 1 ? [...labels].join() : undefined
}

import { compareDecimals, timesWhole } from './decimal.ts'
import { knownNumberTypes, numberTypeLabel } from './numberKind.ts'
import type { Offer } from './offer.ts'
import type { Price } from './price.ts'
import { t } from './words.ts'

/** The ways to look at offers of several accounts. */
export const offerOrders = ['monthly', 'setup', 'provider', 'type'] as const
export type OfferOrder = (typeof offerOrders)[number]

/** An offer with what its order depends on besides itself. */
export interface PlacedOffer {
  readonly offer: Offer
  /** Provider and account, as people read them. */
  readonly source: string
  /** The person's own limit keeps it from being rented. */
  readonly aboveLimit: boolean
}

export interface OfferGroup {
  readonly heading: string
  readonly offers: readonly PlacedOffer[]
}

type Compare = (a: PlacedOffer, b: PlacedOffer) => number

const notHere = t('Cannot be rented from here')
const noPrice = t('Price unknown')
const noSetup = t('Set-up price unknown')
const noType = t('Type not told')

/**
 * The offers in groups, every offer in one. Prices of different currencies are never compared: each currency is a group. What can be rented
 * comes first; unknown prices come last. Currencies are in the order of their codes, so that a list that grows does not jump.
 */
export function arrangeOffers(placed: readonly PlacedOffer[], order: OfferOrder): readonly OfferGroup[] {
  const sorted = order === 'provider' ? [...placed].sort(byRank) : [...placed].sort(compareFor(order))
  const groups = new Map<string, PlacedOffer[]>()
  for (const one of sorted) {
    const heading = headingFor(one, order)
    const group = groups.get(heading)
    if (group === undefined) groups.set(heading, [one])
    else group.push(one)
  }
  const places = placesFor(order, placed)
  return [...groups]
    .map(([heading, offers]) => ({ heading, offers }))
    .sort((a, b) => places(a.heading) - places(b.heading) || compareText(a.heading, b.heading))
}

function headingFor({ offer, source }: PlacedOffer, order: OfferOrder): string {
  if (order === 'provider') return source
  if (offer.rentable.kind === 'notHere') return notHere
  switch (order) {
    case 'monthly':
      return offer.price.kind === 'recurring' ? t('{0}, cheapest per month first', offer.price.money.currency) : noPrice
    case 'setup':
      return offer.setup.kind === 'once' ? t('{0}, cheapest set-up first', offer.setup.money.currency) : noSetup
    case 'type':
      return offer.type === undefined ? noType : capitalised(numberTypeLabel(offer.type))
    default:
      return order satisfies never
  }
}

/** Where a group stands. Accounts stay in the order they were asked, so that a list that grows does not jump. */
function placesFor(order: OfferOrder, placed: readonly PlacedOffer[]): (heading: string) => number {
  const last = [noPrice, noSetup, noType, notHere]
  if (order === 'provider') {
    const sources = [...new Set(placed.map(({ source }) => source))]
    return (heading) => sources.indexOf(heading)
  }
  const types = knownNumberTypes.map((type) => capitalised(numberTypeLabel(type)))
  return (heading) => {
    const at = last.indexOf(heading)
    if (at >= 0) return types.length + 1 + at
    if (order !== 'type') return 0
    const type = types.indexOf(heading)
    return type < 0 ? types.length : type
  }
}

function compareFor(order: 'monthly' | 'setup' | 'type'): Compare {
  const byMonthly: Compare = (a, b) => comparePrices(a.offer.price, b.offer.price)
  const bySetup: Compare = (a, b) => comparePrices(a.offer.setup, b.offer.setup)
  const [first, second] = order === 'setup' ? [bySetup, byMonthly] : [byMonthly, bySetup]
  return (a, b) =>
    byRank(a, b) ||
    first(a, b) ||
    second(a, b) ||
    compareText(a.source, b.source) ||
    compareText(a.offer.number, b.offer.number)
}

/** What can be rented, then what the limit keeps back, then what cannot be rented from here. */
function byRank(a: PlacedOffer, b: PlacedOffer): number {
  return rank(a) - rank(b)
}

function rank({ offer, aboveLimit }: PlacedOffer): number {
  if (offer.rentable.kind === 'notHere') return 2
  return aboveLimit ? 1 : 0
}

/** By currency, then by the amount per month; an unknown price comes last. */
function comparePrices(a: Price, b: Price): number {
  if (a.kind === 'unknown' || b.kind === 'unknown') return Number(a.kind === 'unknown') - Number(b.kind === 'unknown')
  const byCurrency = compareText(a.money.currency, b.money.currency)
  if (byCurrency !== 0) return byCurrency
  return compareDecimals(timesWhole(a.money.amount, monthsOf(b)), timesWhole(b.money.amount, monthsOf(a)))
}

function monthsOf(price: Exclude<Price, { kind: 'unknown' }>): number {
  return price.kind === 'recurring' ? price.months : 1
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function capitalised(text: string): string {
  return text === text.toLowerCase() ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

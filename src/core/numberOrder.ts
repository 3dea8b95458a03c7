import { compareDecimals } from './decimal.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import type { Sorting } from './viewChoice.ts'

/** How rows of one list stand: what is not known comes last, equal ones by their number. Dearest first, soonest first. */
export function numberOrder(sorting: Sorting): (a: OwnedNumber, b: OwnedNumber) => number {
  const compare = orders[sorting]
  return (a, b) => compare(a, b) || compareTexts(a.number, b.number)
}

const orders: Readonly<Record<Sorting, (a: OwnedNumber, b: OwnedNumber) => number>> = {
  number: () => 0,
  name: (a, b) => knownFirst(a.name, b.name, (one, other) => compareTexts(one.toLowerCase(), other.toLowerCase())),
  price: comparePrices,
  renewal: (a, b) => knownFirst(a.renewsAt, b.renewsAt, compareTexts),
}

/** Prices of different currencies or periods are not compared: they stand in groups. */
function comparePrices({ price: a }: OwnedNumber, { price: b }: OwnedNumber): number {
  if (a.kind === 'unknown' || b.kind === 'unknown') return Number(a.kind === 'unknown') - Number(b.kind === 'unknown')
  const unit = (price: typeof a) => `${price.money.currency} ${price.kind === 'once' ? 'once' : price.months}`
  return compareTexts(unit(a), unit(b)) || compareDecimals(b.money.amount, a.money.amount)
}

function knownFirst(a: string | undefined, b: string | undefined, compare: (a: string, b: string) => number): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
  return compare(a, b)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import { addDecimals, timesWhole } from './decimal.ts'
import { describePrice, type Price, shortPrice } from './price.ts'
import { t } from './words.ts'

export type KnownPrice = Exclude<Price, { readonly kind: 'unknown' }>

/** Exact sums of prices, apart by currency and period, because neither is ever converted, and how many are not known. */
export interface PriceTotals {
  readonly known: readonly KnownPrice[]
  readonly unknown: number
}

/** Prices as they come. Few are distinct, so adding one of very many costs next to nothing; sums are made when they are asked for. */
export interface PriceTally {
  add(price: Price): void
  /** How many were added, altogether or in one currency. */
  count(currency?: string): number
  totals(): PriceTotals
}

export function createPriceTally(): PriceTally {
  const distinct = new Map<string, { readonly price: KnownPrice; count: number }>()
  let count = 0
  let unknown = 0
  return {
    add(price) {
      count += 1
      if (price.kind === 'unknown') {
        unknown += 1
        return
      }
      const key = `${periodKey(price)} ${price.money.amount}`
      const same = distinct.get(key)
      if (same === undefined) distinct.set(key, { price, count: 1 })
      else same.count += 1
    },
    count(currency) {
      if (currency === undefined) return count
      const same = [...distinct.values()].filter(({ price }) => price.money.currency === currency)
      return same.reduce((sum, one) => sum + one.count, 0)
    },
    totals: () => ({ known: sums([...distinct.values()]), unknown }),
  }
}

export function totalPrices(prices: readonly Price[]): PriceTotals {
  const tally = createPriceTally()
  for (const price of prices) tally.add(price)
  return tally.totals()
}

/** The totals of totals. */
export function addTotals(parts: readonly PriceTotals[]): PriceTotals {
  return {
    known: sums(parts.flatMap(({ known }) => known.map((price) => ({ price, count: 1 })))),
    unknown: parts.reduce((sum, { unknown }) => sum + unknown, 0),
  }
}

/** "USD 2.50 per month, EUR 1.00 per month, 2 with unknown price". */
export function describeTotals({ known, unknown }: PriceTotals, noun: 'price' | 'fee' = 'price'): string {
  const parts = [...known.map(describePrice), ...(unknown === 0 ? [] : [withUnknown(unknown, noun)])]
  return parts.length === 0 ? t('nothing') : parts.join(', ')
}

function withUnknown(count: number, noun: 'price' | 'fee'): string {
  return noun === 'price' ? t('{0} with unknown price', count) : t('{0} with unknown fee', count)
}

/** "USD 12.50/mo, 2 without a price": what numbers cost together, where there is little room. Empty when there are none. */
export function shortTotals({ known, unknown }: PriceTotals): string {
  if (known.length === 0) return unknown === 0 ? '' : t('price unknown')
  return [...known.map(shortPrice), ...(unknown === 0 ? [] : [t('{0} without a price', unknown)])].join(', ')
}

function sums(parts: readonly { readonly price: KnownPrice; readonly count: number }[]): KnownPrice[] {
  const found = new Map<string, KnownPrice>()
  for (const { price, count } of parts) {
    const key = periodKey(price)
    const amount = addDecimals([found.get(key)?.money.amount ?? '0', timesWhole(price.money.amount, count)])
    found.set(key, { ...price, money: { ...price.money, amount } })
  }
  return [...found.values()].sort(compareMonths)
}

/** What is paid every month comes first, what is paid once last; else in the order in which they came. */
function compareMonths(a: KnownPrice, b: KnownPrice): number {
  const months = (price: KnownPrice) => (price.kind === 'once' ? Number.MAX_SAFE_INTEGER : price.months)
  return months(a) - months(b)
}

function periodKey(price: KnownPrice): string {
  return `${price.money.currency} ${price.kind === 'once' ? 'once' : price.months}`
}

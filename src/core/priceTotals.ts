import { addDecimals } from './decimal.ts'
import { describePrice, type Price } from './price.ts'

type KnownPrice = Exclude<Price, { readonly kind: 'unknown' }>

/** Exact sums of prices, apart by currency and period, because neither is ever converted, and how many are not known. */
export interface PriceTotals {
  readonly known: readonly KnownPrice[]
  readonly unknown: number
}

export function totalPrices(prices: readonly Price[]): PriceTotals {
  const sums = new Map<string, KnownPrice>()
  for (const price of prices) {
    if (price.kind === 'unknown') continue
    const key = `${price.money.currency} ${price.kind === 'once' ? 'once' : price.months}`
    const amount = addDecimals([sums.get(key)?.money.amount ?? '0', price.money.amount])
    sums.set(key, { ...price, money: { ...price.money, amount } })
  }
  return { known: [...sums.values()], unknown: prices.filter((price) => price.kind === 'unknown').length }
}

/** "USD 2.50 per month, EUR 1.00 per month, 2 with unknown price". */
export function describeTotals({ known, unknown }: PriceTotals, noun: 'price' | 'fee' = 'price'): string {
  const parts = [...known.map(describePrice), ...(unknown === 0 ? [] : [`${unknown} with unknown ${noun}`])]
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}

import { compareDecimals, timesWhole } from './decimal.ts'
import { decimalText, describePrice, type Price } from './price.ts'

/** The most a person wants to pay per month for one number, by currency, as they set it. Untrusted values. */
export type SpendingLimits = Readonly<Record<string, unknown>>

export type GuardVerdict = { readonly kind: 'fine' } | { readonly kind: 'refused'; readonly reason: string }

const setting = 'phoneNumbers.spending.maxMonthlyPerRental'

/**
 * Refuses a price above the person's limit for its currency. While any limit is set, a price that is unknown or in a currency without a
 * limit cannot be checked, and is refused too: a guard that lets through what it cannot see is none.
 */
export function checkSpending(price: Price, limits: SpendingLimits): GuardVerdict {
  const set = Object.entries(limits).filter(([, value]) => value !== undefined && value !== null)
  if (set.length === 0) return { kind: 'fine' }
  if (price.kind !== 'recurring') {
    return refused(`The price is not known, so it cannot be compared with your limit in ${setting}.`)
  }
  const { amount, currency } = price.money
  const value = Object.hasOwn(limits, currency) ? limits[currency] : undefined
  const limit = typeof value === 'number' || typeof value === 'string' ? decimalText(value) : undefined
  if (limit === undefined) return refused(`${setting} has no usable limit for ${currency}.`)
  if (compareDecimals(amount, timesWhole(limit, price.months)) <= 0) return { kind: 'fine' }
  return refused(`${describePrice(price)} is more than your limit of ${currency} ${limit} per month in ${setting}.`)
}

function refused(reason: string): GuardVerdict {
  return { kind: 'refused', reason }
}

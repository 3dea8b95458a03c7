import { compareDecimals, timesWhole } from './decimal.ts'
import { decimalText, describePrice, displayAmount, type Price } from './price.ts'
import { t } from './words.ts'

/** The most a person wants to pay per month for one number, by currency, as they set it. Untrusted values. */
export type SpendingLimits = Readonly<Record<string, unknown>>

export type GuardVerdict =
  | { readonly kind: 'fine' }
  | {
      readonly kind: 'refused'
      readonly reason: string
      /** A few words for a row: "above your limit of USD 5.00/mo". */
      readonly short: string
    }

const setting = 'phoneNumbers.spending.maxMonthlyPerRental'
const where = t('It is set in {0}.', setting)

/**
 * Refuses a price above the person's limit for its currency. While any limit is set, a price that is unknown or in a currency without a
 * limit cannot be checked, and is refused too: a guard that lets through what it cannot see is none.
 */
export function checkSpending(price: Price, limits: SpendingLimits): GuardVerdict {
  const set = Object.entries(limits).filter(([, value]) => value !== undefined && value !== null)
  if (set.length === 0) return { kind: 'fine' }
  if (price.kind !== 'recurring') {
    const reason = `${t('The price is not known, so it cannot be compared with your limit.')} ${where}`
    return refused(reason, t('cannot be compared with your limit'))
  }
  const { amount, currency } = price.money
  const value = Object.hasOwn(limits, currency) ? limits[currency] : undefined
  const limit = typeof value === 'number' || typeof value === 'string' ? decimalText(value) : undefined
  if (limit === undefined)
    return refused(t('{0} has no usable limit for {1}.', setting, currency), t('no limit set for {0}', currency))
  if (compareDecimals(amount, timesWhole(limit, price.months)) <= 0) return { kind: 'fine' }
  const tooMuch = t('{0} is more than your limit of {1} per month.', describePrice(price), `${currency} ${limit}`)
  return refused(`${tooMuch} ${where}`, t('above your limit of {0}/mo', `${currency} ${displayAmount(limit)}`))
}

function refused(reason: string, short: string): GuardVerdict {
  return { kind: 'refused', reason, short }
}

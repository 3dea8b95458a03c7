import { t } from './words.ts'

/** An amount of money as decimal text, exactly as the provider wrote it ("0.50000"). Never a binary fraction. */
export interface Money {
  readonly amount: string
  /** ISO 4217. */
  readonly currency: string
}

/** A price that may be unknown. Unknown is not zero: it reads "price unknown". */
export type Price =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'once'; readonly money: Money }
  | { readonly kind: 'recurring'; readonly money: Money; readonly months: number }

export const unknownPrice: Price = { kind: 'unknown' }

const decimalPattern = /^\d{1,15}(\.\d{1,12})?$/

/** Decimal text when it is a plain non-negative amount, else undefined (exponents, signs and words are refused). */
export function decimalText(value: string | number | null | undefined): string | undefined {
  if (value === null || value === undefined) return undefined
  const text = String(value).trim()
  return decimalPattern.test(text) ? text : undefined
}

/** A price that is paid again every `months` months, or unknown when amount, currency or period do not make sense. */
export function recurringPrice(
  amount: string | number | null | undefined,
  currency: string | undefined,
  months = 1,
): Price {
  const text = decimalText(amount)
  if (text === undefined || !isCurrency(currency) || !Number.isInteger(months) || months < 1) return unknownPrice
  return { kind: 'recurring', money: { amount: text, currency }, months }
}

/** A price that is paid once, or unknown. */
export function oncePrice(amount: string | number | null | undefined, currency: string | undefined): Price {
  const text = decimalText(amount)
  if (text === undefined || !isCurrency(currency)) return unknownPrice
  return { kind: 'once', money: { amount: text, currency } }
}

/** True when both say the same: equal amounts may be written differently ("0.5" and "0.50000"). */
export function samePrice(a: Price, b: Price): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return a.kind === b.kind
  if (a.kind !== b.kind || a.money.currency !== b.money.currency) return false
  if (a.kind === 'recurring' && b.kind === 'recurring' && a.months !== b.months) return false
  return displayAmount(a.money.amount) === displayAmount(b.money.amount)
}

/** "0.50000" → "0.50", "1" → "1.00", "42.0001" → "42.0001": zeros go, at least two places stay, nothing is rounded. */
export function displayAmount(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.')
  const significant = fraction.replace(/0+$/, '')
  return `${whole.replace(/^0+(?=\d)/, '')}.${significant.padEnd(2, '0')}`
}

/** "USD 0.50 per month", "USD 3.00 every 3 months", "USD 1.00 once", "price unknown". */
export function describePrice(price: Price): string {
  switch (price.kind) {
    case 'unknown':
      return t('price unknown')
    case 'once':
      return t('{0} once', describeMoney(price.money))
    case 'recurring':
      return price.months === 1
        ? t('{0} per month', describeMoney(price.money))
        : t('{0} every {1} months', describeMoney(price.money), price.months)
    default:
      return price satisfies never
  }
}

/** "USD 0.50/mo" where there is little room, else as `describePrice`. */
export function shortPrice(price: Price): string {
  if (price.kind === 'recurring' && price.months === 1) return t('{0}/mo', describeMoney(price.money))
  return describePrice(price)
}

/** "USD 0.50". */
export function describeMoney(money: Money): string {
  return `${money.currency} ${displayAmount(money.amount)}`
}

function isCurrency(text: string | undefined): text is string {
  return text !== undefined && /^[A-Z]{3}$/.test(text)
}

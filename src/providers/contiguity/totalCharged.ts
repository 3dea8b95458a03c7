import { decimalText, type Money } from '../../core/price.ts'

/** Upfront fee and first month together, in decimal places and without rounding; undefined when one of them is not known. */
export function totalCharged(
  upfront: string | number | null | undefined,
  monthly: string | number | null | undefined,
  currency: string | null | undefined,
): Money | undefined {
  const first = decimalText(upfront)
  const second = decimalText(monthly)
  if (first === undefined || second === undefined || !/^[A-Z]{3}$/.test(currency ?? '')) return undefined
  return { amount: addDecimals(first, second), currency: currency ?? '' }
}

function addDecimals(a: string, b: string): string {
  const places = Math.max(fractionOf(a).length, fractionOf(b).length)
  const sum = (scaled(a, places) + scaled(b, places)).toString().padStart(places + 1, '0')
  return places === 0 ? sum : `${sum.slice(0, -places)}.${sum.slice(-places)}`
}

function scaled(amount: string, places: number): bigint {
  return BigInt(amount.split('.')[0] + fractionOf(amount).padEnd(places, '0'))
}

function fractionOf(amount: string): string {
  return amount.split('.')[1] ?? ''
}

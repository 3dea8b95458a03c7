import type { Money, NumberType } from './vocabulary.ts'

const EURO_REGIONS = ['AT', 'BE', 'DE', 'ES', 'FI', 'FR', 'IE', 'IT', 'NL', 'PT']
/** Amounts are text of any precision, so the list has one, two and four fraction digits. */
const MONTHLY: Readonly<Record<NumberType, readonly string[]>> = {
  LOCAL: ['0.8', '1.00', '1.25', '2.0', '1.75', '3.50'],
  MOBILE: ['2.50', '3.0', '4.00', '6.75', '12.00', '42.0001'],
  TOLL_FREE: ['2.0', '5.00', '8.50', '15.00', '20.25'],
}
const SETUP: readonly string[] = ['0.00', '0.50', '1.00', '0.00', '2.5']

export interface OfferPrices {
  readonly setupPrice: Money
  readonly monthlyPrice: Money
}

/** What a number of this region and type costs; the same for every number of the pair. */
export function pricesOf(regionCode: string, type: NumberType): OfferPrices {
  if (regionCode === 'US' && type === 'LOCAL') return { setupPrice: dollars('0.50'), monthlyPrice: dollars('0.50') }
  const currencyCode = EURO_REGIONS.includes(regionCode) ? 'EUR' : 'USD'
  const seed = [...`${regionCode}${type}`].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0
  return {
    setupPrice: { currencyCode, amount: pick(SETUP, seed >>> 3) },
    monthlyPrice: { currencyCode, amount: pick(MONTHLY[type], seed) },
  }
}

function dollars(amount: string): Money {
  return { currencyCode: 'USD', amount }
}

function pick(amounts: readonly string[], seed: number): string {
  return amounts[seed % amounts.length] ?? '1.00'
}

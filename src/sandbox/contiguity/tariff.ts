import type { PlannedType } from '../numberPlan.ts'
import type { Currency } from './stockNumber.ts'

export interface Tariff {
  readonly currency: Currency
  /** Whole hundredths of the currency. */
  readonly upfrontFee: number
  readonly monthlyRate: number
}

const EURO_COUNTRIES = 'IE FR DE NL BE ES IT PT AT FI SK GR EE LT LV'.split(' ')
const HOME_CURRENCIES: Readonly<Record<string, Currency>> = { US: 'USD', CA: 'CAD', GB: 'GBP', AU: 'AUD' }
const MONTHLY_RATES: Readonly<Record<string, number>> = { US: 1999, CA: 2450, GB: 1650, AU: 2900, DE: 1890, FR: 1790 }
const STANDARD_MONTHLY_RATE = 2225
const TYPE_SURCHARGES: Readonly<Record<PlannedType, number>> = { local: 0, mobile: 350, national: 125, tollfree: 1000 }

/** What a number of this country and type costs; every third number is without an upfront fee. */
export function tariffOf(country: string, type: PlannedType, digits: number): Tariff {
  const euro: Currency = EURO_COUNTRIES.includes(country) ? 'EUR' : 'USD'
  return {
    currency: HOME_CURRENCIES[country] ?? euro,
    upfrontFee: digits % 3 === 2 ? 0 : 299 + TYPE_SURCHARGES[type],
    monthlyRate: (MONTHLY_RATES[country] ?? STANDARD_MONTHLY_RATE) + TYPE_SURCHARGES[type],
  }
}

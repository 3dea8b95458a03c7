import type { PlannedType } from '../numberPlan.ts'
import { createNumberSource, type NumberSource, type Stock } from '../numberSource.ts'
import { type Restriction, restrictionOf, type SubType, subTypeOf, type Tariff, tariffOf } from './tariff.ts'

/** One number of the plan with everything Plivo would say about it, rented or not. */
export interface PlivoNumber {
  /** E.164 without `+`. */
  readonly digits: string
  readonly country: string
  readonly countryName: string
  readonly subType: SubType
  readonly tariff: Tariff
  readonly restriction: Restriction | null
}

export type PlivoSource = NumberSource<PlivoNumber>
export type PlivoStock = Stock<PlivoNumber>

/** Iceland is in the plan and has nothing in stock. */
const WITHOUT_STOCK = ['IS']
const POPULAR = ['US', 'CA', 'GB', 'FR', 'DE', 'SE', 'AU', 'NL', 'IE', 'ES', 'IN']

export function createPlivoSource(): PlivoSource {
  return createNumberSource({
    // Line 555-0120 of the first area of the United States.
    firstPosition: (country, type) => (country === 'US' && type === 'local' ? 2_120 : 200),
    size: stockSize,
    describe: ({ country, name }, type, e164) => ({
      digits: e164.slice(1),
      country,
      countryName: name,
      subType: subTypeOf(country, type),
      tariff: tariffOf(country, type),
      restriction: restrictionOf(country, type),
    }),
  })
}

function stockSize(country: string, type: PlannedType): number {
  if (WITHOUT_STOCK.includes(country)) return 0
  if (country === 'US') return type === 'local' ? 424 : 90
  return POPULAR.includes(country) ? 45 : 22
}

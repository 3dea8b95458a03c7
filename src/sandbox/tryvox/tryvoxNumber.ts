import type { PlannedType } from '../numberPlan.ts'
import { createNumberSource, type NumberSource, type Stock } from '../numberSource.ts'
import { placeOf } from '../places.ts'

/** One number of the plan with everything TryVox would say about it, rented or not. */
export interface TryvoxNumber {
  readonly e164: string
  readonly country: string
  /** `local`, `mobile`, `toll_free`, or a word that no document knows. */
  readonly type: string
  /** Empty where nothing is known. */
  readonly region: string
  readonly capabilities: readonly string[]
  readonly monthlyCents: number
  readonly setupCents: number
}

export type TryvoxSource = NumberSource<TryvoxNumber>
export type TryvoxStock = Stock<TryvoxNumber>

/** Iceland is in the plan and has nothing in stock. */
const WITHOUT_STOCK = ['IS']
const POPULAR = ['US', 'CA', 'GB', 'DE', 'FR', 'SE', 'AU', 'IN']
const NORTH_AMERICA = ['US', 'CA', 'PR']

const TYPE_NAMES: Readonly<Record<PlannedType, string>> = {
  local: 'local',
  mobile: 'mobile',
  tollfree: 'toll_free',
  national: 'local',
}

const LOCAL_MONTHLY_CENTS: Readonly<Record<string, number>> = {
  US: 125,
  CA: 125,
  GB: 150,
  DE: 180,
  FR: 175,
  SE: 210,
  AU: 320,
  IN: 450,
}
const OTHER_LOCAL_MONTHLY_CENTS = 250
const TYPE_SURCHARGE_CENTS: Readonly<Record<PlannedType, number>> = {
  local: 0,
  mobile: 150,
  tollfree: 125,
  national: 0,
}

export function createTryvoxSource(): TryvoxSource {
  return createNumberSource({
    // Line 555-0140 of the first area of the United States.
    firstPosition: (country, type) => (country === 'US' && type === 'local' ? 4_240 : 400),
    size: stockSize,
    describe: ({ country }, type, e164) => ({
      e164,
      country,
      type: TYPE_NAMES[type],
      region: type === 'local' ? (placeOf(e164.slice(1))?.regionCode ?? '') : '',
      capabilities: capabilitiesOf(country, type),
      monthlyCents: (LOCAL_MONTHLY_CENTS[country] ?? OTHER_LOCAL_MONTHLY_CENTS) + TYPE_SURCHARGE_CENTS[type],
      setupCents: NORTH_AMERICA.includes(country) ? 0 : 100,
    }),
  })
}

function stockSize(country: string, type: PlannedType): number {
  if (WITHOUT_STOCK.includes(country) || type === 'national') return 0
  if (country === 'US') return type === 'local' ? 212 : 60
  return POPULAR.includes(country) ? 45 : 22
}

function capabilitiesOf(country: string, type: PlannedType): readonly string[] {
  if (NORTH_AMERICA.includes(country)) return type === 'tollfree' ? ['voice', 'sms'] : ['voice', 'sms', 'mms']
  return type === 'mobile' ? ['voice', 'sms'] : ['voice']
}

import { type PlannedType, planNumber, plannedCountries } from '../numberPlan.ts'
import type { Capability, NumberType } from './vocabulary.ts'

/** Iceland is listed among the regions and has nothing in stock. */
const WITHOUT_STOCK = ['IS']
/** Regions and types that ask for documents; production says true on every US row although renting works. */
const DOCUMENTED_TYPES: Readonly<Record<string, readonly NumberType[]>> = {
  US: ['LOCAL', 'TOLL_FREE'],
  AU: ['LOCAL', 'MOBILE'],
  DE: ['LOCAL', 'MOBILE', 'TOLL_FREE'],
  FR: ['LOCAL', 'MOBILE'],
  ES: ['LOCAL'],
  IT: ['LOCAL', 'MOBILE'],
  BR: ['LOCAL'],
  JP: ['LOCAL'],
  SG: ['LOCAL', 'MOBILE'],
}
const POPULAR = ['AU', 'CA', 'DE', 'FR', 'GB', 'NL', 'SE']
const PLANNED: Readonly<Record<NumberType, PlannedType>> = { LOCAL: 'local', MOBILE: 'mobile', TOLL_FREE: 'tollfree' }

export interface Region {
  readonly regionCode: string
  readonly regionName: string
  readonly types: readonly NumberType[]
}

/** Every region the pretended Sinch has, with the types it knows by name ("national" is no Sinch type). */
export const regions: readonly Region[] = plannedCountries
  .map(({ country, name, types }) => ({
    regionCode: country,
    regionName: name,
    types: (['MOBILE', 'LOCAL', 'TOLL_FREE'] as const).filter((type) => types.includes(PLANNED[type])),
  }))
  .filter(({ types }) => types.length > 0)

/** The n-th number of a region and type. @throws RangeError when the plan has none. */
export function numberAt(regionCode: string, type: NumberType, n: number): string {
  return planNumber(regionCode, PLANNED[type], n)
}

/** How many offers a region and type has before anything is rented. */
export function stockSize(regionCode: string, type: NumberType): number {
  if (WITHOUT_STOCK.includes(regionCode)) return 0
  if (regionCode === 'US') return type === 'LOCAL' ? 980 : 120
  return POPULAR.includes(regionCode) ? 60 : 24
}

/** Documents are a matter of region and type, never of one number. */
export function needsDocuments(regionCode: string, type: NumberType): boolean {
  return DOCUMENTED_TYPES[regionCode]?.includes(type) ?? false
}

/** What the n-th number of a region and type can do; some North American ones have voice only. */
export function capabilityOf(regionCode: string, type: NumberType, n: number): readonly Capability[] {
  if (type === 'MOBILE') return n % 4 === 3 ? ['SMS', 'VOICE'] : ['SMS']
  if (['US', 'CA', 'PR'].includes(regionCode)) return n % 6 === 5 ? ['VOICE'] : ['SMS', 'VOICE']
  return type === 'LOCAL' && ['GB', 'SE', 'NL'].includes(regionCode) ? ['SMS', 'VOICE'] : ['VOICE']
}

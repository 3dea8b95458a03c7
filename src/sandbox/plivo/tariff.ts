import type { PlannedType } from '../numberPlan.ts'
import type { Units } from './rate.ts'

export type SubType = 'local' | 'fixed' | 'mobile' | 'national' | 'tollfree'
export type Restriction = 'city-address' | 'country-address' | 'terms-and-conditions'

/** What Plivo charges for one kind of number. A kind of traffic the number cannot carry costs null. */
export interface Tariff {
  readonly setup: Units
  readonly monthly: Units
  readonly voice: Units
  readonly sms: Units | null
  readonly mms: Units | null
}

/** Countries whose geographic numbers Plivo sells as `fixed`. */
const FIXED_COUNTRIES = ['JP', 'SG', 'HK', 'IL', 'ZA', 'NZ', 'CL']
const NORTH_AMERICA = ['US', 'CA', 'PR']
/** Where geographic numbers carry text messages. */
const LOCAL_TEXTING = [...NORTH_AMERICA, 'GB', 'AU', 'SE', 'PL']

const LOCAL_MONTHLY: Readonly<Record<string, Units>> = {
  US: 50_000,
  CA: 50_000,
  PR: 65_000,
  GB: 50_000,
  IE: 100_000,
  FR: 80_000,
  DE: 120_000,
  SE: 150_000,
  AU: 300_000,
  NL: 130_000,
  ES: 100_000,
  BR: 420_000,
  IN: 250_000,
  JP: 450_000,
}
const OTHER_LOCAL_MONTHLY: Units = 200_000
const TYPE_SURCHARGE: Readonly<Record<PlannedType, Units>> = {
  local: 0,
  mobile: 75_000,
  tollfree: 50_000,
  national: 25_000,
}

const RESTRICTIONS: Readonly<Record<string, Restriction>> = {
  'FR local': 'city-address',
  'DE local': 'city-address',
  'ES local': 'city-address',
  'IT local': 'country-address',
  'AU mobile': 'country-address',
  'BR local': 'country-address',
  'CH local': 'country-address',
  'SE mobile': 'terms-and-conditions',
  'GB national': 'terms-and-conditions',
}

/** What a planned type is called in a country. */
export function subTypeOf(country: string, type: PlannedType): SubType {
  return type === 'local' && FIXED_COUNTRIES.includes(country) ? 'fixed' : type
}

export function tariffOf(country: string, type: PlannedType): Tariff {
  const texting = type === 'mobile' || (LOCAL_TEXTING.includes(country) && type !== 'national')
  const local = LOCAL_MONTHLY[country] ?? OTHER_LOCAL_MONTHLY
  const american = NORTH_AMERICA.includes(country)
  return {
    setup: country === 'JP' || country === 'BR' ? 100_000 : 0,
    monthly: local + TYPE_SURCHARGE[type],
    voice: american ? (type === 'tollfree' ? 2_100 : 550) : 1_000,
    sms: texting ? 770 : null,
    mms: texting && american ? 1_800 : null,
  }
}

export function restrictionOf(country: string, type: PlannedType): Restriction | null {
  return RESTRICTIONS[`${country} ${type}`] ?? null
}

/** Countries whose numbers need an accepted compliance record before they can be rented. */
export function isRegulated(country: string): boolean {
  return country === 'IN'
}

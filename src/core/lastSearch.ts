import { type CountryCode, countryName } from './country.ts'
import { describeDigitPattern } from './digitPattern.ts'
import {
  type Capability,
  capabilityLabels,
  isKnownNumberType,
  type KnownNumberType,
  numberTypeLabel,
} from './numberKind.ts'
import type { DigitPattern } from './offer.ts'
import { type OfferOrder, offerOrders } from './offerOrder.ts'

/** What is remembered of a search: what was asked, where, and how its offers were sorted. */
export interface LastSearch {
  readonly country: CountryCode
  readonly type?: KnownNumberType
  readonly capabilities: readonly Capability[]
  readonly digits?: DigitPattern
  readonly accountIds: readonly string[]
  readonly order?: OfferOrder
}

/** Reads what was stored, perhaps by another version; undefined when it is no search. */
export function readLastSearch(value: unknown): LastSearch | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { country, type, capabilities, digits, accountIds, order } = value as Record<string, unknown>
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) return undefined
  const pattern = readDigits(digits)
  const known = offerOrders.find((one) => one === order)
  return {
    country,
    capabilities: texts(capabilities),
    accountIds: texts(accountIds),
    ...(typeof type === 'string' && isKnownNumberType(type) ? { type } : {}),
    ...(pattern === undefined ? {} : { digits: pattern }),
    ...(known === undefined ? {} : { order: known }),
  }
}

/** "United States · toll-free · SMS, voice · starts with 312". */
export function describeSearch({ country, type, capabilities, digits }: LastSearch): string {
  return [
    countryName(country),
    type === undefined ? '' : numberTypeLabel(type),
    capabilityLabels(capabilities).join(', '),
    digits === undefined ? '' : describeDigitPattern(digits),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

function readDigits(value: unknown): DigitPattern | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { position, digits } = value as Record<string, unknown>
  if (position !== 'start' && position !== 'contains' && position !== 'end') return undefined
  return typeof digits === 'string' && /^\d{1,14}$/.test(digits) ? { position, digits } : undefined
}

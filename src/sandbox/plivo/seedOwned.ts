import type { Random } from '../emulator.ts'
import { type PlannedType, plannedCountries } from '../numberPlan.ts'
import { daysBefore } from './calendar.ts'
import { newOwned } from './newOwned.ts'
import type { PlivoSource } from './plivoNumber.ts'
import type { OwnedNumber, Route } from './plivoWorld.ts'
import {
  ACCEPTED_INDIA,
  FLOW_APPLICATION,
  INBOUND_TRUNK,
  SALES_APPLICATION,
  SHOP_APPLICATION,
  SHOP_SUBACCOUNT,
  SUPPORT_APPLICATION,
} from './seedChoices.ts'

const application = (id: string): Route => ({ kind: 'application', id })
const trunk: Route = { kind: 'trunk', id: INBOUND_TRUNK }

type Seed = readonly [country: string, type: PlannedType, ageInDays: number, differences: Partial<OwnedNumber>]

const FEW: readonly Seed[] = [
  ['US', 'local', 573, { alias: 'Support line', route: application(SUPPORT_APPLICATION), cnamLookup: 'enabled' }],
  ['US', 'local', 212, { alias: 'Sales west', route: application(SALES_APPLICATION), campaignStatus: 'COMPLETED' }],
  ['US', 'local', 31, { alias: null, campaignStatus: 'PROCESSING', campaignId: 'CSANDB1' }],
  ['US', 'tollfree', 402, { alias: 'Free support', route: trunk, tollFreeVerification: 'VERIFIED' }],
  ['US', 'tollfree', 12, { alias: '', tollFreeVerification: 'PENDING_VERIFICATION' }],
  ['GB', 'local', 130, { alias: 'London office', route: application(FLOW_APPLICATION) }],
  ['GB', 'mobile', 1_480, { alias: 'Old mobile', oldRow: true, route: application(SUPPORT_APPLICATION) }],
  ['DE', 'local', 246, { alias: 'Büro Berlin', complianceId: 'b1c2d3e4-0003-4a5b-8c6d-7e8f90a1b2c3' }],
  ['FR', 'local', 1, { alias: 'Accueil Paris', usableFrom: Number.MAX_SAFE_INTEGER }],
  ['SE', 'mobile', 2_010, { alias: null, oldRow: true, carrier: 'Own carrier' }],
  ['IN', 'local', 88, { alias: 'Shop Mumbai', complianceId: ACCEPTED_INDIA, subaccountId: SHOP_SUBACCOUNT }],
  ['CA', 'local', 64, { alias: 'Shop Toronto', route: application(SHOP_APPLICATION), subaccountId: SHOP_SUBACCOUNT }],
]

/** A small account with every state this emulator knows. */
export function seedFew(source: PlivoSource, now: number): OwnedNumber[] {
  return FEW.map(([country, type, age, differences]) => ({
    ...newOwned(source.take(country, type), daysBefore(now, age)),
    ...differences,
  }))
}

const ROUTES: readonly (Route | null)[] = [
  application(SUPPORT_APPLICATION),
  null,
  application(SALES_APPLICATION),
  trunk,
  application(FLOW_APPLICATION),
]
const COUNTRY_COUNT = 30

/** An account with a given count of numbers over up to thirty countries; one row in eight is an old one. */
export function seedMany(source: PlivoSource, now: number, random: Random, count: number): OwnedNumber[] {
  const countries = plannedCountries.slice(0, COUNTRY_COUNT)
  return Array.from({ length: count }, (_, index) => {
    const { country, types } = pick(countries, index)
    const type = pick(types, Math.floor(index / countries.length))
    const age = 1 + Math.floor(random() * 1_500)
    return {
      ...newOwned(source.take(country, type), daysBefore(now, age)),
      alias: aliasOf(index),
      oldRow: index % 8 === 7,
      route: pick(ROUTES, index),
      subaccountId: index % 25 === 3 ? SHOP_SUBACCOUNT : null,
    }
  })
}

function aliasOf(index: number): string | null {
  if (index % 10 === 4) return null
  return index % 10 === 9 ? '' : `Line ${index + 1}`
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  if (item === undefined) throw new RangeError('Nothing to pick from')
  return item
}

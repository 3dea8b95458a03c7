import type { Random } from '../emulator.ts'
import { type PlannedType, plannedCountries } from '../numberPlan.ts'
import { newOwned } from './newOwned.ts'
import type { TryvoxSource } from './tryvoxNumber.ts'
import type { OwnedNumber, Trunk } from './tryvoxWorld.ts'

const DAY_MS = 86_400_000

export const OFFICE_TRUNK = 'trunk_k3m9'

export const seededTrunks: readonly Trunk[] = [
  {
    id: OFFICE_TRUNK,
    name: 'Office',
    authType: 'ip',
    terminationUri: 'sip:pbx.example.com:5060',
    originationUris: [],
    maxChannels: 100,
    status: 'active',
    createdAt: '2026-01-09T10:30:00Z',
  },
  {
    id: 'trunk_p8w2',
    name: 'Call centre',
    authType: 'credential',
    originationUris: ['sip:edge1.example.net', 'sip:edge2.example.net'],
    maxChannels: 0,
    status: 'active',
    createdAt: '2026-05-21T07:00:00Z',
  },
  {
    id: 'trunk_z1q5',
    name: 'Old site',
    authType: 'ip',
    terminationUri: 'sip:old.example.com',
    originationUris: [],
    maxChannels: 4,
    status: 'inactive',
    createdAt: '2025-02-14T16:45:00Z',
  },
]

type Seed = readonly [country: string, type: PlannedType, ageInDays: number, differences: Partial<OwnedNumber>]

const FEW: readonly Seed[] = [
  ['US', 'local', 233, { trunkId: OFFICE_TRUNK }],
  ['US', 'local', 40, { applicationId: 'app_r7t2' }],
  ['US', 'tollfree', 410, {}],
  ['CA', 'local', 12, { trunkId: 'trunk_p8w2' }],
  ['GB', 'local', 190, { applicationId: 'app_front_desk' }],
  ['GB', 'mobile', 1, { pendingUntil: Number.MAX_SAFE_INTEGER }],
  ['IN', 'local', 300, { status: 'suspended', trunkId: OFFICE_TRUNK }],
  ['DE', 'local', 95, { releasable: false }],
  ['FR', 'local', 150, { type: 'shared_cost', capabilities: ['voice', 'fax'] }],
  ['SE', 'mobile', 720, { status: 'porting', capabilities: [] }],
]

/** A small account with every state this emulator knows, and one type, state and capability that nobody documents. */
export function seedFew(source: TryvoxSource, now: number): OwnedNumber[] {
  return FEW.map(([country, type, age, differences]) => ({
    ...newOwned(source.take(country, type), now - age * DAY_MS),
    ...differences,
  }))
}

const ROUTES: readonly Partial<OwnedNumber>[] = [
  { trunkId: OFFICE_TRUNK },
  {},
  { applicationId: 'app_r7t2' },
  { trunkId: 'trunk_p8w2' },
]
const COUNTRY_COUNT = 30

/** An account with a given count of numbers over up to thirty countries; one in twenty is suspended. */
export function seedMany(source: TryvoxSource, now: number, random: Random, count: number): OwnedNumber[] {
  const countries = plannedCountries.slice(0, COUNTRY_COUNT)
  return Array.from({ length: count }, (_, index) => {
    const { country, types } = pick(countries, index)
    const type = pick(types, Math.floor(index / countries.length))
    const age = 1 + Math.floor(random() * 900)
    const status = index % 20 === 13 ? 'suspended' : 'active'
    return { ...newOwned(source.take(country, type), now - age * DAY_MS), ...pick(ROUTES, index), status }
  })
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length]
  if (item === undefined) throw new RangeError('Nothing to pick from')
  return item
}

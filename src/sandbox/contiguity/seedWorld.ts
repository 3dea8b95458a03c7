import type { EmulatorContext } from '../emulator.ts'
import { type PlannedType, plannedCountries } from '../numberPlan.ts'
import { type ContiguityNumbers, createContiguityNumbers } from './contiguityNumbers.ts'
import { type ContiguityWorld, type Entitlement, type Lease, leaseId } from './contiguityWorld.ts'
import type { Currency, StockNumber } from './stockNumber.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const CURRENCIES: readonly Currency[] = ['USD', 'EUR', 'GBP', 'CAD', 'AUD']
const FIRST_BALANCE = 100_00

/** In the plan, but nothing of it is ever on offer here. */
const WITHOUT_STOCK = 'IS'
const POPULAR = ['US', 'CA', 'GB', 'AU', 'FR', 'DE']
const COUNTRIES_OF_A_LARGE_ACCOUNT = 30

interface SeededLease {
  readonly country: string
  readonly type: PlannedType
  readonly status?: string
  readonly method?: Lease['method']
  readonly endsInDays?: number
  readonly number?: Partial<StockNumber>
}

/** One of everything the provider can show in its list of leases. */
const VARIED_LEASES: readonly SeededLease[] = [
  {
    country: 'US',
    type: 'local',
    number: { channels: ['sms', 'mms', 'imessage'], carrier: 'T-Mobile', intlSms: true },
  },
  { country: 'US', type: 'local', number: { carrier: 'Twilio' } },
  { country: 'US', type: 'local', method: 'goodwill', number: { upfrontFee: 0 } },
  { country: 'US', type: 'tollfree', number: { channels: ['sms', 'mms'] } },
  { country: 'US', type: 'local', status: 'expired', endsInDays: -12 },
  { country: 'CA', type: 'local', number: { carrier: 'Prairie Wireless' } },
  { country: 'GB', type: 'mobile', status: 'paused' },
  { country: 'FR', type: 'local', endsInDays: 24 },
  { country: 'AU', type: 'mobile', method: 'service_contract' },
  {
    country: 'DE',
    type: 'local',
    number: { form: { createdAt: 'iso', data: 'empty', billing: false, missing: ['number', 'pricing'] } },
  },
]

const ENTITLEMENTS: readonly Pick<Entitlement, 'name' | 'description' | 'status'>[] = [
  { name: 'lease', description: 'Lease phone numbers', status: 'granted' },
  { name: 'imessage', description: 'Send iMessage from leased numbers', status: 'available' },
  { name: 'whatsapp', description: 'Send WhatsApp messages from leased numbers', status: 'available' },
  { name: 'enterprise', description: 'Numbers kept for the enterprise plan', status: 'ineligible' },
]

/** The world at the start: a small varied account, or `owned` active and now and then paused leases. */
export function seedWorld({ clock, random, owned }: EmulatorContext): ContiguityWorld {
  const now = clock.now()
  const plan = createContiguityNumbers(random, now)
  const world: ContiguityWorld = {
    plan,
    numbers: new Map(),
    leases: new Map(),
    entitlements: new Map(
      ENTITLEMENTS.map((one) => [
        one.name,
        { ...one, grantedAt: one.status === 'granted' ? now - 200 * DAY_MS : null },
      ]),
    ),
    balances: new Map(CURRENCIES.map((currency) => [currency, FIRST_BALANCE])),
    charges: [],
    taken: [],
    released: [],
  }
  const leases = owned === undefined ? VARIED_LEASES : manyLeases(owned)
  for (const seeded of leases) addLease(world, random, now, seeded)
  for (const number of seedOffers(plan)) world.numbers.set(number.id, number)
  return world
}

function addLease(world: ContiguityWorld, random: () => number, now: number, seeded: SeededLease): void {
  const number: StockNumber = {
    ...world.plan.take(seeded.country, seeded.type),
    requirements: [],
    status: 'leased',
    listed: false,
    ...seeded.number,
  }
  world.numbers.set(number.id, number)
  world.leases.set(number.id, {
    id: leaseId(random),
    number: number.id,
    status: seeded.status ?? 'active',
    method: seeded.method ?? 'monthly',
    start: now - Math.floor((40 + random() * 200) * DAY_MS),
    end: seeded.endsInDays === undefined ? null : now + seeded.endsInDays * DAY_MS,
    failover: null,
  })
}

function manyLeases(count: number): readonly SeededLease[] {
  const plans = plannedCountries
    .filter(({ country }) => country !== WITHOUT_STOCK)
    .slice(0, COUNTRIES_OF_A_LARGE_ACCOUNT)
    .flatMap(({ country, types }) => types.map((type) => ({ country, type })))
  return Array.from({ length: count }, (_, index): SeededLease => {
    const plan = plans[index % plans.length] ?? { country: 'US', type: 'local' }
    return index % 50 === 49 ? { ...plan, status: 'paused' } : plan
  })
}

/** Offers of every country with stock, and one of each oddity among the first ones. */
function seedOffers(plan: ContiguityNumbers): readonly StockNumber[] {
  const offers = plannedCountries
    .filter(({ country }) => country !== WITHOUT_STOCK)
    .flatMap(({ country, types }) => types.flatMap((type) => take(plan, country, type, stockSize(country, type))))
  return offers.map((offer, index) => ({ ...offer, ...ODD_OFFERS[index] }))
}

function take(plan: ContiguityNumbers, country: string, type: PlannedType, count: number): readonly StockNumber[] {
  return Array.from({ length: count }, () => plan.take(country, type))
}

function stockSize(country: string, type: PlannedType): number {
  if (!POPULAR.includes(country)) return type === 'local' ? 10 : 4
  if (country === 'US' && type === 'local') return 120
  return type === 'local' ? 45 : 15
}

/** By position in the list; the first two offers stay plain, so that a first look sees ordinary rows. */
const ODD_OFFERS: Readonly<Record<number, Partial<StockNumber>>> = {
  2: { status: 'g-available', requirements: [] },
  3: { requirements: ['imessage_entitlement_required'], channels: ['sms', 'mms', 'imessage'] },
  4: { carrier: 'Prairie Wireless', requirements: [] },
  5: { currency: 'EUR', requirements: [] },
  6: { status: 'unavailable', requirements: [] },
  7: { status: 'leased', requirements: [] },
  8: { form: { createdAt: 'iso', data: 'empty', billing: false, missing: ['number', 'location'] }, requirements: [] },
  9: { requirements: ['enterprise_plan_required'] },
}

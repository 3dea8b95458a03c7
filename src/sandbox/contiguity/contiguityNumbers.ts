import type { Random } from '../emulator.ts'
import type { PlannedType } from '../numberPlan.ts'
import { createNumberSource } from '../numberSource.ts'
import { placeOf } from '../places.ts'
import type { Requirement, RowForm, StockNumber } from './stockNumber.ts'
import { tariffOf } from './tariff.ts'

/** Takes numbers from the plan, never one twice. */
export interface ContiguityNumbers {
  take(country: string, type: PlannedType): StockNumber
  /** A number that somebody names, described like the others. @throws Error when no planned country has it. */
  describe(e164: string): StockNumber
}

const CARRIERS = ['T-Mobile', 'AT&T', 'Verizon', 'Contiguity']
const CHANNELS = [['sms', 'mms'], ['sms'], ['sms', 'mms', 'rcs'], ['sms', 'mms', 'imessage'], ['sms', 'whatsapp'], []]
const DAY_MS = 24 * 60 * 60 * 1_000

export function createContiguityNumbers(random: Random, now: number): ContiguityNumbers {
  const source = createNumberSource<StockNumber>({
    firstPosition: (country) => (country === 'US' || country === 'CA' ? 4_000 : 600),
    // Every number is taken one by one, so nothing is left to a stock.
    size: () => 0,
    describe: ({ country }, type, e164) => describeNumber(random, now, { country, type, e164 }),
  })
  const take = (country: string, type: PlannedType): StockNumber => {
    let number = source.take(country, type)
    while (!isWanted(number)) number = source.take(country, type)
    return number
  }
  return { take, describe: source.stock().describe }
}

/** Of the many North American areas mostly those whose city the sandbox can name, now and then another one. */
function isWanted({ id, country, type, city }: StockNumber): boolean {
  const hasManyAreas = type === 'local' && (country === 'US' || country === 'CA')
  return !hasManyAreas || city !== '' || digitsOf(id) % 25 === 0
}

function describeNumber(
  random: Random,
  now: number,
  { country, type, e164 }: { readonly country: string; readonly type: PlannedType; readonly e164: string },
): StockNumber {
  const place = placeOf(e164.slice(1))
  const channels = pick(random, CHANNELS)
  const carrier = ['US', 'CA', 'PR'].includes(country) ? pick(random, CARRIERS) : 'International Partner'
  return {
    id: e164,
    country,
    type,
    region: place?.regionCode ?? '',
    city: place?.city ?? '',
    carrier,
    intlSms: carrier === 'T-Mobile',
    channels,
    reputation: Math.floor(55 + random() * 45) / 100,
    previousOwners: Math.floor(random() * 4),
    requirements: requirementsOf(channels, digitsOf(e164)),
    e911Capable: country === 'US' && type === 'local',
    createdAt: now - Math.floor((30 + random() * 600) * DAY_MS),
    ...tariffOf(country, type, digitsOf(e164)),
    form: pickForm(random),
    status: 'available',
    listed: true,
    edited: { set: {}, unset: [] },
  }
}

function digitsOf(e164: string): number {
  return Number(e164.slice(1))
}

function requirementsOf(channels: readonly string[], digits: number): readonly Requirement[] {
  const needed: Requirement[] = []
  if (channels.includes('imessage')) needed.push('imessage_entitlement_required')
  if (channels.includes('whatsapp') && digits % 2 === 0) needed.push('whatsapp_entitlement_required')
  if (digits % 23 === 0) needed.push('enterprise_plan_required')
  return needed
}

function pickForm(random: Random): RowForm {
  return {
    createdAt: random() < 0.5 ? 'iso' : 'seconds',
    data: random() < 0.5 ? 'empty' : 'full',
    billing: random() < 0.5,
    missing: [],
  }
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('Nothing to pick from')
  return item
}

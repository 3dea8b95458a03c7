import type { Random } from '../emulator.ts'
import { newOwnedNumber, type OwnedNumber } from './ownedNumber.ts'
import { pricesOf } from './prices.ts'
import { capabilityOf, numberAt, regions } from './regionPlan.ts'
import { DAY } from './seedOwned.ts'

const REGIONS = 30
const NAMES = ['', 'Support', 'Sales', 'Dispatch', 'Reception', 'Reminders', 'Sign-in codes']

/** `count` plain numbers over up to thirty regions and all their types, in an order that is not the numeric one. */
export function seedMany(count: number, start: number, random: Random): readonly OwnedNumber[] {
  const places = regions
    .slice(0, REGIONS)
    .flatMap(({ regionCode, types }) => types.map((type) => ({ regionCode, type })))
  return Array.from({ length: count }, (_, sequence) => {
    const { regionCode, type } = places[sequence % places.length] ?? { regionCode: 'US', type: 'LOCAL' as const }
    const n = Math.floor(sequence / places.length)
    const name = NAMES[Math.floor(random() * NAMES.length)] ?? ''
    return newOwnedNumber({
      phoneNumber: numberAt(regionCode, type, n),
      regionCode,
      type,
      capability: capabilityOf(regionCode, type, n),
      sequence,
      displayName: name === '' ? '' : `${name} ${sequence + 1}`,
      money: pricesOf(regionCode, type).monthlyPrice,
      nextChargeAt: start + Math.ceil(random() * 30 * DAY),
    })
  })
}

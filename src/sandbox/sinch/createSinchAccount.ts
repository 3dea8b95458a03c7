import type { EmulatorContext } from '../emulator.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import { seedMany } from './seedMany.ts'
import { seedOwned } from './seedOwned.ts'
import { type SinchAccount, sinchCredentials } from './sinchAccount.ts'
import { createStock } from './stock.ts'

/** The world at the start: the seeded numbers, full shelves and a balance of 100.00 US dollars. */
export function createSinchAccount({ clock, random, owned }: EmulatorContext): SinchAccount {
  const start = clock.now()
  const numbers = owned === undefined ? seedOwned(start) : seedMany(owned, start, random)
  const used = countByPlace(numbers)
  return {
    projectId: sinchCredentials.projectId,
    owned: new Map(numbers.map((number) => [number.phoneNumber, number])),
    stock: createStock((regionCode, type) => used.get(`${regionCode} ${type}`) ?? 0),
    taken: [],
    gone: [],
    charges: [],
    observed: { rawPlusInPattern: 0, rawPlusInPath: 0, basicAuth: 0, nullsSent: 0, updateMasks: 0 },
    balance: '100.00',
    nextSequence: numbers.length,
  }
}

function countByPlace(numbers: readonly OwnedNumber[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { regionCode, type } of numbers) {
    const place = `${regionCode} ${type}`
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return counts
}

import type { EmulatorContext } from '../emulator.ts'
import { seededTrunks, seedFew, seedMany } from './seedTryvox.ts'
import { createTryvoxSource } from './tryvoxNumber.ts'
import { type TryvoxWorld, tryvoxCredentials } from './tryvoxWorld.ts'

/** The account at the start: ten varied numbers, or as many as were asked for, and 100 dollars. */
export function createTryvoxWorld({ clock, random, owned }: EmulatorContext): TryvoxWorld {
  const source = createTryvoxSource()
  const now = clock.now()
  const numbers = owned === undefined ? seedFew(source, now) : seedMany(source, now, random, owned)
  return {
    ...tryvoxCredentials,
    stock: source.stock(),
    owned: new Map(numbers.map((number) => [number.e164, number])),
    released: new Map(),
    taken: new Set(),
    repriced: new Map(),
    trunks: seededTrunks,
    balanceCents: 10_000,
  }
}

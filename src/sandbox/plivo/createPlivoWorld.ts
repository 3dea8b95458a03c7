import type { EmulatorContext } from '../emulator.ts'
import { createPlivoSource } from './plivoNumber.ts'
import { type PlivoWorld, plivoCredentials } from './plivoWorld.ts'
import { parseRate } from './rate.ts'
import {
  SUPPORT_APPLICATION,
  seededApplications,
  seededCompliances,
  seededSubaccounts,
  seededTrunks,
} from './seedChoices.ts'
import { seedFew, seedMany } from './seedOwned.ts'

/** The account at the start: twelve varied numbers, or as many as were asked for; 100 dollars; a default application. */
export function createPlivoWorld({ clock, random, owned }: EmulatorContext): PlivoWorld {
  const source = createPlivoSource()
  const now = clock.now()
  const numbers = owned === undefined ? seedFew(source, now) : seedMany(source, now, random, owned)
  return {
    ...plivoCredentials,
    stock: source.stock(),
    owned: new Map(numbers.map((number) => [number.facts.digits, number])),
    withheld: new Set(),
    repriced: new Map(),
    released: [],
    stale: new Map(),
    applications: seededApplications,
    trunks: seededTrunks,
    subaccounts: seededSubaccounts,
    compliances: seededCompliances,
    defaultApplicationId: SUPPORT_APPLICATION,
    balance: parseRate('100'),
  }
}

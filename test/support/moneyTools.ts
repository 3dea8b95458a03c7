import type { Inventory } from '../../src/core/inventory.ts'
import type { Journal, JournalEntry } from '../../src/core/journal.ts'
import type { NumberLock } from '../../src/core/numberLock.ts'
import type { ProviderDriver } from '../../src/core/providerDriver.ts'
import { createRecords } from '../../src/core/records.ts'
import type { RentTools } from '../../src/core/rentNumber.ts'

/** A journal in memory. `failNext` makes the next append fail, as a full disk would. */
export function createMemoryJournal(): Journal & { readonly entries: JournalEntry[]; failNext(): void } {
  const entries: JournalEntry[] = []
  let failing = false
  return {
    entries,
    failNext() {
      failing = true
    },
    async append(entry) {
      if (failing) {
        failing = false
        throw new Error('no space left on device')
      }
      entries.push(entry)
    },
    read: async () => entries,
  }
}

/** A lock that is shared by everybody who was given it, as windows share a folder. */
export function createMemoryLock(): NumberLock {
  const held = new Set<string>()
  return {
    async hold(provider, number) {
      const key = `${provider} ${number}`
      if (held.has(key)) return undefined
      held.add(key)
      return async () => {
        held.delete(key)
      }
    },
  }
}

const silent = () => {}

/** What renting and releasing need, with everything outside the driver in memory. */
export function moneyTools(
  driver: ProviderDriver,
  inventory: Inventory,
  differences: Partial<RentTools> & { readonly journal?: Journal } = {},
): RentTools {
  let ids = 0
  const { journal = createMemoryJournal(), ...rest } = differences
  return {
    driver,
    inventory,
    records: createRecords(journal),
    lock: createMemoryLock(),
    log: { debug: silent, info: silent, warn: silent, error: silent },
    newId: () => `deed-${++ids}`,
    now: () => new Date('2026-11-21T10:00:00Z'),
    pause: async () => {},
    ...rest,
  }
}

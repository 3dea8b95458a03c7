import { createInventory } from '../../src/core/inventory.ts'
import type { ProviderDriver } from '../../src/core/providerDriver.ts'
import type { ProviderErrorKind } from '../../src/core/providerError.ts'
import { type RentTools, rentNumber } from '../../src/core/rentNumber.ts'
import { rentOrder } from '../../src/core/rentOrder.ts'
import { buildAccount, buildError, buildOffer } from './builders.ts'
import { createMemoryJournal, moneyTools } from './moneyTools.ts'
import { stubDriver } from './stubDriver.ts'

/** A request that fails so. */
export function failing(kind: ProviderErrorKind): () => Promise<never> {
  return () => Promise.reject(buildError(kind, { operation: 'rent' }))
}

/** Everything that renting one number is made of, and how often it was sent. What the script does not know fails. */
export function rentDesk(scripted: Partial<ProviderDriver>, differences: Partial<RentTools> = {}) {
  let rents = 0
  const driver = stubDriver({
    ...scripted,
    rent: (...given) => {
      rents += 1
      return scripted.rent === undefined ? Promise.reject(new Error('no rent scripted')) : scripted.rent(...given)
    },
  })
  const inventory = createInventory({ now: () => 77, driverFor: async () => ({ kind: 'ready', driver }) })
  const account = buildAccount()
  const offer = buildOffer()
  inventory.setAccounts([account])
  const pauses: number[] = []
  const pause = async (ms: number) => {
    pauses.push(ms)
  }
  const journal = createMemoryJournal()
  const tools = moneyTools(driver, inventory, { pause, journal, ...differences })
  return {
    inventory,
    journal,
    pauses,
    tools,
    rents: () => rents,
    rent: (given = new AbortController().signal) =>
      rentNumber(tools, { account, offer, order: rentOrder(offer) }, given),
  }
}

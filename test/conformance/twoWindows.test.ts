import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createInventory } from '../../src/core/inventory.ts'
import { deedsOf } from '../../src/core/journal.ts'
import type { Offer } from '../../src/core/offer.ts'
import type { ProviderDefinition } from '../../src/core/providerDefinition.ts'
import type { ProviderDriver } from '../../src/core/providerDriver.ts'
import { releaseNumber } from '../../src/core/releaseNumber.ts'
import { rentNumber } from '../../src/core/rentNumber.ts'
import { rentOrder } from '../../src/core/rentOrder.ts'
import { type ProviderId, providers } from '../../src/providers/registry.ts'
import { buildAccount } from '../support/builders.ts'
import { connectDriver } from '../support/connectDriver.ts'
import { createMemoryJournal, moneyTools } from '../support/moneyTools.ts'
import { collectOwned, noCancel } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'
import { localUs } from './rules/openBench.ts'

/** A window on its own: it knows nothing of what the other one did. */
function openWindow(driver: ProviderDriver, provider: ProviderId) {
  const account = buildAccount({ provider })
  const inventory = createInventory({ now: Date.now, driverFor: async () => ({ kind: 'ready', driver }) })
  inventory.setAccounts([account])
  const journal = createMemoryJournal()
  return { account, inventory, journal, tools: moneyTools(driver, inventory, { journal }) }
}

async function openAccount(t: TestContext, provider: ProviderId) {
  const sandbox = await startSandbox(t)
  const driver = connectDriver(t, sandbox, provider)
  return { driver, first: openWindow(driver, provider), second: openWindow(driver, provider) }
}

async function firstOffer(driver: ProviderDriver, definition: ProviderDefinition): Promise<Offer> {
  const { offers } = await driver.searchOffers(localUs(definition), noCancel())
  const direct = offers.filter(({ rentable }) => rentable.kind === 'direct')
  return direct.find(({ requirements }) => requirements.length === 0) ?? direct[0] ?? assert.fail('nothing to rent')
}

describe('two windows that do not know of each other', () => {
  for (const definition of providers) {
    const { id, label } = definition
    it(`rent a number of ${label} once, and the slower one says that it is owned`, async (t) => {
      const { driver, first, second } = await openAccount(t, id)
      const offer = await firstOffer(driver, definition)
      const rent = ({ tools, account }: typeof first) =>
        rentNumber(tools, { account, offer, order: rentOrder(offer) }, noCancel())
      assert.equal((await rent(first)).kind, 'rented')
      assert.equal((await rent(second)).kind, 'alreadyOwned')
      assert.equal(second.inventory.find(second.account.id, offer.number)?.number, offer.number)
      const { numbers } = await collectOwned(driver)
      assert.equal(numbers.filter(({ number }) => number === offer.number).length, 1)
      assert.equal((await rent(first)).kind, 'alreadyOwned')
    })

    it(`release a number of ${label} once, and neither says that it is still there`, async (t) => {
      const { driver, first, second } = await openAccount(t, id)
      const owned = (await collectOwned(driver)).numbers.find(({ state }) => state.kind === 'active')
      assert.ok(owned)
      const ownedHere = { ...owned, accountId: first.account.id }
      for (const { tools, account, inventory, journal } of [first, second]) {
        inventory.put(ownedHere)
        const outcome = await releaseNumber(tools, { account, owned: ownedHere }, noCancel())
        assert.equal(outcome.kind, 'done', JSON.stringify(outcome))
        assert.equal(deedsOf(journal.entries).at(-1)?.ending?.outcome, 'done')
        const shown = inventory.find(account.id, owned.number)?.state.kind
        assert.ok(shown === undefined || shown === 'releasing', shown)
      }
    })
  }
})

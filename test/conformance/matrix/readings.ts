import assert from 'node:assert/strict'
import { createInventory } from '../../../src/core/inventory.ts'
import type { Offer } from '../../../src/core/offer.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import type { ProviderDefinition } from '../../../src/core/providerDefinition.ts'
import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import { buildAccount } from '../../support/builders.ts'
import { noCancel } from '../../support/sandboxDriver.ts'
import { localUs } from '../rules/openBench.ts'
import type { Verdict } from './verdicts.ts'

/** What the questions are about. */
export interface Topic {
  readonly definition: ProviderDefinition
  readonly owned: OwnedNumber
  readonly offer: Offer
  readonly list: KeptList
}

/** An operation that changes nothing. */
export interface Reading {
  readonly operation: 'verify' | 'list' | 'get' | 'search' | 'quote' | 'previewRelease' | 'listChoices'
  /** Asks through this driver; resolves to the answer as plain data. */
  readonly ask: (driver: ProviderDriver, topic: Topic) => Promise<unknown>
}

const readings: readonly Reading[] = [
  {
    operation: 'verify',
    async ask(driver) {
      await driver.verifyCredentials(noCancel())
      return 'accepted'
    },
  },
  { operation: 'list', ask: (driver, { list }) => list.refreshThrough(driver) },
  { operation: 'get', ask: (driver, { owned }) => driver.getOwned(owned.number, noCancel()) },
  {
    operation: 'search',
    ask: async (driver, { definition }) => (await driver.searchOffers(localUs(definition), noCancel())).offers,
  },
  { operation: 'quote', ask: (driver, { offer }) => driver.quote(offer, noCancel()) },
  { operation: 'previewRelease', ask: (driver, { owned }) => driver.previewRelease(owned, noCancel()) },
]

/** The readings that a provider declares. */
export function readingsOf({ rentFields }: ProviderDefinition): readonly Reading[] {
  const listed = rentFields.filter(({ kind }) => kind === 'listedChoice')
  return [
    ...readings,
    ...listed.map(
      ({ key }): Reading => ({
        operation: 'listChoices',
        ask: (driver) => driver.listChoices(key, noCancel()),
      }),
    ),
  ]
}

/** The list as the product keeps it: what it knows from a complete list must survive a failure. */
export interface KeptList {
  /** Refreshes through this driver. Resolves to the numbers of a complete list, rejects with the failure of any other. */
  refreshThrough(driver: ProviderDriver): Promise<readonly OwnedNumber[]>
}

export function createKeptList(): KeptList {
  let asked: ProviderDriver | undefined
  const account = buildAccount()
  const inventory = createInventory({
    now: () => 0,
    driverFor: async () => (asked === undefined ? { kind: 'signedOut' } : { kind: 'ready', driver: asked }),
  })
  inventory.setAccounts([account])
  return {
    async refreshThrough(driver) {
      const before = inventory.account(account.id)?.numbers
      asked = driver
      await inventory.refresh(account.id)
      const after = inventory.account(account.id)
      assert.ok(after !== undefined && after.refreshing === false)
      if (after.status.kind === 'complete') return after.numbers
      assert.deepEqual(after.numbers, before, 'a list that failed took numbers away')
      assert.ok(after.status.kind === 'incomplete', after.status.kind)
      throw after.status.error
    },
  }
}

/** What an answer says, compared with the answer without a fault. Fails the test when it says something that is not true. */
export function meaningOf(operation: Reading['operation'], answer: unknown, healthy: unknown): Verdict {
  if (JSON.stringify(answer) === JSON.stringify(healthy)) return 'ok'
  if (answer === undefined || (Array.isArray(answer) && answer.length === 0)) return 'none'
  const told = JSON.stringify(answer)
  if (operation === 'quote' && told === '{"kind":"gone"}') return 'none'
  if (operation === 'quote' && told.startsWith('{"kind":"unconfirmed"')) return 'open'
  if (operation === 'previewRelease' && told.includes('"possible":false')) return 'none'
  if (operation === 'previewRelease' && told.includes('"fee":{"kind":"unknown"')) return 'open'
  return assert.fail(`${operation} answered what is not true: ${told.slice(0, 300)}`)
}

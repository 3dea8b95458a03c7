import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createInventory } from '../../../src/core/inventory.ts'
import { alreadyOwnedText, foundOwned, ownedAlready } from '../../../src/core/ownedAlready.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../support/builders.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const owned = buildOwnedNumber()
const account = buildAccount()
const released: OwnedNumber = { ...owned, state: { kind: 'released' } }

describe('a number that the account owns already', () => {
  it('is not asked for when it is not in the list', async () => {
    const { inventory } = deskWith({})
    assert.equal(await ownedAlready(inventory, account.id, owned.number), undefined)
  })

  it('is asked for anew when it is in the list, which may be old', async () => {
    const kept = deskWith({ getOwned: async () => owned }, owned)
    assert.deepEqual(await ownedAlready(kept.inventory, account.id, owned.number), owned)
    for (const now of [undefined, released]) {
      const { inventory } = deskWith({ getOwned: async () => now }, owned)
      assert.equal(await ownedAlready(inventory, account.id, owned.number), undefined)
      assert.deepEqual(inventory.find(account.id, owned.number), now)
    }
  })

  it('counts as owned when it is in the list and cannot be asked for', async () => {
    const { inventory } = deskWith({ getOwned: () => Promise.reject(buildError('network')) }, owned)
    assert.deepEqual(await ownedAlready(inventory, account.id, owned.number), owned)
  })

  it('is not what was released and can be taken back', async () => {
    const { inventory } = deskWith({}, released)
    assert.equal(await ownedAlready(inventory, account.id, owned.number), undefined)
  })

  it('is found, with its row, where the provider says that it is the account’s', async () => {
    const desk = deskWith({ settleRent: async () => 'rented', getOwned: async () => owned })
    assert.equal(await foundOwned(desk, account, { number: owned.number, options: {} }), true)
    assert.deepEqual(desk.inventory.find(account.id, owned.number), owned)
  })

  it('is not claimed where the provider denies it or does not tell', async () => {
    for (const settleRent of [
      async () => 'notRented' as const,
      async () => 'unknown' as const,
      () => Promise.reject(buildError('network')),
    ]) {
      assert.equal(await foundOwned(deskWith({ settleRent }), account, { number: owned.number, options: {} }), false)
    }
  })

  it('is told with provider, account and number', () => {
    assert.equal(
      alreadyOwnedText('+1 312 555 0142', 'Testphone', account),
      '+1 312 555 0142 is already yours at Testphone with “Production”, so nothing more was rented.',
    )
  })
})

function deskWith(scripted: Partial<ProviderDriver>, ...rows: readonly OwnedNumber[]) {
  const driver = stubDriver(scripted)
  const inventory = createInventory({ now: () => 77, driverFor: async () => ({ kind: 'ready', driver }) })
  inventory.setAccounts([account])
  for (const row of rows) inventory.put(row)
  return { driver, inventory }
}

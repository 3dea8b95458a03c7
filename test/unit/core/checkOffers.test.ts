import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type CheckedOffer, type ChosenOffer, checkOffers } from '../../../src/core/checkOffers.ts'
import { createInventory } from '../../../src/core/inventory.ts'
import type { Quote } from '../../../src/core/offer.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import { recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import type { SpendingLimits } from '../../../src/core/spendingGuard.ts'
import { buildAccount, buildError, buildOffer, buildOwnedNumber } from '../../support/builders.ts'
import { listing } from '../../support/scriptedPages.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const numbers = ['+13125550101', '+13125550102', '+13125550103']

describe('asking several offers again', () => {
  it('keeps the order and says how far it is', async () => {
    const heard: number[] = []
    const items = numbers.map((number) => chosen(number))
    const checked = await check(items, {}, (answered) => heard.push(answered))
    assert.deepEqual(
      checked.map(({ item }) => item.chosen.number),
      numbers,
    )
    assert.deepEqual(heard, [1, 2, 3])
    assert.deepEqual(kinds(checked), ['ready', 'ready', 'ready'])
  })

  it('leaves out what is gone and what cannot be asked, and keeps the others', async () => {
    const failing = stubDriver({ quote: () => Promise.reject(buildError('network', { operation: 'quote' })) })
    const gone = stubDriver({ quote: async () => ({ kind: 'gone' }), settleRent: async () => 'notRented' })
    const items = [
      chosen('+13125550101', { driver: gone }),
      chosen('+13125550102', { driver: failing }),
      chosen('+13125550103'),
    ]
    assert.deepEqual(kinds(await check(items)), ['gone', 'failed', 'ready'])
  })

  it('leaves out what the account owns already, and what another window just rented', async () => {
    const rented = stubDriver({ quote: async () => ({ kind: 'gone' }), settleRent: async () => 'rented' })
    const items = [chosen('+13125550101', { driver: rented }), chosen('+13125550102'), chosen('+13125550103')]
    const owned = buildOwnedNumber('+13125550102')
    assert.deepEqual(kinds(await check(items, {}, () => {}, [owned])), ['alreadyOwned', 'alreadyOwned', 'ready'])
  })

  it('holds every price of now, not of the search, against the limit', async () => {
    const dearer = quoting({ kind: 'offered', offer: buildOffer(undefined, { price: recurringPrice('2', 'USD') }) })
    const items = [chosen('+13125550101', { driver: dearer }), chosen('+13125550102')]
    assert.deepEqual(kinds(await check(items, { USD: '1.00' })), ['aboveLimit', 'ready'])
  })

  it('leaves out an unknown price while a limit is set', async () => {
    const unknown = quoting({ kind: 'offered', offer: buildOffer(undefined, { price: unknownPrice }) })
    assert.deepEqual(kinds(await check([chosen('+13125550101', { driver: unknown })], { USD: 5 })), ['aboveLimit'])
  })

  it('stops as a whole when the person cancels', async () => {
    const cancelled = stubDriver({ quote: () => Promise.reject(buildError('cancelled', { operation: 'quote' })) })
    await assert.rejects(check([chosen('+13125550101', { driver: cancelled }), chosen('+13125550102')]), {
      facts: { kind: 'cancelled', provider: 'testphone', operation: 'quote' },
    })
  })
})

function quoting(quote: Quote) {
  return stubDriver({ quote: async () => quote })
}

function chosen(number: string, differences: Partial<ChosenOffer> = {}): ChosenOffer {
  const driver = stubDriver({ quote: async (offer) => ({ kind: 'offered', offer }) })
  return { account: buildAccount(), driver, chosen: buildOffer(number), ...differences }
}

function check(
  items: readonly ChosenOffer[],
  limits: SpendingLimits = {},
  onAnswer: (n: number) => void = () => {},
  owned: readonly OwnedNumber[] = [],
) {
  const row = async (number: string) => owned.find((one) => one.number === number)
  const driver = stubDriver({ getOwned: row, listOwned: listing([]) })
  const inventory = createInventory({ now: () => 77, driverFor: async () => ({ kind: 'ready', driver }) })
  inventory.setAccounts([buildAccount()])
  for (const one of owned) inventory.put(one)
  return checkOffers(items, { inventory, limits, onAnswer }, new AbortController().signal)
}

function kinds(checked: readonly CheckedOffer[]): string[] {
  return checked.map((one) => (one.kind === 'ready' ? one.kind : one.why.kind))
}

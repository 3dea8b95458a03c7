import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Offer } from '../../../../src/core/offer.ts'
import type { PickItem } from '../../../../src/vscode/prompts/prompts.ts'
import { buildError, buildOffer } from '../../../support/builders.ts'
import { pick, type Turn } from '../../../support/scriptedPrompts.ts'
import { anything, leave, look, run, usa } from './searchScript.ts'
import { offering, production, type SearchWorld } from './searchTools.ts'

const tryvox = production('account-1', 'tryvox')
describe('the list of offers', () => {
  it('comes back with what was found when the question about money is not agreed to', async () => {
    const { driver, seen } = offering(buildOffer('+13125550101'), buildOffer('+13125550102'))
    const world = { accounts: [tryvox], drivers: { 'account-1': driver } }
    await run(
      world,
      undefined,
      ...[usa, ...anything, pick('+1 312 555 0101'), { kind: 'confirm', agree: false } as const],
      ...[pick('+1 312 555 0102'), { kind: 'confirm', agree: true } as const, { kind: 'notify' } as const],
    )
    assert.deepEqual(seen, { searches: 1, rents: 1 })
  })

  it('comes back without the number that is gone, and Escape ends it there', async () => {
    const { driver, seen } = offering(buildOffer('+13125550101'), buildOffer('+13125550102'))
    const rent = async () => {
      throw buildError('taken', { operation: 'rent' })
    }
    const world = {
      accounts: [tryvox],
      drivers: { 'account-1': { ...driver, rent, settleRent: async () => 'notRented' as const } },
    }
    let left: readonly string[] = []
    const other: Turn = {
      kind: 'pick',
      choose(items) {
        const offers = items.filter(({ value }) => isOffer(value))
        left = offers.map(({ label }) => label)
        return offers[0]
      },
    }
    const prompts = await run(
      world,
      undefined,
      ...[usa, ...anything, pick('+1 312 555 0101'), { kind: 'confirm', agree: true } as const],
      ...[{ kind: 'notify' } as const, other, { kind: 'confirm', agree: false } as const, leave],
    )
    assert.deepEqual(left, ['+1 312 555 0102'])
    assert.equal(prompts.notices.length, 1)
    assert.equal(seen.searches, 1)
  })

  it('comes back from the options of a rent, by Back and by Escape', async () => {
    const { driver, seen } = offering(buildOffer('+13125550101'))
    const world = { accounts: [production('account-1', 'plivo')], drivers: { 'account-1': driver } }
    const offer = pick('+1 312 555 0101')
    await run(world, undefined, usa, ...anything, offer, { kind: 'back' }, offer, leave, leave)
    assert.deepEqual(seen, { searches: 1, rents: 0 })
  })

  it('says why an offer cannot be rented, and leads back or to another search', async () => {
    const reason = 'It needs an order. Make one in the console.'
    const { driver, seen } = offering(buildOffer('+13125550101', { rentable: { kind: 'notHere', reason } }))
    const world = { accounts: [tryvox], drivers: { 'account-1': driver } }
    let said: readonly string[] = []
    const searchAgain: Turn = {
      kind: 'pick',
      choose(items) {
        said = items.filter(({ value }) => value === undefined).map(({ label }) => label)
        return items.find(({ label }) => label === 'Search again')
      },
    }
    const offer = pick('+1 312 555 0101')
    await run(world, undefined, ...[usa, ...anything, offer, pick('Back to the offers'), offer, searchAgain, leave])
    assert.deepEqual(said, ['It needs an order.', 'Make one in the console.'])
    assert.deepEqual(seen, { searches: 1, rents: 0 })
  })

  it('marks what the person’s limit keeps back, and says so instead of asking the price', async () => {
    const { driver, seen } = offering(buildOffer('+13125550101'), buildOffer('+13125550102'))
    const world = { accounts: [tryvox], drivers: { 'account-1': driver }, limits: { USD: '0.10' } }
    let marked: readonly (string | undefined)[] = []
    const see: Turn = {
      kind: 'pick',
      choose(items) {
        marked = items.filter(({ group }) => group !== undefined).map(({ description }) => description)
        return items.find(({ label }) => label === '+1 312 555 0101')
      },
    }
    await run(world, undefined, usa, ...anything, see, pick('Back to the offers'), leave)
    assert.equal(marked[0], 'USD 0.50/mo, set-up USD 0.00 · above your limit of USD 0.10/mo')
    assert.equal(seen.rents, 0)
  })

  it('can be sorted without asking again, and the order is remembered', async () => {
    const cheap = buildOffer('+13125550102', { price: { kind: 'unknown' } })
    const { driver, seen } = offering(cheap, buildOffer('+13125550101'))
    const world: SearchWorld = { accounts: [tryvox], drivers: { 'account-1': driver } }
    const orders: (readonly string[])[] = []
    const numbers = (items: readonly PickItem<unknown>[]) =>
      orders.push(items.filter(({ value }) => isOffer(value)).map(({ label }) => label.slice(-4)))
    await run(
      world,
      undefined,
      ...[usa, ...anything, look(numbers, (label) => label.endsWith('0101')), pick('Monthly price')],
      ...[look(numbers, (label) => label.endsWith('0101')), leave, leave],
    )
    assert.deepEqual(
      [orders.at(0), orders.at(-1)],
      [
        ['0102', '0101'],
        ['0101', '0102'],
      ],
    )
    assert.equal(seen.searches, 1)
    assert.equal((world.lastSearch as { order?: string }).order, 'monthly')
  })
})

function isOffer(value: unknown): value is Offer {
  return typeof value === 'object' && value !== null && 'rentable' in value
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { arrangeOffers, offerOrders, type PlacedOffer } from '../../../src/core/offerOrder.ts'
import { oncePrice, type Price, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import { buildOffer } from '../../support/builders.ts'

const cents = fc.nat(100_000)
const amountOf = (value: number) => `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`
const currency = fc.constantFrom('USD', 'EUR', 'GBP')
const monthly: fc.Arbitrary<Price> = fc.oneof(
  fc.constant(unknownPrice),
  fc
    .tuple(cents, currency, fc.constantFrom(1, 3, 12))
    .map(([value, code, months]) => recurringPrice(amountOf(value), code, months)),
)
const setup: fc.Arbitrary<Price> = fc.oneof(
  fc.constant(unknownPrice),
  fc.tuple(cents, currency).map(([value, code]) => oncePrice(amountOf(value), code)),
)
const placed: fc.Arbitrary<PlacedOffer> = fc
  .record({
    price: monthly,
    setup,
    number: fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }),
    type: fc.constantFrom('local', 'mobile', 'tollFree', 'satellite'),
    here: fc.boolean(),
    source: fc.constantFrom('First · Production', 'Second · Production', 'Second · Test'),
    aboveLimit: fc.boolean(),
  })
  .map(({ here, number, source, aboveLimit, ...traits }) => ({
    source,
    aboveLimit,
    offer: buildOffer(`+1${number}`, {
      ...traits,
      rentable: here ? { kind: 'direct' } : { kind: 'notHere', reason: 'Order it.' },
    }),
  }))

/** Cents per month as a fraction that compares exactly: cents times twelve, by the months. */
function perYear(price: Price): number {
  if (price.kind !== 'recurring') return Number.NaN
  return (Number(price.money.amount.replace('.', '')) * 12) / price.months
}

const rank = ({ offer, aboveLimit }: PlacedOffer) => (offer.rentable.kind === 'notHere' ? 2 : aboveLimit ? 1 : 0)

describe('offers in an order', () => {
  it('are all there, each once, in groups with different headings', () => {
    fc.assert(
      fc.property(fc.array(placed), fc.constantFrom(...offerOrders), (offers, order) => {
        const groups = arrangeOffers(offers, order)
        const arranged = groups.flatMap((group) => group.offers)
        assert.equal(arranged.length, offers.length)
        assert.deepEqual(new Set(arranged), new Set(offers))
        assert.equal(new Set(groups.map(({ heading }) => heading)).size, groups.length)
        assert.ok(groups.every((group) => group.offers.length > 0))
      }),
    )
  })

  it('have in every group what can be rented before what cannot', () => {
    fc.assert(
      fc.property(fc.array(placed), fc.constantFrom(...offerOrders), (offers, order) => {
        for (const group of arrangeOffers(offers, order)) {
          const ranks = group.offers.map(rank)
          assert.deepEqual(ranks, [...ranks].sort())
        }
      }),
    )
  })

  it('by monthly price never compare two currencies and never count a price of several months as one', () => {
    fc.assert(
      fc.property(fc.array(placed), (offers) => {
        const groups = arrangeOffers(offers, 'monthly').filter(({ heading }) => /^[A-Z]{3},/.test(heading))
        for (const { heading, offers: inGroup } of groups) {
          for (const { offer } of inGroup) {
            assert.equal(offer.price.kind === 'recurring' && offer.price.money.currency, heading.slice(0, 3))
          }
          for (const [at, one] of inGroup.entries()) {
            const next = inGroup[at + 1]
            if (next === undefined || rank(next) !== rank(one)) continue
            assert.ok(perYear(one.offer.price) <= perYear(next.offer.price))
          }
        }
      }),
    )
  })

  it('by price end with unknown prices, and then with what cannot be rented from here', () => {
    const known = { offer: buildOffer('+13125550101'), source: 'First', aboveLimit: false }
    const unknown = { ...known, offer: buildOffer('+13125550102', { price: unknownPrice, setup: unknownPrice }) }
    const elsewhere = {
      ...known,
      offer: buildOffer('+13125550103', { rentable: { kind: 'notHere', reason: 'Order it.' } }),
    }
    const euro = { ...known, offer: buildOffer('+13125550104', { price: recurringPrice('0.10', 'EUR') }) }
    const headings = (order: 'monthly' | 'setup') =>
      arrangeOffers([elsewhere, unknown, known, euro], order).map(({ heading }) => heading)
    assert.deepEqual(headings('monthly'), [
      'EUR, cheapest per month first',
      'USD, cheapest per month first',
      'Price unknown',
      'Cannot be rented from here',
    ])
    assert.deepEqual(headings('setup'), [
      'USD, cheapest set-up first',
      'Set-up price unknown',
      'Cannot be rented from here',
    ])
  })

  it('by provider keep the order of the accounts and of each account’s answer', () => {
    const one = (number: string, source: string) => ({ offer: buildOffer(number), source, aboveLimit: false })
    const groups = arrangeOffers(
      [one('+13125550109', 'Second'), one('+13125550101', 'Second'), one('+13125550105', 'First')],
      'provider',
    )
    assert.deepEqual(
      groups.map(({ heading, offers }) => [heading, offers.map(({ offer }) => offer.number.slice(-1))]),
      [
        ['Second', ['9', '1']],
        ['First', ['5']],
      ],
    )
  })

  it('by type name a provider’s own word after the known ones', () => {
    const types = ['satellite', 'tollFree', undefined, 'local']
    const offers = types.map((type, at) => {
      const { type: _, ...untyped } = buildOffer(`+1312555010${at}`)
      return { offer: { ...untyped, ...(type === undefined ? {} : { type }) }, source: 'First', aboveLimit: false }
    })
    assert.deepEqual(
      arrangeOffers(offers, 'type').map(({ heading }) => heading),
      ['Local', 'Toll-free', 'Satellite', 'Type not told'],
    )
  })
})

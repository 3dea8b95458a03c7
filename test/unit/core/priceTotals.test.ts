import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { oncePrice, type Price, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import { describeTotals, totalPrices } from '../../../src/core/priceTotals.ts'

const cents = fc.nat(100_000_000)
const amountOf = (value: number) => `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`
const currency = fc.constantFrom('USD', 'EUR', 'GBP')
const prices: fc.Arbitrary<Price> = fc.oneof(
  fc.constant(unknownPrice),
  fc.tuple(cents, currency).map(([value, code]) => oncePrice(amountOf(value), code)),
  fc
    .tuple(cents, currency, fc.constantFrom(1, 3, 12))
    .map(([value, code, months]) => recurringPrice(amountOf(value), code, months)),
)

describe('totals of prices', () => {
  it('are the exact sums, apart by currency and period, and count what is unknown', () => {
    fc.assert(
      fc.property(fc.array(prices), (list) => {
        const { known, unknown } = totalPrices(list)
        assert.equal(unknown, list.filter((price) => price.kind === 'unknown').length)
        const keys = known.map(keyOf)
        assert.equal(new Set(keys).size, keys.length)
        for (const total of known) {
          const same = list.filter((price) => keyOf(price) === keyOf(total))
          assert.equal(
            inCents(total),
            same.reduce((sum, price) => sum + inCents(price), 0n),
          )
        }
        assert.deepEqual(new Set(keys), new Set(list.filter((price) => price.kind !== 'unknown').map(keyOf)))
      }),
    )
  })

  it('do not lose a small fraction beside a large amount', () => {
    const { known } = totalPrices([recurringPrice('99999999999.99', 'USD'), recurringPrice('0.000000000001', 'USD')])
    assert.deepEqual(known, [recurringPrice('99999999999.990000000001', 'USD')])
  })

  it('name each currency and period, and say how many prices are unknown', () => {
    const list = [
      recurringPrice('0.50000', 'USD'),
      recurringPrice('2', 'USD'),
      recurringPrice('1', 'EUR'),
      recurringPrice('9', 'USD', 3),
      unknownPrice,
      unknownPrice,
    ]
    assert.equal(
      describeTotals(totalPrices(list)),
      'USD 2.50 per month, EUR 1.00 per month, USD 9.00 every 3 months, 2 with unknown price',
    )
  })

  it('never read as zero when nothing is known', () => {
    assert.equal(describeTotals(totalPrices([unknownPrice])), '1 with unknown price')
  })
})

function keyOf(price: Price): string {
  if (price.kind === 'unknown') return 'unknown'
  return `${price.kind} ${price.money.currency} ${price.kind === 'recurring' ? price.months : ''}`
}

function inCents(price: Price): bigint {
  return price.kind === 'unknown' ? 0n : BigInt(price.money.amount.replace('.', ''))
}

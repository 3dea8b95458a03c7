import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { oncePrice, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import { checkSpending, type SpendingLimits } from '../../../src/core/spendingGuard.ts'

const five: SpendingLimits = { USD: '5.00' }

function reasonOf(price: Parameters<typeof checkSpending>[0], limits: SpendingLimits): string {
  const verdict = checkSpending(price, limits)
  return verdict.kind === 'refused' ? verdict.reason : assert.fail('it was let through')
}

describe('the spending limit', () => {
  it('lets everything through while none is set', () => {
    for (const limits of [{}, { USD: undefined }, { USD: null }]) {
      for (const price of [unknownPrice, recurringPrice('900', 'USD')]) {
        assert.deepEqual(checkSpending(price, limits), { kind: 'fine' })
      }
    }
  })

  it('lets prices through up to and including the limit', () => {
    for (const amount of ['0', '4.99', '5', '5.00000']) {
      assert.deepEqual(checkSpending(recurringPrice(amount, 'USD'), five), { kind: 'fine' })
    }
    assert.deepEqual(checkSpending(recurringPrice('5.00', 'USD'), { USD: 5 }), { kind: 'fine' })
  })

  it('refuses the smallest amount above it and says both figures', () => {
    const reason = reasonOf(recurringPrice('5.00001', 'USD'), five)
    assert.match(reason, /USD 5\.00001 per month/)
    assert.match(reason, /USD 5\.00 per month/)
    assert.match(reason, /phoneNumbers\.spending\.maxMonthlyPerRental/)
  })

  it('counts by the month when a price is for several', () => {
    assert.deepEqual(checkSpending(recurringPrice('15.00', 'USD', 3), five), { kind: 'fine' })
    assert.match(reasonOf(recurringPrice('15.01', 'USD', 3), five), /every 3 months/)
  })

  it('refuses what it cannot compare: unknown prices, other currencies, limits that are no amounts', () => {
    assert.match(reasonOf(unknownPrice, five), /not known/)
    assert.match(reasonOf(oncePrice('1', 'USD'), five), /not known/)
    assert.match(reasonOf(recurringPrice('0.01', 'EUR'), five), /no usable limit for EUR/)
    for (const broken of ['five', '-1', '1e3', '', true, {}, [], Number.NaN, 1e21]) {
      assert.match(reasonOf(recurringPrice('0.01', 'USD'), { USD: broken }), /no usable limit for USD/)
    }
  })

  it('is not found in the prototype of an object', () => {
    assert.match(
      reasonOf(recurringPrice('1', 'USD'), Object.create({ USD: '9' }, { EUR: { value: '1', enumerable: true } })),
      /USD/,
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { decimalText, oncePrice, type Price, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
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

/** Cents as decimal text with some zeros at the end, which do not count. */
const cents = fc.integer({ min: 0, max: 10_000_000 })
const zeros = fc.integer({ min: 0, max: 6 })
const decimal = (amount: number, more = 0) =>
  `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}${'0'.repeat(more)}`
const periods = fc.integer({ min: 1, max: 36 })
const currencies = fc.constantFrom('USD', 'EUR', 'GBP', 'CAD')
const isFine = (price: Price, limits: SpendingLimits) => checkSpending(price, limits).kind === 'fine'

describe('the spending limit, for any amounts', () => {
  it('lets through exactly what costs at most the limit for its months, however the zeros are written', () => {
    fc.assert(
      fc.property(cents, cents, periods, zeros, zeros, (amount, limit, months, some, others) => {
        const price = recurringPrice(decimal(amount, some), 'USD', months)
        return isFine(price, { USD: decimal(limit, others) }) === amount <= limit * months
      }),
    )
  })

  it('decides at the limit by the smallest step that can be written', () => {
    fc.assert(
      fc.property(cents, periods, fc.integer({ min: 3, max: 12 }), (limit, months, places) => {
        const step = `${decimal(limit * months)}${'0'.repeat(places - 3)}1`
        const limits = { USD: decimal(limit) }
        return (
          isFine(recurringPrice(decimal(limit * months), 'USD', months), limits) &&
          !isFine(recurringPrice(step, 'USD', months), limits)
        )
      }),
    )
  })

  it('is the same whether it is set as a number or as text', () => {
    fc.assert(
      fc.property(cents, cents, (amount, limit) => {
        const price = recurringPrice(decimal(amount), 'USD')
        return isFine(price, { USD: limit / 100 }) === isFine(price, { USD: decimal(limit) })
      }),
    )
  })

  it('never becomes laxer by being lowered', () => {
    fc.assert(
      fc.property(cents, cents, cents, (amount, one, other) => {
        const price = recurringPrice(decimal(amount), 'USD')
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        return !isFine(price, { USD: decimal(low) }) || isFine(price, { USD: decimal(high) })
      }),
    )
  })

  it('of one currency says nothing about another', () => {
    fc.assert(
      fc.property(cents, currencies, currencies, (amount, paid, limited) => {
        const price = recurringPrice(decimal(amount), paid)
        return isFine(price, { [limited]: '999999' }) === (paid === limited)
      }),
    )
  })

  it('lets nothing through that it cannot read, whatever the setting holds', () => {
    const readable = (value: unknown) =>
      (typeof value === 'string' || typeof value === 'number') && decimalText(value) !== undefined
    fc.assert(
      fc.property(fc.anything(), cents, (value, amount) => {
        const limits = { USD: value, EUR: '1' }
        fc.pre(!readable(value))
        return !isFine(recurringPrice(decimal(amount), 'USD'), limits)
      }),
    )
  })

  it('always says why it refuses, naming the setting', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), cents, currencies, (limits, amount, currency) => {
        const verdict = checkSpending(recurringPrice(decimal(amount), currency), limits)
        return verdict.kind === 'fine' || verdict.reason.includes('phoneNumbers.spending.maxMonthlyPerRental')
      }),
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  decimalText,
  describePrice,
  displayAmount,
  oncePrice,
  type Price,
  recurringPrice,
  samePrice,
  unknownPrice,
} from '../../../src/core/price.ts'

const amounts = fc
  .tuple(fc.stringMatching(/^\d{1,15}$/), fc.option(fc.stringMatching(/^\d{1,12}$/), { nil: undefined }))
  .map(([whole, fraction]) => (fraction === undefined ? whole : `${whole}.${fraction}`))

describe('decimalText', () => {
  it('keeps every plain amount exactly as it was written', () => {
    fc.assert(fc.property(amounts, (amount) => decimalText(amount) === amount))
  })

  it('reads numbers of an answer without inventing digits', () => {
    assert.equal(decimalText(19.99), '19.99')
    assert.equal(decimalText(2.5), '2.5')
    assert.equal(decimalText(0), '0')
  })

  const refused = [
    '',
    ' ',
    '-1',
    '+1',
    '1e3',
    '.5',
    '1.',
    '1,50',
    'free',
    'NaN',
    'Infinity',
    '0x10',
    '1.5.0',
    '１',
    '1 000',
    '9'.repeat(16),
  ]
  for (const text of refused) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(decimalText(text), undefined))
  }

  it('refuses numbers that have no plain decimal form', () => {
    for (const value of [-1, 1e21, 1e-7, Number.NaN, Number.POSITIVE_INFINITY, null, undefined]) {
      assert.equal(decimalText(value), undefined)
    }
  })

  it('never lets anything through that is not digits with at most one point', () => {
    fc.assert(fc.property(fc.string(), (text) => /^(\d+(\.\d+)?)?$/.test(decimalText(text) ?? '')))
    fc.assert(fc.property(fc.double(), (value) => /^(\d+(\.\d+)?)?$/.test(decimalText(value) ?? '')))
  })
})

describe('displayAmount', () => {
  it('drops zeros at the end, keeps two places and never rounds', () => {
    assert.equal(displayAmount('0.50000'), '0.50')
    assert.equal(displayAmount('1'), '1.00')
    assert.equal(displayAmount('42.0001'), '42.0001')
    assert.equal(displayAmount('007.5'), '7.50')
    assert.equal(displayAmount('0'), '0.00')
  })

  it('shows the same value that was written', () => {
    const exact = (text: string) => {
      const [whole = '', fraction = ''] = text.split('.')
      return BigInt(whole + fraction.padEnd(12, '0'))
    }
    fc.assert(fc.property(amounts, (amount) => exact(displayAmount(amount)) === exact(amount)))
  })
})

describe('prices', () => {
  it('say how often they are paid', () => {
    assert.equal(describePrice(recurringPrice('0.50000', 'USD')), 'USD 0.50 per month')
    assert.equal(describePrice(recurringPrice('3', 'EUR', 3)), 'EUR 3.00 every 3 months')
    assert.equal(describePrice(oncePrice(2.99, 'GBP')), 'GBP 2.99 once')
  })

  it('are unknown, not zero, when amount, currency or period are missing', () => {
    const unknown: Price[] = [
      recurringPrice(undefined, 'USD'),
      recurringPrice('1.00', undefined),
      recurringPrice('1.00', 'usd'),
      recurringPrice('1.00', 'US'),
      recurringPrice('1.00', 'USD', 0),
      recurringPrice('1.00', 'USD', 1.5),
      oncePrice(null, 'USD'),
      oncePrice('free', 'USD'),
    ]
    for (const price of unknown) assert.equal(describePrice(price), 'price unknown')
  })

  it('tell a price of zero from an unknown one', () => {
    assert.equal(describePrice(oncePrice('0.00', 'USD')), 'USD 0.00 once')
  })

  it('are the same when only the zeros differ', () => {
    assert.equal(samePrice(recurringPrice('0.5', 'USD'), recurringPrice('0.50000', 'USD')), true)
    assert.equal(samePrice(unknownPrice, unknownPrice), true)
  })

  it('differ in amount, currency, period and kind', () => {
    const price = recurringPrice('0.50', 'USD')
    const others = [
      recurringPrice('0.51', 'USD'),
      recurringPrice('0.50', 'EUR'),
      recurringPrice('0.50', 'USD', 12),
      oncePrice('0.50', 'USD'),
      unknownPrice,
    ]
    for (const other of others) {
      assert.equal(samePrice(price, other), false)
      assert.equal(samePrice(other, price), false)
    }
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDecimals, compareDecimals, timesWhole } from '../../../src/core/decimal.ts'

/** Amounts as a whole number of millionths, and their text. */
const amounts = fc.bigInt({ min: 0n, max: 10n ** 18n }).map((millionths) => {
  const digits = millionths.toString().padStart(7, '0')
  return { millionths, text: `${digits.slice(0, -6)}.${digits.slice(-6)}` }
})
const millionthsOf = (text: string) => {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(6, '0'))
}

describe('decimal text', () => {
  it('is compared exactly, however the zeros are written', () => {
    assert.equal(compareDecimals('0.5', '0.50000'), 0)
    assert.equal(compareDecimals('10', '9.99'), 1)
    assert.equal(compareDecimals('9.99', '10'), -1)
    assert.equal(compareDecimals('0.30000000000000001', '0.3'), 1)
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const expected = a.millionths < b.millionths ? -1 : a.millionths > b.millionths ? 1 : 0
        return compareDecimals(a.text, b.text) === expected
      }),
    )
  })

  it('is multiplied and added without binary fractions', () => {
    assert.equal(timesWhole('0.10', 3), '0.30')
    assert.equal(timesWhole('5', 12), '60')
    assert.equal(addDecimals(['0.1', '0.20']), '0.30')
    assert.equal(addDecimals(['19.99', '2.99', '100']), '122.98')
    assert.equal(addDecimals([]), '0')
    fc.assert(
      fc.property(fc.array(amounts), (list) => {
        const sum = list.reduce((total, { millionths }) => total + millionths, 0n)
        return millionthsOf(addDecimals(list.map(({ text }) => text))) === sum
      }),
    )
    fc.assert(
      fc.property(amounts, fc.nat(1_000), ({ millionths, text }, factor) => {
        return millionthsOf(timesWhole(text, factor)) === millionths * BigInt(factor)
      }),
    )
  })
})

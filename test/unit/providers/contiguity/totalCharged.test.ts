import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { totalCharged } from '../../../../src/providers/contiguity/totalCharged.ts'

describe('totalCharged', () => {
  it('adds decimal text without binary rounding', () => {
    assert.deepEqual(totalCharged(0.1, 0.2, 'USD'), { amount: '0.3', currency: 'USD' })
    assert.deepEqual(totalCharged(2.99, 19.99, 'EUR'), { amount: '22.98', currency: 'EUR' })
    assert.deepEqual(totalCharged('0', '5', 'USD'), { amount: '5', currency: 'USD' })
    assert.deepEqual(totalCharged('999999999999999.99', '0.015', 'USD'), {
      amount: '1000000000000000.005',
      currency: 'USD',
    })
  })

  it('is unknown when a part or the currency is missing or malformed', () => {
    assert.equal(totalCharged(undefined, 1, 'USD'), undefined)
    assert.equal(totalCharged(1, -1, 'USD'), undefined)
    assert.equal(totalCharged(1, 1e-7, 'USD'), undefined)
    assert.equal(totalCharged(1, 1, 'dollars'), undefined)
    assert.equal(totalCharged(1, 1, null), undefined)
  })
})

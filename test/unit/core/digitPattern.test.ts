import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { matchesDigits, parseDigitPattern, writeDigitPattern } from '../../../src/core/digitPattern.ts'

describe('the digits box', () => {
  it('reads where the digits stand from the stars', () => {
    assert.deepEqual(parseDigitPattern('312'), { position: 'start', digits: '312' })
    assert.deepEqual(parseDigitPattern('312*'), { position: 'start', digits: '312' })
    assert.deepEqual(parseDigitPattern('*0142'), { position: 'end', digits: '0142' })
    assert.deepEqual(parseDigitPattern('*55*'), { position: 'contains', digits: '55' })
  })

  it('drops what people put between digits', () => {
    assert.deepEqual(parseDigitPattern(' (312) 555-01 '), { position: 'start', digits: '31255501' })
  })

  it('reads again what was written from a pattern', () => {
    for (const position of ['start', 'contains', 'end'] as const) {
      const pattern = { position, digits: '0142' }
      assert.deepEqual(parseDigitPattern(writeDigitPattern(pattern)), pattern)
    }
  })

  it('takes nothing for any digits', () => {
    assert.equal(parseDigitPattern(''), undefined)
    assert.equal(parseDigitPattern('  '), undefined)
  })

  it('refuses what is not digits', () => {
    for (const text of ['abc', '+1312', '*', '**', '3*2', '1'.repeat(15), '３１２'])
      assert.equal(parseDigitPattern(text), 'invalid', text)
  })
})

describe('matchesDigits', () => {
  it('looks where the pattern says', () => {
    const national = '3125550142'
    assert.equal(matchesDigits(national, { position: 'start', digits: '312' }), true)
    assert.equal(matchesDigits(national, { position: 'start', digits: '555' }), false)
    assert.equal(matchesDigits(national, { position: 'contains', digits: '555' }), true)
    assert.equal(matchesDigits(national, { position: 'contains', digits: '999' }), false)
    assert.equal(matchesDigits(national, { position: 'end', digits: '0142' }), true)
    assert.equal(matchesDigits(national, { position: 'end', digits: '312' }), false)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { adviseOnDigits } from '../../../src/core/digitAdvice.ts'

describe('advice on digits', () => {
  it('has nothing to say about digits of the national number', () => {
    for (const text of ['', '312', '(312) 555', '*0142', '*55*']) assert.equal(adviseOnDigits(text, '1'), undefined)
  })

  it('names the digits to type when the country code came with a plus or two zeros', () => {
    for (const text of ['+49 30', '0049 30', '+4930*']) {
      assert.deepEqual(adviseOnDigits(text, '49'), {
        kind: 'problem',
        text: '+49 is the country code, which is searched anyway. Type 30.',
      })
    }
    assert.match(adviseOnDigits('+49', '49')?.text ?? '', /Type what comes after it\.$/)
  })

  it('says that another country’s code is another country’s', () => {
    assert.deepEqual(adviseOnDigits('+44 20', '1'), {
      kind: 'problem',
      text: 'Numbers of this country start with +1. Type what comes after that.',
    })
  })

  it('only hints at a country code without a plus, because area codes may start the same way', () => {
    assert.deepEqual(adviseOnDigits('4930', '49'), {
      kind: 'hint',
      text: 'If 49 is the country code here, leave it out and type 30.',
    })
    assert.equal(adviseOnDigits('49', '49'), undefined)
    assert.equal(adviseOnDigits('*4930', '49'), undefined)
  })

  it('refuses what is no pattern', () => {
    assert.equal(adviseOnDigits('3*1*2', '1')?.kind, 'problem')
    assert.equal(adviseOnDigits('+', undefined)?.kind, 'problem')
  })
})

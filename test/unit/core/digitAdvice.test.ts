import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { adviseOnDigits } from '../../../src/core/digitAdvice.ts'

const america = { callingCode: '1', trunkPrefix: '1' }
const germany = { callingCode: '49', trunkPrefix: '0' }
const unknown = { callingCode: undefined, trunkPrefix: undefined }

describe('advice on digits', () => {
  it('has nothing to say about digits of the national number', () => {
    for (const text of ['', '312', '(312) 555', '*0142', '*55*']) assert.equal(adviseOnDigits(text, america), undefined)
  })

  it('names the digits to type when the country code came with a plus or two zeros', () => {
    for (const text of ['+49 30', '0049 30', '+4930*']) {
      assert.deepEqual(adviseOnDigits(text, germany), {
        kind: 'problem',
        text: '+49 is the country code, which is searched anyway. Type 30.',
      })
    }
    assert.match(adviseOnDigits('+49', germany)?.text ?? '', /Type what comes after it\.$/)
  })

  it('says that another country’s code is another country’s', () => {
    assert.deepEqual(adviseOnDigits('+44 20', america), {
      kind: 'problem',
      text: 'Numbers of this country start with +1. Type what comes after that.',
    })
  })

  it('only hints at a country code without a plus, because area codes may start the same way', () => {
    assert.deepEqual(adviseOnDigits('4930', germany), {
      kind: 'hint',
      text: 'If 49 is the country code here, leave it out and type 30.',
    })
    assert.equal(adviseOnDigits('49', germany), undefined)
    assert.equal(adviseOnDigits('*4930', germany), undefined)
  })

  it('hints at a zero that is only dialled inside the country', () => {
    const hint = { kind: 'hint', text: 'The 0 in front is only dialled inside the country. Leave it out and type 30.' }
    for (const text of ['030', '0 30', '(0)30']) assert.deepEqual(adviseOnDigits(text, germany), hint, text)
    const hungary = { callingCode: '36', trunkPrefix: '06' }
    assert.match(adviseOnDigits('061', hungary)?.text ?? '', /^The 06 in front .* type 1\.$/)
    assert.match(adviseOnDigits('+49 (0)30', germany)?.text ?? '', /Type 30\.$/)
  })

  it('lets a leading digit be where it belongs to the numbers themselves', () => {
    assert.equal(adviseOnDigits('06', { callingCode: '39', trunkPrefix: undefined }), undefined)
    assert.equal(adviseOnDigits('812', { callingCode: '7', trunkPrefix: '8' }), undefined)
    for (const text of ['0', '*030', '*030*']) assert.equal(adviseOnDigits(text, germany), undefined, text)
  })

  it('refuses what is no pattern', () => {
    assert.equal(adviseOnDigits('3*1*2', america)?.kind, 'problem')
    assert.equal(adviseOnDigits('+', unknown)?.kind, 'problem')
  })
})

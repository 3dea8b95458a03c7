import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { digitsOf, e164FromDigits, parseE164 } from '../../../src/core/phoneNumber.ts'

const digits = fc.stringMatching(/^[1-9]\d{1,14}$/)

describe('E.164 numbers', () => {
  it('are read from a plus and 2 to 15 digits, and given back unchanged', () => {
    fc.assert(fc.property(digits, (text) => parseE164(`+${text}`) === `+${text}`))
  })

  it('survive the way to digits and back', () => {
    fc.assert(
      fc.property(digits, (text) => {
        const number = e164FromDigits(text)
        return number !== undefined && digitsOf(number) === text
      }),
    )
  })

  const refused = [
    '',
    '+',
    '+1',
    '+0123456',
    '13125550142',
    '+1 312 555 0142',
    '+1(312)5550142',
    '++13125550142',
    '+1312555014２',
    '+1234567890123456',
    '+13125550142/',
    '+13125550142\n',
    '+%2B13',
  ]
  for (const text of refused) {
    it(`refuse ${JSON.stringify(text)}`, () => assert.equal(parseE164(text), undefined))
  }

  it('never let a character through that could change a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => /^(\+[1-9][0-9]{1,14})?$/.test(parseE164(text) ?? '')),
    )
  })
})

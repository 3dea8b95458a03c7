import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { envKeyProblem, envLines } from '../../../src/core/envLines.ts'
import { writtenNumber } from '../../../src/core/writtenNumber.ts'
import { createPhoneNumbering } from '../../../src/numbering/phoneFormat.ts'
import { e164 } from '../../support/builders.ts'

const number = e164('+13125550142')
const numbering = createPhoneNumbering()

describe('a number', () => {
  it('is written in each form', () => {
    const forms = (['e164', 'international', 'national', 'tel'] as const).map((form) =>
      writtenNumber(number, form, numbering),
    )
    assert.deepEqual(forms, ['+13125550142', '+1 312 555 0142', '(312) 555-0142', 'tel:+13125550142'])
  })

  it('is read back as the same number from every international form', () => {
    const digits = fc.stringMatching(/^[1-9]\d{6,13}$/).map((text) => e164(`+${text}`))
    fc.assert(
      fc.property(digits, (any) => {
        assert.equal(writtenNumber(any, 'international', numbering).replaceAll(/[^+\d]/g, ''), any)
        assert.equal(writtenNumber(any, 'tel', numbering).slice('tel:'.length), any)
      }),
    )
  })
})

describe('lines of an .env file', () => {
  it('have the key as it was typed', () => {
    assert.equal(envLines('SMS_FROM', [number]), 'SMS_FROM=+13125550142')
  })

  it('count on for several numbers, so that no line replaces another', () => {
    assert.equal(envLines('SMS_FROM', [number, e164('+4930123456')]), 'SMS_FROM_1=+13125550142\nSMS_FROM_2=+4930123456')
  })

  it('take keys that every reader of such files takes', () => {
    for (const key of ['SMS_FROM', 'a', '_x1']) assert.equal(envKeyProblem(key), undefined, key)
    for (const key of ['', ' ', '1A', 'A-B', 'A B', 'A=B', 'Ä', 'A\n', 'A.B'])
      assert.match(envKeyProblem(key) ?? '', /key/, JSON.stringify(key))
  })
})

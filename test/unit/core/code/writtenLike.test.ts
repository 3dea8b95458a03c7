import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { WrittenForm } from '../../../../src/core/code/findNumbers.ts'
import { writtenLike } from '../../../../src/core/code/writtenLike.ts'
import type { E164 } from '../../../../src/core/phoneNumber.ts'
import { e164 } from '../../../support/builders.ts'

const formatted: Readonly<Record<string, string>> = {
  '+12025550142': '+1 202 555 0142',
  '+13125550120': '+1 312 555 0120',
  '+442079460018': '+44 20 7946 0018',
  '+442079460999': '+44 20 7946 0999',
  '+441614960123': '+44 161 496 0123',
}
const format = (number: E164) => formatted[number] ?? number

describe('a replaced number', () => {
  const becomes = (before: string, after: string, cases: readonly (readonly [string, WrittenForm, string])[]) => {
    for (const [written, form, wanted] of cases)
      assert.equal(writtenLike(written, form, { before: e164(before), after: e164(after), format }), wanted, written)
  }

  it('of the same groups stands in the same places, with everything between its digits', () => {
    becomes('+12025550142', '+13125550120', [
      ['+1-202-555-0142', 'international', '+1-312-555-0120'],
      ['+1 (202) 555-0142', 'international', '+1 (312) 555-0120'],
      ['+1.202.555.0142', 'international', '+1.312.555.0120'],
      ['+12025550142', 'international', '+13125550120'],
      ['%2B12025550142', 'international', '%2B13125550120'],
      ['12025550142', 'bare', '13125550120'],
      ['0012025550142', 'bare', '0013125550120'],
      ['(202) 555-0142', 'national', '(312) 555-0120'],
      ['2025550142', 'national', '3125550120'],
    ])
    becomes('+442079460018', '+442079460999', [['020 7946 0018', 'national', '020 7946 0999']])
  })

  it('of other groups is grouped in its own way, and ungrouped where the other was', () => {
    becomes('+442079460018', '+441614960123', [
      ['+44 (0)20 7946 0018', 'international', '+44 161 496 0123'],
      ['020 7946 0018', 'national', '+44 161 496 0123'],
      ['02079460018', 'national', '01614960123'],
      ['442079460018', 'bare', '441614960123'],
    ])
  })

  it('of another country is written with its plus, unless the other had none', () => {
    becomes('+12025550142', '+442079460018', [
      ['+12025550142', 'international', '+442079460018'],
      ['+1 202-555-0142', 'international', '+44 20 7946 0018'],
      ['%2B12025550142', 'international', '%2B442079460018'],
      ['12025550142', 'bare', '442079460018'],
      ['0012025550142', 'bare', '+442079460018'],
      ['(202) 555-0142', 'national', '+44 20 7946 0018'],
      ['2025550142', 'national', '+442079460018'],
    ])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { typedCount, typedNumber } from '../../../src/core/typedConfirmation.ts'
import { createPhoneNumbering } from '../../../src/numbering/phoneFormat.ts'
import { e164 } from '../../support/builders.ts'

const numbering = createPhoneNumbering()

describe('typing the number to release it', () => {
  const expected = typedNumber(e164('+12125550120'), numbering)

  for (const text of [
    '+12125550120',
    '+1 212 555 0120',
    ' +1 (212) 555-0120 ',
    '+1\u00a0212\u00a0555\u00a00120',
    '+1 212‑555‑0120',
    '(212) 555-0120',
    '212 555 0120',
    '212.555.0120',
    '2125550120',
    '1 212 555 0120',
  ]) {
    it(`accepts “${text}”`, () => assert.equal(expected.matches(text), true))
  }

  for (const text of [
    '',
    '+',
    '555 0120',
    '0120',
    '+12125550121',
    '(212) 555-0121',
    '+121255501201',
    '+2125550120',
    '+44 212 555 0120',
    'release',
    '+1 212 555 0120 x',
    '+1 212 555 0120 ext. 7',
  ]) {
    it(`does not accept “${text}”`, () => assert.equal(expected.matches(text), false))
  }
})

describe('what to type to release a number', () => {
  const expected = typedNumber(e164('+12125550120'), numbering)

  it('says both forms in which it can be typed', () => {
    assert.equal(expected.asked, 'the number, +1 212 555 0120 or (212) 555-0120,')
    assert.equal(expected.example, '+1 212 555 0120')
  })

  it('accepts every form that it asks for, in any country', () => {
    for (const number of ['+12125550120', '+442079460120', '+61491570006', '+3197010280120', '+4915735990120']) {
      const { matches } = typedNumber(e164(number), numbering)
      assert.equal(matches(numbering.format(e164(number))), true, number)
      assert.equal(matches(numbering.formatNational(e164(number))), true, number)
    }
  })

  it('asks for one form where the country is not known', () => {
    const satellite = typedNumber(e164('+881621234567'), numbering)
    assert.equal(satellite.asked, `the number, ${satellite.example},`)
    assert.equal(satellite.matches('621234567'), false)
  })
})

describe('typing how many numbers to release', () => {
  const expected = typedCount(3)

  for (const text of ['release 3', ' Release  3 ', 'RELEASE 3']) {
    it(`accepts “${text}”`, () => assert.equal(expected.matches(text), true))
  }

  for (const text of ['', '3', 'release', 'release 2', 'release 33', 'release3']) {
    it(`does not accept “${text}”`, () => assert.equal(expected.matches(text), false))
  }
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { createPhoneNumbering } from '../../../src/numbering/phoneFormat.ts'
import { e164 } from '../../support/builders.ts'

const numbering = createPhoneNumbering()

describe('the world’s numbering plans', () => {
  it('know the country of a number', () => {
    assert.equal(numbering.countryOf(e164('+12025550143')), 'US')
    assert.equal(numbering.countryOf(e164('+14165550143')), 'CA')
    assert.equal(numbering.countryOf(e164('+4930123456')), 'DE')
    assert.equal(numbering.countryOf(e164('+447700900123')), 'GB')
  })

  it('do not guess where a number belongs that nobody knows', () => {
    assert.equal(numbering.countryOf(e164('+999123456')), undefined)
    assert.equal(numbering.countryOf(e164('+10005550143')), undefined)
  })

  it('know calling codes and say undefined for unknown countries', () => {
    assert.equal(numbering.callingCodeOf('US'), '1')
    assert.equal(numbering.callingCodeOf('DE'), '49')
    for (const code of ['QX', '', 'us', '__proto__', 'toString'])
      assert.equal(numbering.callingCodeOf(code), undefined, code)
  })

  it('know what is dialled before a number inside its country only', () => {
    assert.equal(numbering.trunkPrefixOf('GB'), '0')
    assert.equal(numbering.trunkPrefixOf('HU'), '06')
    for (const code of ['IT', 'CI', 'QX', '']) assert.equal(numbering.trunkPrefixOf(code), undefined, code)
  })

  it('list every country once, each with a calling code', () => {
    const countries = numbering.countries()
    assert.equal(new Set(countries).size, countries.length)
    assert.ok(countries.length > 200)
    for (const country of countries) assert.match(numbering.callingCodeOf(country) ?? '', /^\d{1,3}$/)
  })
})

describe('numbers for people', () => {
  it('under +1 are written as the library writes them, wherever they are', () => {
    const digits = fc.tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
    fc.assert(
      fc.property(digits, ([first, rest]) => {
        const number = e164(`+1${first}${String(rest).padStart(9, '0')}`)
        assert.equal(numbering.format(number), parsePhoneNumberFromString(number)?.formatInternational())
      }),
      { numRuns: 2_000 },
    )
  })

  it('are grouped as in their country', () => {
    assert.equal(numbering.format(e164('+13125550142')), '+1 312 555 0142')
    assert.equal(numbering.formatNational(e164('+13125550142')), '(312) 555-0142')
  })

  it('stay as they are when no plan fits', () => {
    assert.equal(numbering.format(e164('+999123456')), '+999123456')
    assert.equal(numbering.formatNational(e164('+999123456')), '+999123456')
    assert.equal(numbering.format(e164('+110000000000')), '+110000000000')
    assert.equal(numbering.formatNational(e164('+110000000000')), '+110000000000')
  })

  it('are read as people type them', () => {
    for (const text of ['+13125550142', '+1 (312) 555-0142', ' +1 312.555.0142 ']) {
      assert.equal(numbering.parse(text), '+13125550142', text)
    }
    assert.equal(numbering.parse('(312) 555-0142', 'US'), '+13125550142')
    assert.equal(numbering.parse('030 123456', 'DE'), '+4930123456')
    assert.equal(numbering.parse('+49 30 123456', 'US'), '+4930123456')
  })

  for (const text of [
    '',
    'call me',
    '312 555 0142',
    '+1',
    '+1 312',
    '+1 312 555 0142 99999',
    'tel +1 312 555 0142 now',
  ]) {
    it(`are not made up from ${JSON.stringify(text)}`, () => assert.equal(numbering.parse(text), undefined))
  }
})

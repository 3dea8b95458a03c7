import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { type PlannedType, planNumber, plannedCountries } from '../../../../src/sandbox/numberPlan.ts'

const SAMPLES = [0, 1, 7, 57, 99, 250, 999, 1_000, 2_500, 5_050, 9_999]

/** What the phone number library may call a number of our type; some plans do not tell local from mobile. */
const LIBRARY_TYPES: Readonly<Record<PlannedType, readonly string[]>> = {
  local: ['FIXED_LINE', 'FIXED_LINE_OR_MOBILE'],
  mobile: ['MOBILE', 'FIXED_LINE_OR_MOBILE'],
  tollfree: ['TOLL_FREE'],
  national: ['UAN', 'VOIP', 'FIXED_LINE', 'PERSONAL_NUMBER'],
}

/** Kept for fiction and therefore unknown to the library: only their length can be checked. */
const FICTION_ONLY = ['+447700900', '+3363998']

const plans = plannedCountries.flatMap(({ country, types }) => types.map((type) => ({ country, type })))

describe('the number plan', () => {
  it('covers at least thirty countries, each with a name and a type', () => {
    assert.ok(plannedCountries.length >= 30)
    for (const { country, name, types } of plannedCountries) {
      assert.match(country, /^[A-Z]{2}$/)
      assert.notEqual(name, '')
      assert.notEqual(types.length, 0)
    }
  })

  for (const { country, type } of plans) {
    it(`gives valid ${type} numbers of ${country}`, () => {
      for (const n of SAMPLES) {
        const e164 = planNumber(country, type, n)
        const parsed = parsePhoneNumberFromString(e164)
        assert.equal(parsed?.number, e164)
        if (FICTION_ONLY.some((prefix) => e164.startsWith(prefix))) {
          assert.ok(parsed.isPossible(), `${e164} is not possible`)
          continue
        }
        assert.ok(parsed.isValid(), `${e164} is not valid`)
        // Toll-free codes of +1 belong to every country of that plan.
        if (!(e164.startsWith('+1') && type === 'tollfree')) assert.equal(parsed.country, country, e164)
        assert.ok(LIBRARY_TYPES[type].includes(String(parsed.getType())), `${e164} is ${parsed.getType()}`)
      }
    })
  }

  it('never gives one number twice, across all countries and types', () => {
    const seen = new Set<string>()
    for (const { country, type } of plans) {
      for (let n = 0; n < 10_000; n += 1) seen.add(planNumber(country, type, n))
    }
    assert.equal(seen.size, plans.length * 10_000)
  })

  it('starts in the ranges kept for fiction', () => {
    assert.equal(planNumber('US', 'local', 0), '+12125550100')
    assert.equal(planNumber('US', 'local', 1), '+14155550100')
    assert.equal(planNumber('GB', 'local', 0), '+442079460000')
    assert.equal(planNumber('GB', 'mobile', 12), '+447700900012')
  })

  it('refuses what is not planned', () => {
    assert.throws(() => planNumber('XX', 'local', 0), RangeError)
    assert.throws(() => planNumber('IN', 'tollfree', 0), RangeError)
    assert.throws(() => planNumber('US', 'local', -1), RangeError)
    assert.throws(() => planNumber('US', 'local', 0.5), RangeError)
    assert.throws(() => planNumber('DK', 'local', 10_000_000), RangeError)
  })
})

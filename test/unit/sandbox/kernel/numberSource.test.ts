import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { callingCodeOf } from '../../../../src/sandbox/callingCode.ts'
import { planNumber, plannedCountries } from '../../../../src/sandbox/numberPlan.ts'
import { callingCodeOfCountry, createNumberSource } from '../../../../src/sandbox/numberSource.ts'
import { placeOf } from '../../../../src/sandbox/places.ts'

/** A provider that sells three numbers of every type from position 10 on. */
const source = () =>
  createNumberSource({
    firstPosition: () => 10,
    size: () => 3,
    describe: ({ country }, type, e164) => ({ country, type, e164 }),
  })

describe('the source of an emulator’s numbers', () => {
  it('keeps what the seeded account took out of the stock', () => {
    const numbers = source()
    const taken = [numbers.take('BE', 'local'), numbers.take('BE', 'local')].map(({ e164 }) => e164)
    const local = numbers
      .stock()
      .inCountry('BE')
      .filter(({ type }) => type === 'local')
      .map(({ e164 }) => e164)
    assert.deepEqual(
      [...taken, ...local],
      [10, 11, 12, 13, 14].map((position) => planNumber('BE', 'local', position)),
    )
  })

  it('finds a number in stock whatever the country that shares its calling code', () => {
    const stock = source().stock()
    for (const country of ['US', 'CA', 'PR']) {
      const e164 = planNumber(country, 'local', 11)
      assert.equal(stock.find(e164)?.country, country)
    }
    assert.equal(stock.find(planNumber('US', 'local', 13)), undefined)
    assert.deepEqual(stock.inCountry('ZZ'), [])
  })

  it('describes any number of a planned country and refuses others', () => {
    const stock = source().stock()
    assert.deepEqual(stock.describe('+4930999'), { country: 'DE', type: 'local', e164: '+4930999' })
    assert.throws(() => stock.describe('+8835100000'), /No planned country/)
    assert.throws(() => source().take('ZZ', 'local'), RangeError)
  })
})

describe('calling codes and places', () => {
  it('reads codes of one, two and three digits', () => {
    assert.deepEqual(['12025550143', '4930231250', '353214960000', '79'].map(callingCodeOf), ['1', '49', '353', '7'])
    assert.equal(callingCodeOfCountry('CA'), '1')
    assert.equal(callingCodeOfCountry('ZZ'), undefined)
  })

  it('agrees with every number of the plan', () => {
    for (const { country, types } of plannedCountries) {
      for (const type of types) {
        assert.equal(callingCodeOf(planNumber(country, type, 500).slice(1)), callingCodeOfCountry(country), country)
      }
    }
  })

  it('knows where the longest matching area code is', () => {
    assert.deepEqual(placeOf('12025550143'), {
      city: 'Washington',
      region: 'District of Columbia',
      regionCode: 'DC',
    })
    assert.equal(placeOf('441314960000')?.city, 'Edinburgh')
    assert.equal(placeOf('447700900000'), undefined)
  })
})

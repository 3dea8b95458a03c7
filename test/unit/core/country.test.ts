import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countryName } from '../../../src/core/country.ts'

describe('countryName', () => {
  it('says the English name', () => {
    assert.equal(countryName('US'), 'United States')
    assert.equal(countryName('DE'), 'Germany')
  })

  it('shows a code that nobody knows as it is', () => {
    for (const code of ['QX', '', 'usa', '001x', 'United States', '<b>']) assert.equal(countryName(code), code)
  })
})

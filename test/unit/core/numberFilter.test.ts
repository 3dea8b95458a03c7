import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  describeFilter,
  filterMatcher,
  isFiltering,
  type NumberFilter,
  noFilter,
} from '../../../src/core/numberFilter.ts'
import { numberOrder } from '../../../src/core/numberOrder.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import { oncePrice, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import { plainView, readViewChoice, sortings } from '../../../src/core/viewChoice.ts'
import { buildOwnedNumber } from '../../support/builders.ts'

const facts = {
  countryOf: ({ country }: OwnedNumber) => country,
  placeOf: () => 'Testphone Production',
  tellsRouting: (id: string) => id !== 'silent',
  now: Date.parse('2026-11-26T12:00:00Z'),
}
const matches = (filter: Partial<NumberFilter>, owned: Partial<OwnedNumber> = {}, number = '+13125550142') =>
  filterMatcher({ ...noFilter, ...filter }, facts)(buildOwnedNumber(number, owned))

describe('a filter', () => {
  it('finds the words of a text anywhere, all of them', () => {
    const owned = { name: 'Support line', routing: 'app ivr' }
    for (const text of [
      'support',
      'LINE ivr',
      'production',
      'testphone 312',
      'united',
      '312555',
      '+1(312)555',
      ' ',
      '',
    ])
      assert.equal(matches({ text }, owned), true, text)
    for (const text of ['supports', 'support germany', '313', '+312', '142+'])
      assert.equal(matches({ text }, owned), false, text)
  })

  it('takes values of one facet as alternatives, capabilities together, facets together', () => {
    assert.equal(matches({ countries: ['DE', 'US'] }), true)
    assert.equal(matches({ countries: ['DE'] }), false)
    assert.equal(matches({ capabilities: ['sms', 'voice'] }), true)
    assert.equal(matches({ capabilities: ['sms', 'fax'] }), false)
    assert.equal(matches({ countries: ['US'], types: ['mobile'] }), false)
    assert.equal(matches({ states: ['asleep'] }, { state: { kind: 'other', word: 'asleep' } }), true)
  })

  it('finds what nobody knows', () => {
    const { country, type, ...unknown } = buildOwnedNumber()
    assert.deepEqual([country, type], ['US', 'local'])
    assert.equal(filterMatcher({ ...noFilter, countries: [''], types: [''] }, facts)(unknown), true)
    assert.equal(matches({ unassigned: true }), true)
    assert.equal(matches({ unassigned: true }, { routing: 'app ivr' }), false)
    assert.equal(matches({ unassigned: true }, { accountId: 'silent' }), false, 'its provider does not tell')
  })

  it('finds what ends within 30 days', () => {
    const ending = (until: string) => ({ state: { kind: 'releasing', until } }) as const
    assert.equal(matches({ expiring: true }, ending('2026-12-20T00:00:00Z')), true)
    assert.equal(matches({ expiring: true }, ending('2027-01-20T00:00:00Z')), false)
    assert.equal(matches({ expiring: true }, { renewsAt: '2026-12-01' }), false)
  })

  it('is told in words, and tells nothing when it lets everything through', () => {
    const filter = { ...noFilter, text: ' a ', countries: ['DE', ''], capabilities: ['sms', 'voice'], unassigned: true }
    assert.equal(describeFilter(filter), '“a” · Germany or unknown country · SMS and voice · unassigned')
    assert.equal(isFiltering(filter), true)
    assert.equal(describeFilter(noFilter), '')
    assert.equal(isFiltering({ ...noFilter, text: '  ' }), false)
  })
})

describe('the order of rows', () => {
  it('puts what is not known last and currencies apart', () => {
    const prices = [unknownPrice, recurringPrice('2.0', 'USD'), recurringPrice('10', 'USD'), oncePrice('9', 'EUR')]
    const rows = prices.map((price, index) => buildOwnedNumber(`+1312555010${index}`, { price }))
    const sorted = rows
      .sort(numberOrder('price'))
      .map(({ price }) => (price.kind === 'unknown' ? '?' : price.money.amount))
    assert.deepEqual(sorted, ['9', '10', '2.0', '?'])
  })

  it('is the same whatever order the rows came in', () => {
    const row = fc
      .record({
        price: fc.constantFrom(
          unknownPrice,
          recurringPrice('1', 'USD'),
          recurringPrice('1.0', 'USD'),
          recurringPrice('2', 'EUR'),
        ),
        name: fc.constantFrom('a', 'A', 'b'),
        renewsAt: fc.constantFrom('2026-12-01', '2026-12-02'),
        number: fc.nat(99).map((digits) => `+131255501${String(digits).padStart(2, '0')}`),
      })
      .map(({ number, ...differences }) => buildOwnedNumber(number, differences))
    const rows = fc.uniqueArray(row, { selector: ({ number }) => number })
    fc.assert(
      fc.property(rows, fc.constantFrom(...sortings), (list, sorting) => {
        const numbers = (all: readonly OwnedNumber[]) => [...all].sort(numberOrder(sorting)).map(({ number }) => number)
        assert.deepEqual(numbers(list), numbers([...list].reverse()))
      }),
    )
  })
})

describe('a stored way to see the numbers', () => {
  it('is read back as it was', () => {
    const choice = {
      ...plainView,
      grouping: 'country',
      filter: { ...noFilter, text: 'x', states: ['active'] },
      pins: ['a +1'],
    }
    assert.deepEqual(readViewChoice(JSON.parse(JSON.stringify(choice))), choice)
  })

  it('is the plain one where it makes no sense', () => {
    assert.deepEqual(readViewChoice(undefined), plainView)
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const { filter, ...rest } = readViewChoice({ filter: raw, grouping: raw, sorting: raw, pins: raw })
        assert.ok(filter.countries.every((code) => typeof code === 'string'))
        assert.ok(rest.pins.every((pin) => typeof pin === 'string'))
        assert.ok(sortings.includes(rest.sorting))
      }),
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { AccountInventory } from '../../../src/core/accountBook.ts'
import { compareCosts, costShares } from '../../../src/core/costShares.ts'
import { type CostSummary, summarizeCosts } from '../../../src/core/costSummary.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import { oncePrice, type Price, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import { addTotals, shortTotals, totalPrices } from '../../../src/core/priceTotals.ts'
import { buildAccount, buildOwnedNumber } from '../../support/builders.ts'

const now = Date.parse('2026-11-26T12:00:00Z')
const amount = fc.nat(1_000_000).map((value) => `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`)
const currency = fc.constantFrom('USD', 'EUR')
const price: fc.Arbitrary<Price> = fc.oneof(
  fc.constant(unknownPrice),
  fc.tuple(amount, currency, fc.constantFrom(1, 3)).map(([text, code, months]) => recurringPrice(text, code, months)),
  fc.tuple(amount, currency).map(([text, code]) => oncePrice(text, code)),
)
const owned = fc
  .tuple(price, fc.constantFrom('US', 'DE', undefined))
  .map(([one, country]) => (country === undefined ? { price: one } : { price: one, country }))

function entryOf(id: string, numbers: readonly Partial<OwnedNumber>[]): AccountInventory {
  return {
    account: buildAccount({ id, label: id }),
    status: { kind: 'complete', at: now },
    refreshing: false,
    ...{ unreadable: [], arrangement: 0, listedAt: now },
    activities: new Map(),
    arrangement: 0,
    listedAt: undefined,
    numbers: numbers.map((differences, index) =>
      buildOwnedNumber(`+1312555${String(index).padStart(4, '0')}`, { accountId: id, ...differences }),
    ),
  }
}

function summaryOf(entries: readonly AccountInventory[], mostUpcoming = 10): CostSummary {
  const work = summarizeCosts(entries, { countryOf: ({ country }) => country, now, mostUpcoming })
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

const pricesOf = (entries: readonly AccountInventory[]) =>
  entries.flatMap(({ numbers }) => numbers.map((number) => number.price))

describe('the summary of costs', () => {
  it('adds up to the same by account, by country and altogether, to the last digit', () => {
    fc.assert(
      fc.property(fc.array(fc.array(owned), { maxLength: 4 }), (accounts) => {
        const entries = accounts.map((numbers, index) => entryOf(`account-${index}`, numbers))
        const summary = summaryOf(entries)
        const expected = totalPrices(pricesOf(entries))
        assert.deepEqual(shown(summary.totals), shown(expected))
        assert.deepEqual(shown(addTotals(summary.accounts.map(({ totals }) => totals))), shown(expected))
        assert.deepEqual(shown(addTotals(summary.countries.map(({ totals }) => totals))), shown(expected))
        assert.equal(summary.count, pricesOf(entries).length)
      }),
    )
  })

  it('keeps what the sandbox pretends out of what real accounts cost, unless there is nothing else', () => {
    const real = entryOf('a', [{}])
    const numbers = entryOf('b', [{}, { renewsAt: '2026-12-01' }])
    const sandbox = { ...numbers, account: { ...numbers.account, sandbox: true } }
    const both = summaryOf([real, sandbox])
    assert.equal(shortTotals(both.totals), 'USD 1.00/mo')
    assert.deepEqual([both.count, both.upcoming.renewals, both.withoutSandbox], [1, 0, true])
    const alone = summaryOf([sandbox])
    assert.deepEqual([alone.count, alone.upcoming.renewals, alone.withoutSandbox], [2, 1, false])
  })

  it('does not count a number that was given up, whether it works for a while yet or not', () => {
    const until = '2026-12-11T00:00:00Z'
    const states = [{ kind: 'active' }, { kind: 'releasing', until }, { kind: 'released' }] as const
    const summary = summaryOf([
      entryOf(
        'a',
        states.map((state) => ({ state })),
      ),
    ])
    assert.equal(shortTotals(summary.totals), 'USD 1.00/mo')
    assert.deepEqual([summary.count, summary.ending], [1, 1])
  })

  it('goes in small steps', () => {
    const entry = entryOf(
      'a',
      Array.from({ length: 2_000 }, () => ({})),
    )
    const steps = [...summarizeCosts([entry], { countryOf: () => undefined, now, mostUpcoming: 1 })]
    assert.ok(steps.length >= 8)
  })

  it('tells the first of the next 30 days in their order, what ends before what renews', () => {
    const { upcoming } = summaryOf(
      [
        entryOf('a', [
          { renewsAt: '2026-12-24' },
          { renewsAt: '2026-12-01' },
          { state: { kind: 'releasing', until: '2026-12-01T23:00:00Z' } },
          { renewsAt: '2027-01-24' },
          { renewsAt: '2026-11-01' },
          { renewsAt: 'soon' },
          { state: { kind: 'releasing' } },
        ]),
      ],
      2,
    )
    assert.deepEqual([upcoming.renewals, upcoming.ends], [2, 1])
    assert.deepEqual(
      upcoming.first.map(({ kind, at }) => [kind, at]),
      [
        ['ends', '2026-12-01T23:00:00Z'],
        ['renews', '2026-12-01'],
      ],
    )
  })

  it('counts the numbers of which nobody tells a date, and not those that are gone', () => {
    const { upcoming } = summaryOf([
      entryOf('a', [
        {},
        { renewsAt: 'soon' },
        { state: { kind: 'releasing' }, renewsAt: '2026-12-01' },
        { state: { kind: 'released' } },
        { renewsAt: '2027-12-01' },
      ]),
    ])
    assert.deepEqual([upcoming.renewals, upcoming.ends, upcoming.undated], [0, 0, 3])
  })

  it('counts a calendar day until it is over', () => {
    const renewals = (renewsAt: string) => summaryOf([entryOf('a', [{ renewsAt }])]).upcoming.renewals
    assert.equal(renewals('2026-11-26'), 1)
    assert.equal(renewals('2026-11-25'), 0)
    assert.equal(renewals('2026-11-26T11:59:59Z'), 0)
    assert.equal(renewals('2026-12-26T12:00:00Z'), 1)
    assert.equal(renewals('2026-12-26T12:00:01Z'), 0)
  })
})

describe('totals where there is little room', () => {
  it('count numbers without a price', () => {
    const prices = [recurringPrice('12.5', 'USD'), unknownPrice, unknownPrice, recurringPrice('9', 'USD', 3)]
    assert.equal(shortTotals(totalPrices(prices)), 'USD 12.50/mo, USD 9.00 every 3 months, 2 without a price')
    assert.equal(shortTotals(totalPrices([unknownPrice])), 'price unknown')
    assert.equal(shortTotals(totalPrices([])), '')
  })
})

describe('the lengths of bars', () => {
  const of = (...prices: Price[]) => totalPrices(prices)

  it('are shares of one currency, a longer period by its month', () => {
    const parts = [
      of(recurringPrice('3.00', 'USD')),
      of(recurringPrice('3.00', 'USD', 3)),
      of(recurringPrice('9', 'EUR')),
    ]
    assert.deepEqual(costShares(parts, 'USD'), { ofAll: [750, 250, 0], ofLargest: [1000, 333, 0] })
  })

  it('never are longer than the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.array(price)), (lists) => {
        const { ofAll, ofLargest } = costShares(lists.map(totalPrices), 'USD')
        for (const share of [...ofAll, ...ofLargest]) assert.ok(Number.isInteger(share) && share >= 0 && share <= 1000)
        assert.ok(ofAll.reduce((sum, share) => sum + share, 0) <= 1000)
      }),
    )
  })

  it('are nothing of nothing', () => {
    const parts = [of(recurringPrice('0.00', 'USD')), of(unknownPrice)]
    assert.deepEqual(costShares(parts, 'USD'), { ofAll: [0, 0], ofLargest: [0, 0] })
  })

  it('are in the order of the amounts even where they look alike', () => {
    const parts = ['9999.98', '10000.00', '9999.99'].map((text) => of(recurringPrice(text, 'USD')))
    const sorted = [...parts].sort((a, b) => compareCosts(a, b, 'USD'))
    assert.deepEqual(sorted.map(shortTotals), ['USD 10000.00/mo', 'USD 9999.99/mo', 'USD 9999.98/mo'])
  })
})

/** Totals without their order and the way amounts are written: "0.5" is "0.50". */
function shown(totals: CostSummary['totals']): string[] {
  return shortTotals(totals).split(', ').sort()
}

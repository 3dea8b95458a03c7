import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseCostsPageMessage } from '../../../../src/contract/costsPage.ts'
import type { AccountInventory } from '../../../../src/core/accountBook.ts'
import { summarizeCosts } from '../../../../src/core/costSummary.ts'
import { finishInSlices } from '../../../../src/core/inSlices.ts'
import type { OwnedNumber } from '../../../../src/core/ownedNumber.ts'
import { recurringPrice, unknownPrice } from '../../../../src/core/price.ts'
import { costsViewOf } from '../../../../src/vscode/costs/costsViewOf.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../../support/builders.ts'

const now = Date.parse('2026-11-26T12:00:00Z')
const words = { providerOf: () => 'Testphone', format: (number: string) => `no. ${number}`, day: (iso: string) => iso }

function entryOf(label: string, numbers: readonly Partial<OwnedNumber>[]): AccountInventory {
  return {
    account: buildAccount({ id: label, label }),
    status: { kind: 'complete', at: now },
    refreshing: false,
    ...{ unreadable: [], arrangement: 0, listedAt: now },
    activities: new Map(),
    arrangement: 0,
    listedAt: undefined,
    numbers: numbers.map((differences, index) =>
      buildOwnedNumber(`+1312555010${index}`, { accountId: label, ...differences }),
    ),
  }
}

async function viewOf(...entries: AccountInventory[]) {
  const work = summarizeCosts(entries, { countryOf: ({ country }) => country, now, mostUpcoming: 10 })
  const summary = await finishInSlices(work, { now: () => 0, pause: async () => {} })
  return costsViewOf(summary, words)
}

const eur = { price: recurringPrice('4.00', 'EUR') }
const quarterly = { price: recurringPrice('9.00', 'USD', 3) }

describe('what the page of costs says', () => {
  it('keeps currencies and periods apart', async () => {
    const { currencies } = await viewOf(entryOf('A', [{}, {}, quarterly]), entryOf('B', [eur]))
    assert.deepEqual(
      currencies.map(({ heading, note }) => [heading, note]),
      [
        ['USD 2.00 per month', 'and USD 9.00 every 3 months'],
        ['EUR 4.00 per month', ''],
      ],
    )
  })

  it('lists accounts and countries dearest first, without those that pay in other currencies', async () => {
    const { currencies } = await viewOf(
      entryOf('A', [{}]),
      entryOf('B', [{}, { country: 'DE' }, eur]),
      entryOf('C', [eur]),
    )
    const [accounts, countries] = currencies.find(({ heading }) => heading.startsWith('USD'))?.tables ?? []
    assert.deepEqual(
      accounts?.rows.map(({ label, detail, numbers, amount }) => [label, detail, numbers, amount]),
      [
        ['B', 'Testphone', '2', 'USD 2.00 per month'],
        ['A', 'Testphone', '1', 'USD 1.00 per month'],
      ],
    )
    assert.deepEqual(
      countries?.rows.map(({ label, amount }) => [label, amount]),
      [
        ['United States', 'USD 2.00 per month'],
        ['Germany', 'USD 1.00 per month'],
      ],
    )
  })

  it('counts the numbers without a price instead of taking them for free', async () => {
    const { notices, currencies } = await viewOf(entryOf('A', [{}, { price: unknownPrice }]))
    assert.deepEqual(notices, ['1 number of 2 without a price: not in the totals.'])
    assert.equal(currencies[0]?.heading, 'USD 1.00 per month')
  })

  it('says that the sandbox is left out', async () => {
    const sandbox = entryOf('S', [eur])
    const { notices, currencies } = await viewOf(entryOf('A', [{}]), {
      ...sandbox,
      account: { ...sandbox.account, sandbox: true },
    })
    assert.deepEqual(notices, ['The sandbox is not in it: its money is pretended.'])
    assert.deepEqual(
      currencies.map(({ heading }) => heading),
      ['USD 1.00 per month'],
    )
  })

  it('says whose list is not complete', async () => {
    const status = { kind: 'incomplete', at: now, error: buildError('timeout') } as const
    const { notices } = await viewOf({ ...entryOf('A', [{}]), status })
    assert.deepEqual(notices, ['The list of “A” (Testphone) is not complete, so its costs are missing or too low.'])
  })

  it('lists what renews and what ends', async () => {
    const { upcoming } = await viewOf(
      entryOf('A', [{ renewsAt: '2026-12-02' }, { state: { kind: 'releasing', until: '2026-12-01T00:00:00Z' } }]),
    )
    assert.equal(upcoming.lead, '1 renewal, 1 number ends.')
    assert.deepEqual(upcoming.rows, [
      {
        day: '2026-12-01T00:00:00Z',
        number: 'no. +13125550101',
        place: 'Testphone · A',
        event: 'Ends',
        ends: true,
        price: '',
      },
      {
        day: '2026-12-02',
        number: 'no. +13125550100',
        place: 'Testphone · A',
        event: 'Renews',
        ends: false,
        price: 'USD 1.00',
      },
    ])
  })

  it('says how many numbers have no known date', async () => {
    const { upcoming } = await viewOf(entryOf('A', [{ renewsAt: '2026-12-02' }, {}]))
    assert.equal(upcoming.lead, '1 renewal. 1 number without a known date is not counted.')
    const nothing = await viewOf(entryOf('A', [{}, {}]))
    assert.equal(
      nothing.upcoming.lead,
      'No renewal and no end is known. 2 numbers without a known date are not counted.',
    )
  })

  it('is not silent about nothing', async () => {
    assert.deepEqual((await viewOf()).notices, ['There is no account yet. Add one, or try the sandbox.'])
    assert.equal((await viewOf(entryOf('A', []))).upcoming.lead, 'No renewal and no end is known.')
  })
})

describe('messages of the page of costs', () => {
  it('are taken when they are exactly of one form', () => {
    assert.deepEqual(parseCostsPageMessage({ v: 1, type: 'open', row: 3 }), { v: 1, type: 'open', row: 3 })
    const wrong = [
      undefined,
      'ready',
      {},
      { v: 2, type: 'ready' },
      { v: 1, type: 'open' },
      { v: 1, type: 'open', row: -1 },
    ]
    for (const raw of [...wrong, { v: 1, type: 'open', row: 0.5 }, { v: 1, type: 'ready', number: '+1' }])
      assert.equal(parseCostsPageMessage(raw), undefined, JSON.stringify(raw))
  })
})

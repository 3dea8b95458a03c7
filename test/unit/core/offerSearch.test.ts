import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Offer, OfferList, OfferQuery } from '../../../src/core/offer.ts'
import { createOfferSearch } from '../../../src/core/offerSearch.ts'
import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import { plivo } from '../../../src/providers/plivo/plivo.ts'
import { buildAccount, buildError, buildOffer } from '../../support/builders.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const query: OfferQuery = { country: 'US', capabilities: [] }
const silent = { debug() {}, info() {}, warn() {}, error() {} }

function list(...offers: readonly Offer[]): OfferList {
  return { offers, more: false, unreadable: 0 }
}

/** A search over accounts by id, each with its own way to answer. */
function searching(answers: Readonly<Record<string, ProviderDriver['searchOffers']>>, asked = query) {
  const drivers = new Map(
    Object.entries(answers).map(([id, searchOffers]) => [id, stubDriver({ searchOffers })] as const),
  )
  const search = createOfferSearch(
    {
      async accessTo({ id }) {
        const driver = drivers.get(id)
        return driver === undefined ? { kind: 'signedOut' } : { kind: 'ready', driver }
      },
      featuresOf: () => plivo.features,
      log: silent,
    },
    Object.keys(answers).map((id) => buildAccount({ id })),
    asked,
  )
  const states = () => search.accounts().map(({ state }) => state.kind)
  const numbers = () => search.accounts().map(({ offers }) => offers.map(({ number }) => number))
  return { search, states, numbers }
}

describe('a search over accounts', () => {
  it('has the offers of the first account while the others are still asked', async () => {
    const late = Promise.withResolvers<OfferList>()
    const { search, states, numbers } = searching({
      quick: async () => list(buildOffer('+13125550101')),
      slow: () => late.promise,
    })
    await new Promise<void>((resolve) => {
      search.onDidChange(() => states()[0] === 'answered' && resolve())
    })
    assert.deepEqual(states(), ['answered', 'asking'])
    assert.deepEqual(numbers(), [['+13125550101'], []])
    late.resolve(list(buildOffer('+13125550102')))
    await search.settled()
    assert.deepEqual(numbers(), [['+13125550101'], ['+13125550102']])
  })

  it('keeps a failure to the account it happened at, and tries it again on request only', async () => {
    let times = 0
    const { search, states, numbers } = searching({
      good: async () => list(buildOffer('+13125550101')),
      bad: async () => {
        times += 1
        if (times === 1) throw buildError('timeout')
        return list(buildOffer('+13125550102'))
      },
    })
    await search.settled()
    assert.deepEqual(states(), ['answered', 'failed'])
    const [, bad] = search.accounts()
    assert.ok(bad)
    search.askAgain(bad.again.retry)
    await search.settled()
    assert.equal(times, 2)
    assert.deepEqual(numbers(), [['+13125550101'], ['+13125550102']])
  })

  it('goes on where it ended, keeps the offers that were there, and none comes twice', async () => {
    const froms: (string | undefined)[] = []
    const first = buildOffer('+13125550101')
    const { search } = searching({
      one: async ({ from }) => {
        froms.push(from)
        if (from === undefined) return { ...list(first), more: true, next: 'page-2' }
        return list(buildOffer('+13125550101', { area: 'changed' }), buildOffer('+13125550102'))
      },
    })
    await search.settled()
    const [before] = search.accounts()
    assert.deepEqual(before?.state, { kind: 'answered', more: true, canGoOn: true, unreadable: 0 })
    search.askAgain(before.again.goOn)
    await search.settled()
    const [after] = search.accounts()
    assert.deepEqual(froms, [undefined, 'page-2'])
    assert.equal(after?.offers[0], first)
    assert.deepEqual(
      after.offers.map(({ number }) => number),
      ['+13125550101', '+13125550102'],
    )
  })

  it('keeps the offers when going on fails, and then goes on from the same place', async () => {
    const froms: (string | undefined)[] = []
    const { search, states, numbers } = searching({
      one: async ({ from }) => {
        froms.push(from)
        if (froms.length === 2) throw buildError('network')
        return { ...list(buildOffer(`+1312555010${froms.length}`)), more: true, next: 'page-2' }
      },
    })
    await search.settled()
    const again = search.accounts()[0]?.again
    assert.ok(again)
    search.askAgain(again.goOn)
    await search.settled()
    assert.deepEqual([states(), numbers()], [['failed'], [['+13125550101']]])
    search.askAgain(again.retry)
    await search.settled()
    assert.deepEqual(froms, [undefined, 'page-2', 'page-2'])
    assert.deepEqual(numbers(), [['+13125550101', '+13125550103']])
  })

  it('asks an account once at a time', async () => {
    let times = 0
    const { search } = searching({
      one: async () => {
        times += 1
        return list()
      },
    })
    const again = search.accounts()[0]?.again
    assert.ok(again)
    search.askAgain(again.retry)
    search.askAgain(again.goOn)
    await search.settled()
    assert.equal(times, 1)
  })

  it('leaves out who cannot tell what is asked, without a request', async () => {
    const { search } = searching({ one: stubDriver({}).searchOffers }, { ...query, capabilities: ['fax'] })
    await search.settled()
    assert.deepEqual(search.accounts()[0]?.state, { kind: 'leftOut', because: { capability: 'fax' } })
  })

  it('turns a mistake of our own into a failure of that account', async () => {
    const { search } = searching({
      one: async () => {
        throw new TypeError('undefined is not a function')
      },
    })
    await search.settled()
    const [one] = search.accounts()
    assert.equal(one?.state.kind === 'failed' && one.state.error.kind, 'unexpected')
  })

  it('says nothing more after it was closed, and cancels what is under way', async () => {
    let cancelled = false
    let told = 0
    const { search } = searching({
      one: async (_, signal) => {
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
        cancelled = true
        throw buildError('cancelled')
      },
    })
    search.onDidChange(() => {
      told += 1
    })
    // The request leaves once the account's driver is there.
    await new Promise(setImmediate)
    search.close()
    await search.settled()
    assert.deepEqual([cancelled, told], [true, 0])
  })
})

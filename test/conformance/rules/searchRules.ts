import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OfferList, OfferQuery } from '../../../src/core/offer.ts'
import { ProviderError } from '../../../src/core/providerError.ts'
import { plannedCountries } from '../../../src/sandbox/numberPlan.ts'
import { noCancel } from '../../support/sandboxDriver.ts'
import { type Bench, localUs, openBench, pickOffer, type Subject } from './openBench.ts'

const mostRequests = 6
const mostOffers = 200
const mostTurns = 40
/** Their offers come in pages, and there are more of them than one search reads. */
const pagesOffers: ReadonlySet<string> = new Set(['plivo', 'tryvox'])

export function searchRules(subject: Subject): void {
  const { numberTypes, searchCapabilities } = subject.definition.features
  const us = localUs(subject.definition)

  describe('a search', { concurrency: 8 }, () => {
    it('finds offers of the country, each once, none of them owned, within bounds', async (t) => {
      const bench = await openBench(t, subject)
      const { offers } = await search(bench, { country: 'US', capabilities: [] })
      assert.ok(offers.length > 0 && offers.length <= mostOffers, `${offers.length} offers`)
      assert.equal(new Set(offers.map(({ number }) => number)).size, offers.length)
      const held = await bench.held()
      for (const offer of offers) {
        assert.equal(offer.country, 'US')
        assert.equal(offer.accountId, 'account-1')
        assert.ok(!held.includes(offer.number))
      }
      assert.equal(await bench.moneyRequests(), 0)
    })

    for (const type of numberTypes) {
      it(`finds ${type} numbers only, when it asks for them`, async (t) => {
        const bench = await openBench(t, subject)
        let found = 0
        for (const { country } of plannedCountries) {
          const { offers } = await search(bench, { country, type, capabilities: [] })
          for (const offer of offers) assert.equal(offer.type, type)
          found += offers.length
          if (found > 0) return
        }
        assert.fail(`there is no ${type} number anywhere`)
      })
    }

    for (const capability of searchCapabilities) {
      it(`finds numbers with ${capability} only, when it asks for it`, async (t) => {
        const bench = await openBench(t, subject)
        const { offers } = await search(bench, { ...us, capabilities: [capability] })
        for (const offer of offers) assert.ok(offer.capabilities.includes(capability))
        const all = (await search(bench, us)).offers.filter(({ capabilities }) => capabilities.includes(capability))
        if (all.length > 0) assert.ok(offers.length > 0, 'offers with the capability were filtered away')
      })
    }

    it('finds numbers with all of several capabilities', async (t) => {
      const bench = await openBench(t, subject)
      const wanted = searchCapabilities.slice(0, 2)
      for (const { capabilities } of (await search(bench, { ...us, capabilities: wanted })).offers) {
        for (const capability of wanted) assert.ok(capabilities.includes(capability))
      }
    })

    for (const position of ['start', 'contains', 'end'] as const) {
      it(`finds digits at ${position}, among them the offer they were taken from`, async (t) => {
        const bench = await openBench(t, subject)
        const { number } = await pickOffer(bench, subject)
        const national = number.slice('+1'.length)
        const digits = { start: national.slice(0, 3), contains: national.slice(3, 8), end: national.slice(-4) }[
          position
        ]
        const { offers } = await search(bench, { ...us, digits: { position, digits } })
        const fitting = { start: `^\\+1${digits}`, contains: `^\\+1\\d*${digits}`, end: `${digits}$` }[position]
        for (const offer of offers) assert.match(offer.number, new RegExp(fitting))
        assert.ok(offers.some((offer) => offer.number === number))
      })
    }

    it('finds nothing for digits that no number has', async (t) => {
      const bench = await openBench(t, subject)
      const { offers } = await search(bench, { ...us, digits: { position: 'start', digits: '0000' } })
      assert.deepEqual(offers, [])
    })

    it('finds nothing in a country without stock, and says that there is no more', async (t) => {
      const bench = await openBench(t, subject)
      const { offers, more } = await search(bench, { ...us, country: 'IS' })
      assert.deepEqual([offers, more], [[], false])
    })

    it('finds nothing in a country that does not exist, or hears that it is invalid', async (t) => {
      const bench = await openBench(t, subject)
      const answer = await search(bench, { ...us, country: 'QX' }).catch((error: unknown) => error)
      if (answer instanceof ProviderError) assert.match(answer.kind, /^(invalid|notFound)$/)
      else assert.deepEqual(answer, { offers: [], more: false, unreadable: 0 })
    })

    it('goes on where it ended, until there is no more, and offers nothing twice', async (t) => {
      const bench = await openBench(t, subject)
      const seen = new Set<string>()
      let list = await search(bench, us)
      for (let turn = 0; ; turn += 1) {
        assert.ok(turn < mostTurns, 'a search has no end')
        for (const { number } of list.offers) {
          assert.ok(!seen.has(number), `${number} came twice`)
          seen.add(number)
        }
        if (list.next === undefined) break
        assert.equal(list.more, true)
        list = await search(bench, { ...us, from: list.next })
      }
      if (pagesOffers.has(subject.id)) assert.equal(list.more, false)
      assert.equal((await search(bench, us)).offers.length < seen.size, pagesOffers.has(subject.id))
    })

    it('does not offer a number that somebody else rented meanwhile', async (t) => {
      const bench = await openBench(t, subject)
      const { number } = await pickOffer(bench, subject)
      await bench.act({ take: number })
      assert.ok(!(await search(bench, us)).offers.some((offer) => offer.number === number))
    })

    it('is not called empty when the answer cannot be read', async (t) => {
      const bench = await openBench(t, subject)
      await bench.fault('search', { kind: 'nonJson', times: 0 })
      assert.equal((await bench.failure(search(bench, us))).kind, 'unexpected')
    })
  })
}

/** One search; it must not go on asking for ever. */
async function search(bench: Bench, query: OfferQuery): Promise<OfferList> {
  const before = await bench.requests('search')
  const list = await bench.driver.searchOffers(query, noCancel())
  assert.ok((await bench.requests('search')) - before <= mostRequests)
  return list
}

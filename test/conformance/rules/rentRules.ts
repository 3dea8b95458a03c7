import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ProviderErrorKind } from '../../../src/core/providerError.ts'
import { noCancel } from '../../support/sandboxDriver.ts'
import { type Bench, openBench, orderOf, pickOffer, type Subject } from './openBench.ts'

type FaultOn = Parameters<Bench['fault']>[1]

export function rentRules(subject: Subject): void {
  describe('renting', { concurrency: 8 }, () => {
    it('sends one request about money; afterwards the world, the list and the single number agree', async (t) => {
      const bench = await openBench(t, subject)
      const offer = await pickOffer(bench, subject)
      const before = await bench.held()
      const receipt = await bench.driver.rent(orderOf(offer), noCancel())
      assert.equal(await bench.moneyRequests(), 1)
      assert.equal(await bench.requests('rent'), 1)
      assert.equal(receipt.ready, true)
      assert.deepEqual(await bench.held(), [...before, offer.number].sort())
      assert.equal((await bench.driver.getOwned(offer.number, noCancel()))?.number, offer.number)
      assert.ok((await bench.listed()).some(({ number }) => number === offer.number))
      assert.equal(await bench.driver.settleRent(orderOf(offer), noCancel()), 'rented')
      assert.equal(await bench.moneyRequests(), 1)
    })

    it('says taken when somebody else was faster', async (t) => {
      const bench = await refusedRent(t, 'taken', (opened, number) => opened.act({ take: number }))
      assert.equal(await bench.requests('rent'), 1)
    })

    it('says that credit is missing', async (t) => {
      await refusedRent(t, 'funds', (opened) => opened.act({ balance: '0.00' }))
    })

    it('says to slow down after a 429 and does not try again by itself', async (t) => {
      const headers = { 'retry-after': '1' }
      await refusedRent(t, 'rateLimited', (opened) => opened.fault('rent', { kind: 'status', status: 429, headers }))
    })

    it('refuses nothing and changes nothing when it is settled without a rent', async (t) => {
      const bench = await openBench(t, subject)
      const offer = await pickOffer(bench, subject)
      assert.equal(await bench.driver.settleRent(orderOf(offer), noCancel()), 'notRented')
      assert.equal(await bench.moneyRequests(), 0)
    })

    it('is cancelled without a request when it was cancelled before', async (t) => {
      const bench = await openBench(t, subject)
      const offer = await pickOffer(bench, subject)
      const error = await bench.failure(bench.driver.rent(orderOf(offer), AbortSignal.abort()))
      assert.equal(error.kind, 'cancelled')
      assert.equal(await bench.moneyRequests(), 0)
    })
  })

  describe('renting when the answer is lost', { concurrency: 8 }, () => {
    const done: readonly (readonly [what: string, fault: FaultOn])[] = [
      ['the connection is reset after the work', { kind: 'resetAfter' }],
      ['the provider answers 500 after the work', { kind: 'statusAfterWork', status: 500 }],
      ['the provider answers 502 with a page after the work', { kind: 'nonJson', status: 502 }],
      ['the answer is a page of HTML', { kind: 'nonJson' }],
      ['the JSON is cut off', { kind: 'truncateJson' }],
      ['the connection ends in the middle of the answer', { kind: 'truncate' }],
      ['the answer never comes', { kind: 'hang', afterWork: true }],
      ['the answer is empty', { kind: 'statusAfterWork', status: 200, body: '' }],
      ['the answer is about something else', { kind: 'statusAfterWork', status: 200, body: {} }],
    ]
    for (const [what, fault] of done) {
      it(`is an unknown outcome that settles as rented: ${what}`, async (t) => {
        const { bench, order } = await lostRent(t, fault)
        assert.ok((await bench.held()).includes(order.number))
        assert.equal(await bench.driver.settleRent(order, noCancel()), 'rented')
        assert.equal(await bench.moneyRequests(), 1)
      })
    }

    const undone: readonly (readonly [what: string, fault: FaultOn])[] = [
      ['the connection is reset before the work', { kind: 'resetBefore' }],
      ['the provider answers 500', { kind: 'status', status: 500 }],
      ['the provider answers 503', { kind: 'status', status: 503 }],
      ['the request is never worked on', { kind: 'hang' }],
    ]
    for (const [what, fault] of undone) {
      it(`is an unknown outcome that settles as not rented: ${what}`, async (t) => {
        const { bench, order } = await lostRent(t, fault)
        assert.ok(!(await bench.held()).includes(order.number))
        assert.equal(await bench.driver.settleRent(order, noCancel()), 'notRented')
        assert.equal(await bench.moneyRequests(), 1)
      })
    }

    it('stays unknown while the provider cannot be asked', async (t) => {
      const { bench, order } = await lostRent(t, { kind: 'resetAfter' })
      await bench.sandbox.fault({ provider: subject.id, route: '*', kind: 'status', status: 503, times: 0 })
      const asked = bench.driver.settleRent(order, noCancel())
      const verdict = await asked.catch(async () => (await bench.failure(asked)).kind)
      assert.match(verdict, /^(unknown|unexpected)$/)
    })
  })

  async function lostRent(t: Parameters<typeof openBench>[0], fault: FaultOn) {
    const bench = await openBench(t, subject)
    const order = orderOf(await pickOffer(bench, subject))
    await bench.fault('rent', fault)
    const driver = fault.kind === 'hang' ? bench.another({ timeouts: { write: 1_500 } }) : bench.driver
    const error = await bench.failure(driver.rent(order, noCancel()))
    assert.equal(error.kind, 'unknownOutcome')
    assert.equal(error.facts.operation, 'rent')
    assert.equal(await bench.requests('rent'), 1)
    return { bench, order }
  }

  async function refusedRent(
    t: Parameters<typeof openBench>[0],
    kind: ProviderErrorKind,
    prepare: (bench: Bench, number: string) => Promise<void>,
  ): Promise<Bench> {
    const bench = await openBench(t, subject)
    const offer = await pickOffer(bench, subject)
    await prepare(bench, offer.number)
    const error = await bench.failure(bench.driver.rent(orderOf(offer), noCancel()))
    assert.equal(error.kind, kind)
    assert.ok(!(await bench.held()).includes(offer.number))
    assert.equal(await bench.requests('rent'), 1)
    return bench
  }
}

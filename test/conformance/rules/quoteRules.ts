import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { recurringPrice, samePrice } from '../../../src/core/price.ts'
import { noCancel } from '../../support/sandboxDriver.ts'
import { openBench, pickOffer, type Subject } from './openBench.ts'

export function quoteRules(subject: Subject): void {
  describe('the price asked again', { concurrency: 8 }, () => {
    if (subject.definition.features.quote === 'none') {
      it('stays unconfirmed without a request', async (t) => {
        const bench = await openBench(t, subject)
        const offer = await pickOffer(bench, subject)
        const before = await bench.requests()
        assert.equal((await bench.driver.quote(offer, noCancel())).kind, 'unconfirmed')
        assert.equal(await bench.requests(), before)
      })
      return
    }

    it('is the offer as it was when nothing changed, and costs nothing', async (t) => {
      const bench = await openBench(t, subject)
      const offer = await pickOffer(bench, subject)
      const quote = await bench.driver.quote(offer, noCancel())
      assert.equal(quote.kind, 'offered')
      assert.equal(quote.kind === 'offered' && quote.offer.number, offer.number)
      assert.ok(quote.kind === 'offered' && samePrice(quote.offer.price, offer.price))
      assert.ok(quote.kind === 'offered' && samePrice(quote.offer.setup, offer.setup))
      assert.equal(await bench.moneyRequests(), 0)
    })

    it('is the new one when it changed', async (t) => {
      const bench = await openBench(t, subject)
      const offer = await pickOffer(bench, subject)
      await bench.act(subject.witness.reprice(offer.number, '9.75'))
      const quote = await bench.driver.quote(offer, noCancel())
      const currency = offer.price.kind === 'recurring' ? offer.price.money.currency : undefined
      assert.ok(quote.kind === 'offered' && samePrice(quote.offer.price, recurringPrice('9.75', currency)))
    })

    it('says that the number is gone when somebody else has it', async (t) => {
      const bench = await openBench(t, subject)
      const offer = await pickOffer(bench, subject)
      await bench.act({ take: offer.number })
      assert.deepEqual(await bench.driver.quote(offer, noCancel()), { kind: 'gone' })
    })

    it('is never invented when the provider cannot tell now', async (t) => {
      const bench = await openBench(t, subject)
      const offer = await pickOffer(bench, subject)
      await bench.fault('quote', { kind: 'status', status: 500, times: 0 })
      const asked = bench.driver.quote(offer, noCancel())
      const kind = await asked.then(
        (quote) => quote.kind,
        async () => (await bench.failure(asked)).kind,
      )
      assert.match(kind, /^(unconfirmed|unexpected)$/)
    })
  })
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import type { ReleaseReceipt } from '../../../src/core/providerDriver.ts'
import { noCancel } from '../../support/sandboxDriver.ts'
import { type Bench, openBench, pickOffer, type Subject } from './openBench.ts'

type FaultOn = Parameters<Bench['fault']>[1]
type Receipt<Kind extends ReleaseReceipt['kind']> = Extract<ReleaseReceipt, { kind: Kind }>
const sandboxStart = Date.parse('2026-11-03T10:00:00Z')

export function releaseRules(subject: Subject): void {
  const manner = subject.definition.features.release.kind
  describe('releasing', { concurrency: 8 }, () => {
    it('is previewed without changing anything', async (t) => {
      const { bench, owned } = await withNumber(t)
      const before = await bench.held()
      const preview = await bench.driver.previewRelease(owned, noCancel())
      assert.equal(preview.possible, true)
      assert.ok(preview.consequences.length > 0)
      for (const sentence of preview.consequences) assert.match(sentence, /^[A-Z].*\.$/)
      assert.deepEqual(await bench.held(), before)
      assert.equal(await bench.moneyRequests(), 0)
    })

    it('sends one request', async (t) => {
      const { bench, owned } = await withNumber(t)
      await bench.driver.release(owned, noCancel())
      assert.equal(await bench.requests('release'), 1)
      assert.equal(await bench.moneyRequests(), 1)
    })

    it('finds a number that the account does not have already gone', async (t) => {
      const { bench, owned } = await withNumber(t)
      const offer = await pickOffer(bench, subject)
      const stranger: OwnedNumber = { ...owned, number: offer.number }
      assert.deepEqual(await bench.driver.release(stranger, noCancel()), { kind: 'alreadyGone' })
    })

    const lost: readonly FaultOn[] = [
      { kind: 'resetAfter' },
      { kind: 'statusAfterWork', status: 500 },
      { kind: 'hang', afterWork: true },
      { kind: 'resetBefore' },
      { kind: 'status', status: 503 },
    ]
    for (const fault of lost) {
      it(`is an unknown outcome after ${JSON.stringify(fault)}, and the number itself tells`, async (t) => {
        const { bench, owned } = await withNumber(t)
        await bench.fault('release', fault)
        const driver = fault.kind === 'hang' ? bench.another({ timeouts: { write: 1_500 } }) : bench.driver
        const error = await bench.failure(driver.release(owned, noCancel()))
        assert.equal(error.kind, 'unknownOutcome')
        assert.equal(await bench.requests('release'), 1)
        const now = await bench.driver.getOwned(owned.number, noCancel())
        const worked = fault.kind !== 'resetBefore' && fault.kind !== 'status'
        const leaving = now === undefined || now.state.kind === 'releasing' || now.state.kind === 'released'
        assert.equal(leaving, worked)
      })
    }

    it('says to slow down after a 429, and the number stays', async (t) => {
      const { bench, owned } = await withNumber(t)
      await bench.fault('release', { kind: 'status', status: 429 })
      assert.equal((await bench.failure(bench.driver.release(owned, noCancel()))).kind, 'rateLimited')
      assert.equal(await bench.requests('release'), 1)
      assert.deepEqual(await bench.driver.getOwned(owned.number, noCancel()), owned)
    })
  })

  describe(`a release in the manner ${manner}`, { concurrency: 8 }, () => {
    if (manner === 'immediate') immediateRules()
    if (manner === 'periodEnd') periodEndRules()
    if (manner === 'coolingOff') coolingOffRules()
    if (manner !== 'coolingOff') {
      it('cannot be taken back, which is known without asking', async (t) => {
        const { bench, owned } = await withNumber(t)
        const before = await bench.requests()
        const error = await bench.failure(bench.driver.cancelRelease(owned.number, noCancel()))
        assert.equal(error.kind, 'unsupported')
        assert.equal(await bench.requests(), before)
      })
    }
  })

  function immediateRules(): void {
    it('takes the number away at once, and a second one finds it gone', async (t) => {
      const { bench, owned } = await withNumber(t)
      assert.equal((await bench.driver.release(owned, noCancel())).kind, 'released')
      assert.ok(!(await bench.held()).includes(owned.number))
      assert.equal(await bench.driver.getOwned(owned.number, noCancel()), undefined)
      assert.ok(!(await bench.listed()).some(({ number }) => number === owned.number))
      assert.deepEqual(await bench.driver.release(owned, noCancel()), { kind: 'alreadyGone' })
    })
  }

  function periodEndRules(): void {
    it('leaves the number working until a day, sends no second release, and it is gone after that day', async (t) => {
      const { bench, owned } = await withNumber(t)
      const receipt = await releasedAs(bench, owned, 'leavingAt')
      assert.ok(receipt.until !== undefined && Date.parse(receipt.until) > sandboxStart)
      const leaving = await bench.driver.getOwned(owned.number, noCancel())
      assert.deepEqual(leaving?.state, { kind: 'releasing', until: receipt.until })
      assert.ok(
        (await bench.listed()).some(({ number, state }) => number === owned.number && state.kind === 'releasing'),
      )
      assert.ok(leaving !== undefined && (await releasedAs(bench, leaving, 'leavingAt')).until === receipt.until)
      assert.equal(await bench.requests('release'), 1)
      assert.equal((await bench.driver.previewRelease(owned, noCancel())).possible, false)
      await bench.sandbox.advance(Date.parse(receipt.until) - sandboxStart + 60_000)
      assert.equal(await bench.driver.getOwned(owned.number, noCancel()), undefined)
    })
  }

  function coolingOffRules(): void {
    it('takes the number away at once and can be taken back', async (t) => {
      const { bench, owned } = await withNumber(t)
      const receipt = await releasedAs(bench, owned, 'released')
      assert.ok(receipt.cancellableUntil !== undefined && Date.parse(receipt.cancellableUntil) > sandboxStart)
      assert.ok(!(await bench.held()).includes(owned.number))
      await bench.driver.cancelRelease(owned.number, noCancel())
      assert.equal(await bench.requests('cancelRelease'), 1)
      assert.ok((await bench.held()).includes(owned.number))
      assert.equal((await bench.driver.getOwned(owned.number, noCancel()))?.number, owned.number)
    })

    it('cannot be taken back when the time is over', async (t) => {
      const { bench, owned } = await withNumber(t)
      const receipt = await releasedAs(bench, owned, 'released')
      assert.ok(receipt.cancellableUntil !== undefined)
      await bench.sandbox.advance(Date.parse(receipt.cancellableUntil) - sandboxStart + 60_000)
      assert.equal((await bench.failure(bench.driver.cancelRelease(owned.number, noCancel()))).kind, 'notFound')
    })

    it('has an unknown outcome when the answer to taking it back is lost', async (t) => {
      const { bench, owned } = await withNumber(t)
      await bench.driver.release(owned, noCancel())
      await bench.fault('cancelRelease', { kind: 'resetAfter' })
      const error = await bench.failure(bench.driver.cancelRelease(owned.number, noCancel()))
      assert.equal(error.kind, 'unknownOutcome')
      assert.equal(await bench.requests('cancelRelease'), 1)
      assert.ok((await bench.held()).includes(owned.number))
    })
  }

  /** A bench and an active number of it that may be released. */
  async function withNumber(t: Parameters<typeof openBench>[0]) {
    const bench = await openBench(t, subject)
    for (const owned of await bench.listed()) {
      if (owned.state.kind !== 'active') continue
      if ((await bench.driver.previewRelease(owned, noCancel())).possible) return { bench, owned }
    }
    return assert.fail('no number of the account can be released')
  }
}

async function releasedAs<Kind extends ReleaseReceipt['kind']>(
  bench: Bench,
  owned: OwnedNumber,
  kind: Kind,
): Promise<Receipt<Kind>> {
  const receipt = await bench.driver.release(owned, noCancel())
  assert.equal(receipt.kind, kind)
  return receipt as Receipt<Kind>
}

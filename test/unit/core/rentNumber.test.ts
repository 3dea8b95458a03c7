import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RentVerdict } from '../../../src/core/providerDriver.ts'
import type { ProviderErrorKind } from '../../../src/core/providerError.ts'
import { buildError, buildOffer, buildOwnedNumber } from '../../support/builders.ts'
import { createMemoryLock } from '../../support/moneyTools.ts'
import { failing, rentDesk } from '../../support/rentDesk.ts'

const owned = buildOwnedNumber()

describe('renting', () => {
  it('sends one request and shows the number', async () => {
    const desk = rentDesk({ rent: async () => ({ ready: true }), getOwned: async () => owned })
    const outcome = await desk.rent()
    assert.deepEqual(outcome, { kind: 'rented', receipt: { ready: true }, owned })
    assert.equal(desk.rents(), 1)
    assert.deepEqual(desk.inventory.find('account-1', owned.number), owned)
  })

  it('counts as rented when only reading the new row fails', async () => {
    const desk = rentDesk({ rent: async () => ({ ready: true }), getOwned: failing('network') })
    assert.equal((await desk.rent()).kind, 'rented')
  })

  const certain: readonly ProviderErrorKind[] = [
    'taken',
    'funds',
    'auth',
    'invalid',
    'network',
    'cancelled',
    'rateLimited',
  ]
  for (const kind of certain) {
    it(`is refused and not repeated after ${kind}`, async () => {
      const desk = rentDesk({ rent: failing(kind), settleRent: async () => 'notRented' })
      const outcome = await desk.rent()
      assert.equal(outcome.kind === 'refused' && outcome.error.kind, kind)
      assert.equal(desk.rents(), 1)
    })
  }

  it('asks what became of it when the answer is lost, and finds it rented', async () => {
    const desk = rentDesk({
      rent: failing('unknownOutcome'),
      settleRent: verdicts('unknown', 'rented'),
      getOwned: async () => owned,
    })
    assert.deepEqual(await desk.rent(), { kind: 'rented', owned })
    assert.equal(desk.rents(), 1)
    assert.equal(desk.pauses.length, 2)
  })

  it('says that nothing was rented when the provider says so afterwards', async () => {
    const settleRent = verdicts('notRented', 'notRented', 'notRented', 'notRented')
    const desk = rentDesk({ rent: failing('unknownOutcome'), settleRent })
    const outcome = await desk.rent()
    assert.equal(outcome.kind, 'refused')
    assert.equal(desk.rents(), 1)
  })

  it('does not believe an early "not rented" of a provider that is still working on the request', async () => {
    const settleRent = verdicts('notRented', 'notRented', 'rented')
    const desk = rentDesk({ rent: failing('unknownOutcome'), settleRent, getOwned: async () => owned })
    assert.equal((await desk.rent()).kind, 'rented')
  })

  it('stays unknown after a few growing pauses, also when asking fails', async () => {
    for (const settleRent of [verdicts('unknown', 'unknown', 'unknown', 'unknown'), failing('network')]) {
      const desk = rentDesk({ rent: failing('unknownOutcome'), settleRent })
      const outcome = await desk.rent()
      assert.equal(outcome.kind, 'unknown')
      assert.equal(desk.rents(), 1)
      assert.deepEqual(
        [...desk.pauses].sort((a, b) => a - b),
        desk.pauses,
      )
      assert.ok(desk.pauses.reduce((sum, ms) => sum + ms, 0) <= 20_000)
    }
  })

  it('goes on asking after the person cancelled, because the request has left', async () => {
    const controller = new AbortController()
    const desk = rentDesk({
      rent: async () => {
        controller.abort()
        throw buildError('unknownOutcome', { operation: 'rent' })
      },
      settleRent: async (_order, given) => (given.aborted ? 'unknown' : 'rented'),
      getOwned: async () => owned,
    })
    assert.equal((await desk.rent(controller.signal)).kind, 'rented')
  })

  it('does not start while the same number is being rented', async () => {
    const answer = Promise.withResolvers<{ ready: boolean }>()
    const desk = rentDesk({ rent: () => answer.promise, getOwned: async () => owned })
    const running = desk.rent()
    assert.deepEqual(await desk.rent(), { kind: 'alreadyUnderWay' })
    answer.resolve({ ready: true })
    await running
    assert.equal(desk.rents(), 1)
    assert.equal(desk.inventory.account('account-1')?.activities.size, 0)
  })

  it('leaves the number free for a new try when something unforeseen is thrown', async () => {
    const desk = rentDesk({ rent: () => Promise.reject(new TypeError('a slip of ours')) })
    await assert.rejects(desk.rent(), TypeError)
    assert.equal(desk.inventory.account('account-1')?.activities.size, 0)
  })
})

describe('the record of a rent', () => {
  it('is on disk before the request leaves', async () => {
    const desk = rentDesk({
      rent: async () => {
        assert.equal(desk.journal.entries.length, 1)
        return { ready: true, requestId: 'req-1' }
      },
      getOwned: async () => owned,
    })
    await desk.rent()
    const [first, second] = desk.journal.entries
    assert.equal(first?.kind === 'intent' && first.intent.number, owned.number)
    assert.deepEqual(first?.kind === 'intent' && first.intent.price, buildOffer().price)
    assert.equal(second?.kind === 'ending' && second.ending.outcome, 'done')
    assert.equal(second?.kind === 'ending' && second.ending.requestId, 'req-1')
  })

  it('keeps the request here when it cannot be written', async () => {
    const desk = rentDesk({ rent: async () => ({ ready: true }) })
    desk.journal.failNext()
    assert.equal((await desk.rent()).kind, 'notRecorded')
    assert.equal(desk.rents(), 0)
  })

  it('says what the provider said when it refused', async () => {
    const desk = rentDesk({
      rent: () => Promise.reject(buildError('funds', { operation: 'rent', sentence: 'Please top up' })),
    })
    await desk.rent()
    const last = desk.journal.entries.at(-1)
    assert.deepEqual(last?.kind === 'ending' && [last.ending.outcome, last.ending.note], ['refused', 'Please top up'])
  })

  it('keeps a second rent of a number here while the first one is open', async () => {
    const settleRent = verdicts('unknown', 'unknown', 'unknown', 'unknown', 'unknown')
    const desk = rentDesk({ rent: failing('unknownOutcome'), settleRent })
    assert.equal((await desk.rent()).kind, 'unknown')
    assert.equal((await desk.rent()).kind, 'earlierUnknown')
    assert.equal(desk.rents(), 1)
  })

  it('finds the first rent done instead of paying again', async () => {
    const settleRent = verdicts('unknown', 'unknown', 'unknown', 'unknown', 'rented')
    const desk = rentDesk({ rent: failing('unknownOutcome'), settleRent, getOwned: async () => owned })
    await desk.rent()
    assert.equal((await desk.rent()).kind, 'alreadyOwned')
    assert.equal(desk.rents(), 1)
  })

  it('sends nothing while another window holds the number', async () => {
    const lock = createMemoryLock()
    const letGo = await lock.hold('testphone', owned.number)
    const desk = rentDesk({ rent: async () => ({ ready: true }), getOwned: async () => owned }, { lock })
    assert.equal((await desk.rent()).kind, 'alreadyUnderWay')
    assert.equal(desk.rents(), 0)
    await letGo?.()
    assert.equal((await desk.rent()).kind, 'rented')
  })
})

function verdicts(...answers: RentVerdict[]): () => Promise<RentVerdict> {
  const left = [...answers]
  return async () => {
    const next = left.shift()
    if (next === undefined) throw new Error('asked more often than the test expected')
    return next
  }
}

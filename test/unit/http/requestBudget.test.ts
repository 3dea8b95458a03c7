import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Pace } from '../../../src/http/pace.ts'
import { createRequestBudget, noBudget, type RequestBudget } from '../../../src/http/requestBudget.ts'
import { connectHttp } from '../../support/connectHttp.ts'
import { rejection } from '../../support/rejection.ts'
import { startLocalServer } from '../../support/startLocalServer.ts'

const calm = new AbortController().signal

const longestDuration = 2_000
const duration = fc.integer({ min: 0, max: longestDuration })

describe('the rate budget', () => {
  it('never lets more arrive in any span than the provider allows, however long they are on the way, and lets everybody out', async () => {
    const limits = fc.record({ requests: fc.integer({ min: 1, max: 20 }), perMs: fc.integer({ min: 1, max: 5_000 }) })
    const trip = fc.record({ gap: duration, there: duration, back: duration })
    const trips = fc.array(trip, { minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(limits, trips, async (limit, requests) => {
        const time = createTime()
        const budget = createRequestBudget(limit, time)
        const arrived: number[] = []
        const under: Promise<void>[] = []
        for (const { gap, there, back } of requests) {
          await time.pass(gap)
          under.push(travel(time, budget, { there, back }).then((at) => void arrived.push(at)))
        }
        await time.pass((limit.perMs + 2 * longestDuration) * (requests.length + 1))
        await Promise.all(under)
        assert.equal(arrived.length, requests.length)
        arrived.sort((a, b) => a - b)
        arrived.forEach((at, index) => {
          const earlier = arrived[index - limit.requests]
          assert.ok(earlier === undefined || at - earlier >= limit.perMs)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('holds nobody back below the limit', async () => {
    const time = createTime()
    const budget = createRequestBudget({ requests: 3, perMs: 1_000 }, time)
    await Promise.all([budget.take(calm), budget.take(calm), budget.take(calm)])
    assert.equal(time.now(), 0)
  })

  it('counts nothing for a request that was cancelled while it waited', async () => {
    const time = createTime()
    const budget = createRequestBudget({ requests: 1, perMs: 1_000 }, time)
    const end = await budget.take(calm)
    end()
    const controller = new AbortController()
    const cancelled = assert.rejects(budget.take(controller.signal))
    const patient = budget.take(calm)
    controller.abort()
    await cancelled
    await time.pass(1_000)
    await patient
    assert.equal(time.now(), 1_000)
  })

  it('does not wait for a time that has been already when the clock is set back', async () => {
    const time = createTime(1_000_000)
    const budget = createRequestBudget({ requests: 1, perMs: 1_000 }, time)
    const end = await budget.take(calm)
    end()
    time.set(5)
    await budget.take(calm)
    assert.equal(time.now(), 5)
  })

  it('waits for a request that is still under way, and can be cancelled meanwhile', async () => {
    const time = createTime()
    const budget = createRequestBudget({ requests: 1, perMs: 1_000 }, time)
    const end = await budget.take(calm)
    const controller = new AbortController()
    const cancelled = assert.rejects(budget.take(controller.signal))
    let out = false
    const patient = budget.take(calm).then(() => {
      out = true
    })
    controller.abort()
    await cancelled
    await time.pass(5_000)
    assert.equal(out, false)
    end()
    await time.pass(999)
    assert.equal(out, false)
    await time.pass(1)
    await patient
  })

  it('gives a place back once, however often its end is told', async () => {
    const time = createTime()
    const budget = createRequestBudget({ requests: 2, perMs: 1_000 }, time)
    const [end] = await Promise.all([budget.take(calm), budget.take(calm)])
    end()
    end()
    await time.pass(1_000)
    await budget.take(calm)
    const controller = new AbortController()
    const third = assert.rejects(budget.take(controller.signal))
    controller.abort()
    await third
  })

  it('of providers without a limit lets everything out but what was cancelled', async () => {
    await noBudget.take(calm)
    await assert.rejects(noBudget.take(AbortSignal.abort()))
  })
})

describe('requests within a budget', { concurrency: true }, () => {
  const limit = { requests: 4, perMs: 400 }

  it('are spread over time, repetitions and writes included', async (t) => {
    const times: number[] = []
    const server = await startLocalServer(t, (_request, response, nth) => {
      times.push(performance.now())
      response.writeHead(nth === 1 ? 503 : 200).end('{}')
    })
    const { send } = connectHttp(t, {}, undefined, { limit })
    const methods = ['GET', 'POST', 'GET', 'GET', 'DELETE', 'GET', 'GET', 'POST', 'GET'] as const
    await Promise.all(methods.map((method) => send({ origin: server.origin, method, operation: 'choices' })))
    assert.equal(times.length, methods.length + 1)
    for (const [index, at] of times.entries()) assert.ok(index < 4 || at - (times[index - 4] ?? 0) > 398)
  })

  it('that wait are cancelled at once, and a write was then not sent', async (t) => {
    const server = await startLocalServer(t, (_request, response) => response.end('{}'))
    const { send } = connectHttp(t, {}, undefined, { limit: { requests: 1, perMs: 60_000 } })
    await send({ origin: server.origin })
    for (const method of ['GET', 'POST'] as const) {
      const controller = new AbortController()
      const waiting = rejection(send({ origin: server.origin, method, operation: 'rent', signal: controller.signal }))
      await new Promise(setImmediate)
      controller.abort()
      assert.equal((await waiting).kind, 'cancelled')
    }
    assert.equal(server.requests.length, 1)
  })

  it('give up at the deadline of a read', async (t) => {
    const server = await startLocalServer(t, (_request, response) => response.end('{}'))
    const { send } = connectHttp(t, { readDeadline: 1_000 }, undefined, { limit: { requests: 1, perMs: 60_000 } })
    await send({ origin: server.origin })
    assert.equal((await rejection(send({ origin: server.origin }))).kind, 'timeout')
  })
})

/** One request over a slow way; resolves with when it arrived. */
async function travel(
  time: Pace,
  budget: RequestBudget,
  { there, back }: { readonly there: number; readonly back: number },
): Promise<number> {
  const end = await budget.take(calm)
  await time.wait(there, calm)
  const arrived = time.now()
  await time.wait(back, calm)
  end()
  return arrived
}

/** A clock that stands still until the test lets time pass. */
function createTime(start = 0): Pace & { pass(ms: number): Promise<void>; set(ms: number): void } {
  let now = start
  let sleepers: { readonly until: number; readonly wake: () => void }[] = []
  const settle = () => new Promise(setImmediate)
  return {
    now: () => now,
    random: () => 0.5,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
        sleepers.push({ until: now + ms, wake: resolve })
      }),
    set: (ms) => {
      now = ms
    },
    async pass(ms) {
      const end = now + ms
      await settle()
      for (let next = nextOf(sleepers, end); next !== undefined; next = nextOf(sleepers, end)) {
        now = Math.max(now, next)
        const due = sleepers.filter(({ until }) => until <= now)
        sleepers = sleepers.filter(({ until }) => until > now)
        for (const { wake } of due) wake()
        await settle()
      }
      now = end
    },
  }
}

function nextOf(sleepers: readonly { readonly until: number }[], end: number): number | undefined {
  const times = sleepers.map(({ until }) => until).filter((until) => until <= end)
  return times.length === 0 ? undefined : Math.min(...times)
}

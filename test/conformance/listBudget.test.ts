import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { Pace } from '../../src/http/pace.ts'
import { plivo } from '../../src/providers/plivo/plivo.ts'
import type { ProviderId } from '../../src/providers/registry.ts'
import { connectDriver } from '../support/connectDriver.ts'
import { collectOwned } from '../support/sandboxDriver.ts'
import { startSandbox, type TestSandbox } from '../support/startSandbox.ts'

interface Budget {
  readonly provider: ProviderId
  /** Every request of a first list, by the sandbox's route. */
  readonly requests: Readonly<Record<string, number>>
  readonly mostAtOnce: number
}

/** What listing a thousand numbers may cost: the pages of the largest size, and nothing beside them. */
const budgets: readonly Budget[] = [
  { provider: 'plivo', requests: { listOwned: 50 }, mostAtOnce: 16 },
  { provider: 'tryvox', requests: { listOwned: 10 }, mostAtOnce: 6 },
  { provider: 'sinch', requests: { token: 1, listOwned: 1 }, mostAtOnce: 1 },
  { provider: 'contiguity', requests: { listOwned: 1 }, mostAtOnce: 1 },
]

async function mostAtOnce(sandbox: TestSandbox, provider: string): Promise<number> {
  const spans = (await sandbox.requests(provider)).map(({ startedMs, endedMs }) => ({
    start: startedMs,
    end: endedMs ?? Number.POSITIVE_INFINITY,
  }))
  return Math.max(...spans.map(({ start }) => spans.filter((span) => span.start <= start && start < span.end).length))
}

/** A clock that stands still until somebody waits, and then moves together with the sandbox's. Those who wait meanwhile look again. */
function createSharedPace(sandbox: TestSandbox): Pace {
  let now = 0
  let moving: Promise<void> | undefined
  const move = async (ms: number) => {
    await sandbox.advance(ms)
    now += ms
    moving = undefined
  }
  return {
    now: () => now,
    random: () => 0.5,
    wait(ms) {
      moving ??= move(ms)
      return moving
    },
  }
}

describe('listing a thousand numbers', () => {
  for (const { provider, requests, mostAtOnce: most } of budgets) {
    const total = Object.values(requests).reduce((sum, count) => sum + count, 0)
    it(`takes ${total} requests at ${provider}, at most ${most} at once`, async (t: TestContext) => {
      const sandbox = await startSandbox(t, { owned: { [provider]: 1_000 }, latencyMs: 60 })
      const driver = connectDriver(t, sandbox, provider)
      const list = await collectOwned(driver)
      assert.equal(list.error, undefined)
      const { routes } = await sandbox.counters(provider)
      assert.deepEqual(routes, requests)
      const atOnce = await mostAtOnce(sandbox, provider)
      assert.ok(atOnce <= most, `${atOnce} at once`)
      assert.ok(atOnce > most / 2, `only ${atOnce} at once`)
    })
  }
})

describe('listing ten thousand numbers at Plivo', () => {
  it('takes 500 requests, none of them above the rate', async (t) => {
    const sandbox = await startSandbox(t, { owned: { plivo: 10_000 } })
    const client = { limit: plivo.requestLimit, pace: createSharedPace(sandbox) }
    const list = await collectOwned(connectDriver(t, sandbox, 'plivo', { client }))
    assert.equal(list.error, undefined)
    assert.equal(list.numbers.length, 10_000)
    const statuses = (await sandbox.requests('plivo')).map(({ status }) => status)
    assert.equal(statuses.length, 500)
    assert.deepEqual(new Set(statuses), new Set([200]))
  })
})

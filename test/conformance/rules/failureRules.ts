import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { E164 } from '../../../src/core/phoneNumber.ts'
import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import type { Operation, ProviderErrorKind } from '../../../src/core/providerError.ts'
import { buildOffer, buildOwnedNumber, e164 } from '../../support/builders.ts'
import { noCancel } from '../../support/sandboxDriver.ts'
import { type Bench, openBench, type Subject } from './openBench.ts'

const number = e164('+12025550199')
const order = { number, country: 'US', options: {} }
const query = { country: 'US', capabilities: [] }

type FaultOn = Parameters<Bench['fault']>[1]

interface Reading {
  readonly route: 'verify' | 'list' | 'get' | 'search'
  readonly operation: Operation
  readonly call: (driver: ProviderDriver, signal: AbortSignal, owned: E164) => Promise<unknown>
}

const readings: readonly Reading[] = [
  { route: 'verify', operation: 'verify', call: (driver, signal) => driver.verifyCredentials(signal) },
  { route: 'list', operation: 'list', call: (driver, signal) => readAll(driver, signal) },
  { route: 'get', operation: 'get', call: (driver, signal, owned) => driver.getOwned(owned, signal) },
  {
    route: 'search',
    operation: 'search',
    call: (driver, signal) => driver.searchOffers({ ...query, type: 'local' }, signal),
  },
]

const sentence = 'The moon is in the wrong house.'
const refusals: readonly (readonly [status: number, kind: ProviderErrorKind])[] = [
  [400, 'invalid'],
  [401, 'auth'],
  [403, 'forbidden'],
  [429, 'rateLimited'],
  [500, 'unexpected'],
]
const faults: readonly (readonly [fault: FaultOn, kind: ProviderErrorKind])[] = [
  [{ kind: 'nonJson', times: 0 }, 'unexpected'],
  [{ kind: 'nonJson', status: 502, times: 0 }, 'unexpected'],
  [{ kind: 'truncateJson', times: 0 }, 'unexpected'],
  [{ kind: 'resetBefore', times: 0 }, 'network'],
  [{ kind: 'truncate', times: 0 }, 'network'],
  [{ kind: 'hang', times: 0 }, 'timeout'],
  [{ kind: 'slowBody', ms: 20_000, times: 0 }, 'timeout'],
]

export function failureRules(subject: Subject): void {
  for (const { route, operation, call } of readings) {
    describe(`when ${operation} fails`, { concurrency: 8 }, () => {
      for (const [status, expected] of refusals) {
        it(`with ${status} it is ${expected}, and the provider’s own sentence survives`, async (t) => {
          const { bench, owned } = await benchWithNumber(t)
          const body = subject.witness.errorBody(status, sentence)
          await bench.fault(route, { kind: 'status', status, body, times: 0 })
          const { kind, facts } = await bench.failure(call(bench.driver, noCancel(), owned.number))
          assert.equal(kind, expected)
          assert.equal(facts.sentence, sentence)
          assert.equal(facts.status, status)
          assert.equal(facts.operation, operation)
        })
      }

      for (const [fault, expected] of faults) {
        it(`because of ${JSON.stringify(fault)} it is ${expected}`, async (t) => {
          const { bench, owned } = await benchWithNumber(t)
          const driver = expected === 'timeout' ? bench.another({ timeouts: { read: 1_500 } }) : bench.driver
          await bench.fault(route, fault)
          const answer = call(driver, noCancel(), owned.number)
          // A driver may know a second way to a single number. What it then says must be true.
          const told = route === 'get' ? await answer.catch(() => undefined) : undefined
          if (told !== undefined) return assert.deepEqual(told, owned)
          const { kind, facts } = await bench.failure(answer)
          assert.equal(kind, expected)
          assert.equal(facts.operation, operation)
        })
      }

      it('because nobody is there it is network', async (t) => {
        const bench = await deadBench(t)
        assert.equal((await bench.failure(call(bench.driver, noCancel(), number))).kind, 'network')
      })

      it('because it was cancelled on the way it is cancelled', async (t) => {
        const { bench, owned } = await benchWithNumber(t)
        await bench.fault(route, { kind: 'hang', times: 0 })
        await bench.sandbox.resetCounters()
        const controller = new AbortController()
        const failed = bench.failure(call(bench.driver, controller.signal, owned.number))
        await arrived(bench, route)
        controller.abort()
        assert.equal((await failed).kind, 'cancelled')
      })
    })
  }

  describe('whatever is asked', { concurrency: 8 }, () => {
    it('sends nothing when it was cancelled before', async (t) => {
      const bench = await openBench(t, subject)
      for (const [name, call] of Object.entries(everything(bench.driver, AbortSignal.abort(), subject))) {
        const outcome = await call().then(
          () => 'nothing to ask',
          async (error: unknown) => (await bench.failure(Promise.reject(error))).kind,
        )
        assert.match(outcome, /^(cancelled|unsupported|nothing to ask)$/, name)
        assert.equal(await bench.requests(), 0, name)
      }
    })

    it('rejects with a provider error when nobody is there', async (t) => {
      const bench = await deadBench(t)
      for (const [name, call] of Object.entries(everything(bench.driver, noCancel(), subject))) {
        const outcome = await call().then(
          (answer) => JSON.stringify(answer),
          async (error: unknown) => (await bench.failure(Promise.reject(error))).kind,
        )
        if (['rent', 'release', 'readSettings', 'changeSettings'].includes(name)) assert.equal(outcome, 'network', name)
        else assert.match(outcome, /network|unsupported|unknown|unconfirmed|consequences/, name)
      }
    })
  })

  async function benchWithNumber(t: Parameters<typeof openBench>[0]) {
    const bench = await openBench(t, subject)
    const [owned] = await bench.listed()
    assert.ok(owned)
    return { bench, owned }
  }

  function deadBench(t: Parameters<typeof openBench>[0]) {
    const nobody = 'http://127.0.0.1:1'
    return openBench(t, subject, { endpoints: { api: nobody, auth: nobody } })
  }
}

function everything(
  driver: ProviderDriver,
  signal: AbortSignal,
  { witness }: Subject,
): Readonly<Record<string, () => Promise<unknown>>> {
  const owned = buildOwnedNumber(number)
  return {
    verify: () => driver.verifyCredentials(signal),
    list: () => readAll(driver, signal),
    get: () => driver.getOwned(number, signal),
    search: () => driver.searchOffers(query, signal),
    quote: () => driver.quote(buildOffer(number), signal),
    rent: () => driver.rent(order, signal),
    settleRent: () => driver.settleRent(order, signal),
    previewRelease: () => driver.previewRelease(owned, signal),
    release: () => driver.release(owned, signal),
    cancelRelease: () => driver.cancelRelease(number, signal),
    readSettings: () => driver.readSettings(number, signal),
    changeSettings: () => driver.changeSettings(number, witness.change, signal),
    listChoices: () => driver.listChoices('applicationId', signal),
  }
}

async function readAll(driver: ProviderDriver, signal: AbortSignal): Promise<void> {
  for await (const _page of driver.listOwned(signal));
}

/** Waits until the provider has the request. Asking the sandbox paces the loop. */
async function arrived(bench: Bench, route: Reading['route']): Promise<void> {
  for (let tries = 0; tries < 500; tries++) if ((await bench.requests(route)) > 0) return
  assert.fail('the request never arrived')
}

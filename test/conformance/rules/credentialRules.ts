import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { collectOwned, noCancel } from '../../support/sandboxDriver.ts'
import { startSandbox } from '../../support/startSandbox.ts'
import { openBench, type Subject } from './openBench.ts'

const canary = 'canary-0123456789abcdef'

export function credentialRules(subject: Subject): void {
  describe('credentials', { concurrency: 8 }, () => {
    it('are proved when they are good, with few requests and none about money', async (t) => {
      const bench = await openBench(t, subject)
      await bench.driver.verifyCredentials(noCancel())
      assert.ok((await bench.requests()) <= 3)
      assert.equal(await bench.moneyRequests(), 0)
    })

    for (const field of subject.definition.credentialFields) {
      it(`are refused when the ${field.label} is wrong`, async (t) => {
        const good = (await startSandbox(t)).provider(subject.id).credentials
        const bench = await openBench(t, subject, { credentials: { ...good, [field.key]: canary } })
        const { kind } = await bench.failure(bench.driver.verifyCredentials(noCancel()))
        const kinds = field.secret ? ['auth'] : ['auth', 'forbidden', 'notFound']
        assert.ok(kinds.includes(kind), kind)
      })
    }

    it('that are wrong are told by every operation, and nothing changes', async (t) => {
      const good = (await startSandbox(t)).provider(subject.id).credentials
      const known = await openBench(t, subject)
      const [owned] = await known.listed()
      assert.ok(owned)
      const secrets = subject.definition.credentialFields.filter(({ secret }) => secret).map(({ key }) => [key, canary])
      const bench = await openBench(t, subject, { credentials: { ...good, ...Object.fromEntries(secrets) } })
      const { driver } = bench
      const before = await bench.held()
      const list = await collectOwned(driver)
      assert.equal(list.error?.kind, 'auth')
      assert.deepEqual(list.numbers, [])
      const query = { country: 'US', capabilities: [] }
      const order = { number: owned.number, country: 'US', options: {} }
      for (const call of [
        driver.getOwned(owned.number, noCancel()),
        driver.searchOffers(query, noCancel()),
        driver.rent(order, noCancel()),
        driver.release(owned, noCancel()),
      ]) {
        assert.equal((await bench.failure(call)).kind, 'auth')
      }
      assert.deepEqual(await bench.held(), before)
    })
  })
}

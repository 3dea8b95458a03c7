import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseE164 } from '../../../src/core/phoneNumber.ts'
import { collectOwned, noCancel } from '../../support/sandboxDriver.ts'
import { openBench, type Subject } from './openBench.ts'

export function listRules(subject: Subject): void {
  const { many, perPage, smallPages } = subject.witness
  /** How many answers bring the first numbers before the interesting one. */
  const after = perPage === undefined ? 0 : 1
  describe('the list of owned numbers', { concurrency: 8 }, () => {
    it('is what the account holds, each number once and readable', async (t) => {
      const bench = await openBench(t, subject)
      const { numbers, unreadable, error } = await collectOwned(bench.driver)
      assert.equal(error, undefined)
      assert.deepEqual(numbers.map(({ number }) => number).sort(), await bench.held())
      assert.deepEqual(unreadable, [])
      for (const owned of numbers) {
        assert.equal(parseE164(owned.number), owned.number)
        assert.equal(owned.accountId, 'account-1')
      }
      assert.equal(await bench.moneyRequests(), 0)
    })

    it(`is complete with ${many} numbers, as few requests as possible`, async (t) => {
      const bench = await openBench(t, subject, { owned: many })
      const { numbers } = await collectOwned(bench.driver)
      assert.equal(numbers.length, many)
      assert.deepEqual(numbers.map(({ number }) => number).sort(), await bench.held())
      const answers = Math.ceil(many / (perPage ?? many))
      assert.ok((await bench.requests('list')) <= answers, `${await bench.requests('list')} requests`)
    })

    it('is empty for an account without numbers', async (t) => {
      const bench = await openBench(t, subject, { owned: 0 })
      assert.deepEqual(await bench.listed(), [])
    })

    it('is the same when it is read again', async (t) => {
      const bench = await openBench(t, subject)
      assert.deepEqual(await bench.listed(), await bench.listed())
    })
  })

  describe('a list that is interrupted', { concurrency: 8 }, () => {
    it('keeps what came before a failing page and rejects', async (t) => {
      const bench = await severalPages(t)
      await bench.fault('list', { kind: 'status', status: 500, times: 0, after })
      const { numbers, error } = await collectOwned(bench.driver)
      assert.equal(error?.kind, 'unexpected')
      assert.equal(error?.facts.operation, 'list')
      assert.equal(error?.facts.status, 500)
      assert.ok(numbers.length < (await bench.held()).length)
      if (perPage !== undefined) assert.ok(numbers.length > 0, 'the first page is lost')
    })

    it('survives a 429 in its middle', async (t) => {
      const bench = await severalPages(t)
      await bench.fault('list', { kind: 'status', status: 429, headers: { 'retry-after': '0' }, after })
      assert.deepEqual((await bench.listed()).map(({ number }) => number).sort(), await bench.held())
    })

    it('survives a lost connection, an answer cut off and a passing 503', async (t) => {
      const bench = await severalPages(t)
      await bench.fault('list', { kind: 'resetBefore' })
      await bench.fault('list', { kind: 'truncate' })
      await bench.fault('list', { kind: 'status', status: 503 })
      assert.deepEqual((await bench.listed()).map(({ number }) => number).sort(), await bench.held())
    })

    for (const kind of ['nonJson', 'truncateJson'] as const) {
      it(`is not called empty or complete when an answer is ${kind}`, async (t) => {
        const bench = await openBench(t, subject)
        await bench.fault('list', { kind, times: 0 })
        const { error } = await collectOwned(bench.driver)
        assert.equal(error?.kind, 'unexpected')
      })
    }

    it('is not called empty when another server answers 404', async (t) => {
      const bench = await openBench(t, subject)
      await bench.fault('list', {
        kind: 'status',
        status: 404,
        body: '<html></html>',
        contentType: 'text/html',
        times: 0,
      })
      const { error } = await collectOwned(bench.driver)
      assert.ok(error)
    })

    it('stops when it is cancelled', async (t) => {
      const bench = await severalPages(t)
      const controller = new AbortController()
      await bench.fault('list', { kind: 'delay', ms: 5_000, times: 0, after })
      if (perPage === undefined) setImmediate(() => controller.abort())
      const read = async () => {
        for await (const _page of bench.driver.listOwned(controller.signal)) controller.abort()
      }
      assert.equal((await bench.failure(read())).kind, 'cancelled')
    })

    it('ends with the driver', async (t) => {
      const bench = await severalPages(t)
      await bench.fault('list', { kind: 'hang', times: 0 })
      const reading = bench.failure(bench.driver.listOwned(noCancel())[Symbol.asyncIterator]().next())
      await bench.driver.close()
      assert.equal((await reading).kind, 'cancelled')
    })
  })

  /** An account whose numbers come in three answers, where they do not come in one. */
  async function severalPages(t: Parameters<typeof openBench>[0]) {
    const rows = smallPages?.rows ?? perPage ?? 4
    const bench = await openBench(t, subject, { owned: rows * 3 })
    if (smallPages !== undefined) await bench.sandbox.setSwitch(subject.id, smallPages.name, rows)
    return bench
  }
}

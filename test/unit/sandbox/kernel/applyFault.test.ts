import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FaultEffect } from '../../../../src/sandbox/faults.ts'
import { type CountingServer, serveCounting } from './countingEmulator.ts'

const WHOLE = JSON.stringify({ done: 1, text: 'é' })
const work = (server: CountingServer, init: RequestInit = {}) =>
  fetch(`${server.origin}/work`, { method: 'POST', ...init })

/** The code of the system's error behind fetch's own. */
async function failureCode(failing: Promise<unknown>): Promise<unknown> {
  const error = await failing.then(
    () => assert.fail('the request succeeded'),
    (reason: unknown) => reason,
  )
  return error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : error
}

describe('a scripted fault', () => {
  it('"status" answers in place of the emulator, which does no work', async (t) => {
    const server = await serveCounting(t)
    server.script({ kind: 'status', status: 429, headers: { 'Retry-After': '3' }, body: { error: 'slow down' } })
    const response = await work(server)
    assert.deepEqual([response.status, response.headers.get('retry-after')], [429, '3'])
    assert.deepEqual(await response.json(), { error: 'slow down' })
    assert.equal(server.received.length, 0)
    assert.equal((await work(server)).status, 200)
  })

  it('"status" sends text as it is, with the content type it names', async (t) => {
    const server = await serveCounting(t)
    server.script({ kind: 'status', status: 503, body: 'busy', contentType: 'text/plain' })
    const response = await work(server)
    assert.equal(response.headers.get('content-type'), 'text/plain')
    assert.equal(await response.text(), 'busy')
  })

  it('"statusAfterWork" answers so although the work is done', async (t) => {
    const server = await serveCounting(t)
    server.script({ kind: 'statusAfterWork', status: 500 })
    const response = await work(server)
    assert.deepEqual([response.status, await response.text()], [500, ''])
    assert.equal(server.received.length, 1)
  })

  it('"resetBefore" and "resetAfter" reset the connection without and with the work', async (t) => {
    const server = await serveCounting(t)
    server.script({ kind: 'resetBefore' })
    server.script({ kind: 'resetAfter' })
    assert.equal(await failureCode(work(server)), 'ECONNRESET')
    assert.equal(server.received.length, 0)
    assert.equal(await failureCode(work(server)), 'ECONNRESET')
    assert.equal(server.received.length, 1)
    assert.deepEqual(
      server.log.read().map(({ status, fault }) => [status, fault]),
      [
        [null, 'resetBefore'],
        [null, 'resetAfter'],
      ],
    )
  })

  it('"delay" works and answers late, or works at once and answers late', async (t) => {
    const server = await serveCounting(t)
    for (const afterWork of [false, true]) {
      server.script({ kind: 'delay', ms: 120, afterWork })
      const before = server.received.length
      const arrived = server.nextArrival()
      const started = performance.now()
      const pending = work(server)
      await arrived
      assert.equal(server.received.length - before, afterWork ? 1 : 0)
      assert.equal((await pending).status, 200)
      assert.ok(performance.now() - started >= 110)
      assert.equal(server.received.length - before, 1)
    }
  })

  it('"slowBody" sends the headers at once and the rest of the body later', async (t) => {
    const server = await serveCounting(t)
    server.script({ kind: 'slowBody', ms: 150 })
    const started = performance.now()
    const response = await work(server)
    const headersAfter = performance.now() - started
    assert.equal(await response.text(), WHOLE)
    const bodyAfter = performance.now() - started
    assert.ok(bodyAfter >= 140, `${bodyAfter} ms`)
    assert.ok(bodyAfter - headersAfter >= 60, `headers ${headersAfter} ms, body ${bodyAfter} ms`)
  })

  it('"truncate" ends the connection in the middle of the body', async (t) => {
    const server = await serveCounting(t)
    server.script({ kind: 'truncate' })
    const response = await work(server)
    assert.equal(response.headers.get('content-length'), String(Buffer.byteLength(WHOLE)))
    await assert.rejects(response.text())
    assert.equal(server.received.length, 1)
  })

  it('"truncateJson" sends a complete answer whose JSON is cut', async (t) => {
    const server = await serveCounting(t)
    server.script({ kind: 'truncateJson' })
    const text = await (await work(server)).text()
    assert.equal(text, WHOLE.slice(0, Math.floor(WHOLE.length / 2)))
    assert.equal(server.received.length, 1)
  })

  it('"nonJson" sends a page of HTML after the work', async (t) => {
    const server = await serveCounting(t)
    server.script({ kind: 'nonJson' })
    server.script({ kind: 'nonJson', status: 502, body: '<p>Bad gateway</p>' })
    const page = await work(server)
    assert.deepEqual([page.status, page.headers.get('content-type')], [200, 'text/html; charset=utf-8'])
    assert.match(await page.text(), /<html>/)
    const gateway = await work(server)
    assert.deepEqual([gateway.status, await gateway.text()], [502, '<p>Bad gateway</p>'])
    assert.equal(server.received.length, 2)
  })

  it('"hang" never answers, with the work done only when it says so', async (t) => {
    const server = await serveCounting(t)
    const hangs: readonly FaultEffect[] = [{ kind: 'hang' }, { kind: 'hang', afterWork: true }]
    for (const [index, effect] of hangs.entries()) {
      server.script(effect)
      await assert.rejects(work(server, { signal: AbortSignal.timeout(500) }), { name: 'TimeoutError' })
      assert.equal(server.received.length, index)
    }
  })
})

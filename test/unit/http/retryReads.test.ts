import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { describe, it } from 'node:test'
import { connectHttp } from '../../support/connectHttp.ts'
import { rejection } from '../../support/rejection.ts'
import { startLocalServer } from '../../support/startLocalServer.ts'

type Answer = (response: ServerResponse) => void
const status =
  (code: number, headers = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end('{"error":"passing"}')
const ok: Answer = (response) => response.end('{"ok":true}')
const reset: Answer = (response) => response.destroy()

/** A server that answers with each in turn, then `ok`. */
const serverWith = (scope: Parameters<typeof startLocalServer>[0], answers: readonly Answer[]) =>
  startLocalServer(scope, (_request, response, nth) => (answers[nth - 1] ?? ok)(response))

describe('reads', { concurrency: true }, () => {
  for (const code of [429, 500, 502, 503, 504]) {
    it(`are repeated after ${code}`, async (t) => {
      const server = await serverWith(t, [status(code)])
      const answer = await connectHttp(t).send({ origin: server.origin })
      assert.equal(answer.status, 200)
      assert.equal(server.requests.length, 2)
    })
  }

  it('are repeated after a lost connection', async (t) => {
    const server = await serverWith(t, [reset, reset])
    assert.equal((await connectHttp(t).send({ origin: server.origin })).status, 200)
    assert.equal(server.requests.length, 3)
  })

  for (const code of [400, 401, 402, 403, 404, 409, 501]) {
    it(`are not repeated after ${code}`, async (t) => {
      const server = await serverWith(t, [status(code)])
      assert.equal((await connectHttp(t).send({ origin: server.origin })).status, code)
      assert.equal(server.requests.length, 1)
    })
  }

  it('end after four attempts with the last answer, so that its sentence survives', async (t) => {
    const server = await serverWith(
      t,
      Array.from({ length: 9 }, () => status(503)),
    )
    const answer = await connectHttp(t).send({ origin: server.origin })
    assert.equal(answer.status, 503)
    assert.equal(answer.text, '{"error":"passing"}')
    assert.equal(server.requests.length, 4)
  })

  it('end after four lost connections with the failure', async (t) => {
    const server = await serverWith(
      t,
      Array.from({ length: 9 }, () => reset),
    )
    assert.equal((await rejection(connectHttp(t).send({ origin: server.origin }))).kind, 'network')
    assert.equal(server.requests.length, 4)
  })

  it('wait longer each time', async (t) => {
    const times: number[] = []
    const server = await startLocalServer(t, (_request, response) => {
      times.push(performance.now())
      status(503)(response)
    })
    await connectHttp(t).send({ origin: server.origin })
    const [first = 0, second = 0, third = 0, fourth = 0] = times
    assert.ok(second - first >= 120, `first gap ${second - first}`)
    assert.ok(third - second >= 245, `second gap ${third - second}`)
    assert.ok(fourth - third >= 495, `third gap ${fourth - third}`)
  })

  it('wait as long as the provider asks', async (t) => {
    const started = performance.now()
    const server = await serverWith(t, [status(429, { 'retry-after': '1' })])
    await connectHttp(t).send({ origin: server.origin })
    assert.ok(performance.now() - started >= 995)
  })

  it('wait at all when the provider’s date has passed already', async (t) => {
    const started = performance.now()
    const server = await serverWith(t, [status(429, { 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' })])
    await connectHttp(t).send({ origin: server.origin })
    assert.ok(performance.now() - started >= 120)
  })

  it('are not repeated when the provider asks for more patience than a person has', async (t) => {
    const server = await serverWith(t, [status(429, { 'retry-after': '3600' })])
    const answer = await connectHttp(t).send({ origin: server.origin })
    assert.equal(answer.status, 429)
    assert.equal(server.requests.length, 1)
  })

  it('say that they were cancelled when that happens between two attempts', async (t) => {
    const controller = new AbortController()
    const server = await serverWith(t, [status(429, { 'retry-after': '5' })])
    const { send, logged } = connectHttp(t)
    const request = rejection(send({ origin: server.origin, signal: controller.signal }))
    while (!logged.some((line) => line.includes('HTTP 429'))) await new Promise((resolve) => setImmediate(resolve))
    controller.abort()
    assert.equal((await request).kind, 'cancelled')
    assert.equal(server.requests.length, 1)
  })

  it('keep to the deadline of all attempts together', async (t) => {
    const started = performance.now()
    const server = await startLocalServer(t, () => undefined)
    const { send } = connectHttp(t, { read: 10_000, readDeadline: 200 })
    assert.equal((await rejection(send({ origin: server.origin }))).kind, 'timeout')
    assert.ok(performance.now() - started < 1_500)
  })
})

describe('writes', { concurrency: true }, () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    it(`with ${method} are sent once, whatever the answer`, async (t) => {
      for (const answer of [status(429, { 'retry-after': '0' }), status(500), status(503), reset]) {
        const server = await serverWith(t, [answer])
        await connectHttp(t)
          .send({ origin: server.origin, method, operation: 'rent' })
          .catch(() => undefined)
        assert.equal(server.requests.length, 1)
      }
    })
  }

  it('that only read are repeated, when the request says so', async (t) => {
    const server = await serverWith(t, [status(503)])
    const answer = await connectHttp(t).send({
      origin: server.origin,
      method: 'POST',
      body: 'grant_type=x',
      effect: 'read',
    })
    assert.equal(answer.status, 200)
    assert.equal(server.requests.length, 2)
  })
})

import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { largestBody } from '../../../src/http/boundedBody.ts'
import { connectHttp } from '../../support/connectHttp.ts'
import { rejection } from '../../support/rejection.ts'
import { startLocalServer } from '../../support/startLocalServer.ts'

const ok = (_request: unknown, response: ServerResponse) => response.end('{"ok":true}')
const credentials = { authorization: 'Bearer canary-4711-secret' }

describe('a request', () => {
  it('goes out as it was written and comes back with status, headers and text', async (t) => {
    const server = await startLocalServer(t, (_request, response) => {
      response.setHeader('X-Request-ID', 'abc')
      response.setHeader('Set-Cookie', ['a=1', 'b=2'])
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"größe":1}')
    })
    const { send } = connectHttp(t)
    const path = '/v1/numbers/+14155551234/assign?pattern=%2B1212&pattern=3'
    const answer = await send({
      origin: server.origin,
      method: 'POST',
      path,
      headers: credentials,
      body: '{"a":1}',
      operation: 'rent',
    })
    assert.equal(answer.status, 201)
    assert.equal(answer.text, '{"größe":1}')
    assert.equal(answer.effect, 'write')
    assert.equal(answer.operation, 'rent')
    assert.equal(answer.headers['x-request-id'], 'abc')
    assert.equal(answer.headers['set-cookie'], 'a=1, b=2')
    const [seen] = server.requests
    assert.equal(seen?.url, path)
    assert.equal(seen?.body, '{"a":1}')
    assert.equal(seen?.headers.authorization, credentials.authorization)
    assert.equal(seen?.headers.accept, 'application/json')
    assert.equal(seen?.headers['accept-encoding'], undefined)
  })

  it('leaves nothing in the log but provider, operation, method and outcome', async (t) => {
    const server = await startLocalServer(t, ok)
    const { send, logged } = connectHttp(t)
    await send({ origin: server.origin, path: '/v1/Account/MAcanary/Number/?alias=canary', headers: credentials })
    assert.equal(logged.length, 1)
    assert.match(logged[0] ?? '', /^testphone list GET: HTTP 200 in \d+ ms$/)
  })

  it('that never got out says no connection', async (t) => {
    const server = await startLocalServer(t, ok)
    const { send, logged } = connectHttp(t, { readDeadline: 300 })
    const origin = 'http://127.0.0.1:1'
    const write = await rejection(send({ origin, method: 'POST', headers: credentials, operation: 'rent' }))
    assert.equal(write.kind, 'network')
    assert.equal(server.requests.length, 0)
    assert.doesNotMatch(logged.join(), /canary|127\.0\.0\.1/)
  })
})

describe('redirects', () => {
  for (const status of [301, 302, 303, 307, 308]) {
    it(`with ${status} are answers: nothing follows them, credentials least of all`, async (t) => {
      const other = await startLocalServer(t, ok)
      const server = await startLocalServer(t, (_request, response) => {
        response.writeHead(status, { location: `${other.origin}/stolen` }).end()
      })
      const { send } = connectHttp(t)
      for (const method of ['GET', 'POST', 'DELETE'] as const) {
        const answer = await send({ origin: server.origin, method, headers: credentials })
        assert.equal(answer.status, status)
      }
      assert.equal(other.requests.length, 0)
      assert.equal(server.requests.length, 3)
    })
  }
})

describe('the body of an answer', () => {
  it('is refused when it is compressed, which we never ask for', async (t) => {
    const server = await startLocalServer(t, (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"ok":true}'))
    })
    const { send } = connectHttp(t)
    assert.equal((await rejection(send({ origin: server.origin }))).kind, 'unexpected')
    const write = await rejection(send({ origin: server.origin, method: 'POST', operation: 'rent' }))
    assert.equal(write.kind, 'unknownOutcome')
    assert.equal(server.requests.length, 2)
  })

  it('is refused unread when it announces more than we read', async (t) => {
    const closed = Promise.withResolvers<void>()
    const server = await startLocalServer(t, (_request, response) => {
      response.on('close', closed.resolve)
      response.writeHead(200, { 'content-length': largestBody + 1 }).write('[')
    })
    const { send } = connectHttp(t)
    assert.equal((await rejection(send({ origin: server.origin }))).kind, 'unexpected')
    await closed.promise
  })

  it('is refused when it turns out larger than we read', async (t) => {
    function* chunks() {
      const chunk = Buffer.alloc(1024 * 1024, ' ')
      for (let sent = 0; sent <= largestBody; sent += chunk.length) yield chunk
    }
    const server = await startLocalServer(t, (_request, response) => {
      Readable.from(chunks()).pipe(response.writeHead(200))
    })
    const { send } = connectHttp(t)
    assert.equal((await rejection(send({ origin: server.origin }))).kind, 'unexpected')
  })

  it('that ends too early is a lost connection, and an unknown outcome for a write', async (t) => {
    const server = await startLocalServer(t, (_request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"half":', () => response.destroy())
    })
    const { send } = connectHttp(t, { readDeadline: 200 })
    const write = await rejection(send({ origin: server.origin, method: 'POST', operation: 'rent' }))
    assert.equal(write.kind, 'unknownOutcome')
    assert.equal(server.requests.length, 1)
    assert.match((await rejection(send({ origin: server.origin }))).kind, /^(network|timeout)$/)
  })
})

describe('connections', () => {
  it('are fresh for every write and shared among reads', async (t) => {
    const server = await startLocalServer(t, ok)
    const { send } = connectHttp(t)
    for (const method of ['GET', 'POST', 'GET', 'DELETE', 'GET', 'POST', 'PATCH'] as const) {
      await send({ origin: server.origin, method, operation: 'rent' })
    }
    const used = (pick: (method: string) => boolean) =>
      server.requests.filter(({ method }) => pick(method)).map(({ connection }) => connection)
    const reads = used((method) => method === 'GET')
    const writes = used((method) => method !== 'GET')
    assert.equal(new Set(reads).size, 1)
    assert.equal(new Set(writes).size, 4)
    assert.ok(writes.every((connection) => !reads.includes(connection)))
  })

  it('are shared by reads that follow each other at once, as the pages of a list do', async (t) => {
    const server = await startLocalServer(t, ok)
    const { send } = connectHttp(t)
    for (let page = 1; page <= 5; page += 1) await send({ origin: server.origin })
    assert.deepEqual(
      server.requests.map(({ connection }) => connection),
      [1, 1, 1, 1, 1],
    )
  })

  it('end with the client: a read is cancelled, a write has an unknown outcome', async (t) => {
    const arrived = Promise.withResolvers<void>()
    const server = await startLocalServer(t, (_request, _response, nth) => {
      if (nth === 2) arrived.resolve()
    })
    const { send, client } = connectHttp(t)
    const read = rejection(send({ origin: server.origin }))
    const write = rejection(send({ origin: server.origin, method: 'POST', operation: 'rent' }))
    await arrived.promise
    await client.close()
    assert.equal((await read).kind, 'cancelled')
    assert.equal((await write).kind, 'unknownOutcome')
  })
})

describe('cancelling and waiting', () => {
  it('stops a read under way', async (t) => {
    const controller = new AbortController()
    const server = await startLocalServer(t, () => controller.abort())
    const { send } = connectHttp(t)
    assert.equal((await rejection(send({ origin: server.origin, signal: controller.signal }))).kind, 'cancelled')
    assert.equal(server.requests.length, 1)
  })

  it('leaves the outcome of a write that has left unknown', async (t) => {
    const controller = new AbortController()
    const server = await startLocalServer(t, () => controller.abort())
    const { send } = connectHttp(t)
    const write = send({ origin: server.origin, method: 'POST', operation: 'rent', signal: controller.signal })
    assert.equal((await rejection(write)).kind, 'unknownOutcome')
  })

  it('sends nothing when it was cancelled before', async (t) => {
    const server = await startLocalServer(t, ok)
    const { send } = connectHttp(t)
    for (const method of ['GET', 'POST'] as const) {
      const request = send({ origin: server.origin, method, operation: 'rent', signal: AbortSignal.abort() })
      assert.equal((await rejection(request)).kind, 'cancelled')
    }
    assert.equal(server.requests.length, 0)
  })

  it('calls a read without an answer a timeout and a write an unknown outcome, each after its own time', async (t) => {
    const server = await startLocalServer(t, () => undefined)
    const { send } = connectHttp(t, { read: 80, readDeadline: 5_000, write: 160 })
    const started = performance.now()
    assert.equal((await rejection(send({ origin: server.origin }))).kind, 'timeout')
    assert.ok(performance.now() - started < 2_000)
    const write = send({ origin: server.origin, method: 'POST', operation: 'rent' })
    assert.equal((await rejection(write)).kind, 'unknownOutcome')
    assert.equal(server.requests.filter(({ method }) => method === 'POST').length, 1)
  })

  it('gives up a body that does not end in time', async (t) => {
    const server = await startLocalServer(t, (_request, response) => {
      response.writeHead(200).write('{"half":')
    })
    const { send } = connectHttp(t, { read: 80, readDeadline: 200 })
    assert.equal((await rejection(send({ origin: server.origin }))).kind, 'timeout')
  })
})

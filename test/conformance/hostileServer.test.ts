import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { ProviderError } from '../../src/core/providerError.ts'
import { providers } from '../../src/providers/registry.ts'
import { startRawServer, writeForEver, writeSlowly } from '../support/network/startRawServer.ts'
import { driverAt, everyOperation, outcomeOf } from '../support/network/tamperedDriver.ts'
import { noCancel } from '../support/sandboxDriver.ts'
import { type SeenRequest, startLocalServer } from '../support/startLocalServer.ts'

const timeouts = { read: 400, readDeadline: 800, write: 400 }
const json = { 'content-type': 'application/json' }
/** Longer than any operation may take: a few requests with their deadlines. */
const patience = 8_000

/** Answers a token request well, so that the rest of a driver is reached, and anything else as the test says. */
function after(token: 'token first', respond: (request: SeenRequest, response: ServerResponse) => void) {
  assert.ok(token)
  return (request: SeenRequest, response: ServerResponse) => {
    if (request.url !== '/oauth2/token') return respond(request, response)
    response.writeHead(200, json).end('{"access_token":"canary-access-7431","expires_in":3600}')
    return undefined
  }
}

const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024))
const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`

const bodies: readonly (readonly [name: string, body: string | Buffer, headers?: Readonly<Record<string, string>>])[] =
  [
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['an empty list', '[]'],
    ['an empty object', '{}'],
    ['half of an object', '{"objects":[{"number":"1202'],
    ['HTML', '<html><script>alert(1)</script></html>', { 'content-type': 'text/html' }],
    ['a gzip bomb', bomb, { 'content-encoding': 'gzip' }],
    ['a gzip bomb that does not say so', bomb],
    ['a list within a list, very deep', deep],
    ['a very deep row', `{"objects":[${deep}],"activeNumbers":[${deep}],"data":[${deep}],"items":[${deep}]}`],
    ['very deep rows at Contiguity', `{"id":"x","data":{"numbers":[${deep},{"x":${deep}}]}}`],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0xc0, 0x80])],
    ['a very long word', `"${'x'.repeat(4_000_000)}"`],
    ['the same key a thousand times', `{${'"objects":[],'.repeat(1_000)}"data":{}}`],
    ['numbers beyond all numbers', '{"objects":[],"meta":{"total_count":1e999},"activeNumbers":[],"totalSize":-1}'],
  ]

for (const { id } of providers) {
  describe(`${id} at a hostile server`, { concurrency: 8 }, () => {
    for (const status of [200, 404, 500]) {
      for (const [name, body, headers] of status === 200 ? bodies : bodies.slice(0, 8)) {
        it(`that answers ${status} with ${name} fails as a provider error or says nothing wrong`, async (t) => {
          const server = await startLocalServer(
            t,
            after('token first', (_request, response) => response.writeHead(status, { ...json, ...headers }).end(body)),
          )
          const driver = driverAt(t, id, server.origin, { ...timeouts, read: 5_000, readDeadline: 300, write: 5_000 })
          for (const [operation, call] of Object.entries(everyOperation(driver, noCancel()))) {
            const outcome = await within(patience, operation, outcomeOf(call))
            assertHarmless(operation, status, outcome)
          }
        })
      }
    }

    for (const status of [301, 302, 303, 307, 308]) {
      it(`that sends it elsewhere with ${status} does not follow, and nobody else sees a credential`, async (t) => {
        const other = await startLocalServer(t, (_request, response) => response.end('{}'))
        const server = await startLocalServer(t, (_request, response) => {
          response.writeHead(status, { ...json, location: `${other.origin}/stolen` }).end('{}')
        })
        const driver = driverAt(t, id, server.origin, timeouts)
        for (const call of Object.values(everyOperation(driver, noCancel()))) await outcomeOf(call)
        assert.equal(other.requests.length, 0)
        assert.ok(server.requests.length > 0)
      })
    }

    const endless: Readonly<Record<string, Parameters<typeof startRawServer>[1]>> = {
      'headers without end': (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        writeForEver(socket, 'x-more: and more\r\n')
      },
      'a body that trickles in': (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"a":"')
        writeSlowly(socket, 'a')
      },
      'a body without end': (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n[')
        writeForEver(socket, '{"number":"12025550199"},')
      },
      'no answer': () => undefined,
    }
    for (const [name, answer] of Object.entries(endless)) {
      it(`that answers with ${name} is given up in time`, async (t) => {
        const server = await startRawServer(t, answer)
        const driver = driverAt(t, id, server.origin, { read: 200, readDeadline: 300, write: 200 })
        for (const [operation, call] of Object.entries(everyOperation(driver, noCancel()))) {
          assertHarmless(operation, 200, await within(patience, operation, outcomeOf(call)))
        }
        await driver.close()
        await server.allClosed()
      })
    }
  })
}

async function within<Value>(ms: number, what: string, promise: Promise<Value>): Promise<Value> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms)
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** Nobody was told that money was spent or a number lost, and no list of numbers was made up. */
function assertHarmless(operation: string, status: number, outcome: unknown): void {
  if (outcome instanceof ProviderError) {
    const { kind } = outcome
    if (operation === 'rent' && status === 200)
      assert.match(kind, /^(unknownOutcome|unsupported|invalid|network|timeout|unexpected|auth)$/)
    return
  }
  if (operation === 'rent') assert.fail(`a rent came out of it: ${JSON.stringify(outcome)}`)
  if (operation === 'settleRent') assert.notEqual(outcome, 'rented')
  if (operation === 'list') assert.equal(JSON.stringify(outcome).includes('"number":"+'), false)
}

import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { directSettings, type NetworkSettings } from '../../../src/http/networkSettings.ts'
import { realPace } from '../../../src/http/pace.ts'
import { createTransport } from '../../../src/http/transport.ts'
import type { Timeouts } from '../../../src/http/undiciHttpClient.ts'
import { connectHttp } from '../../support/connectHttp.ts'
import { createAuthority } from '../../support/network/certificates.ts'
import { type ProxyOptions, startProxy } from '../../support/network/startProxy.ts'
import { startTlsServer } from '../../support/network/startTlsServer.ts'
import { rejection } from '../../support/rejection.ts'
import { startLocalServer } from '../../support/startLocalServer.ts'

const authority = createAuthority()
const host = 'api.phone.test'
const origin = `https://${host}`
const credentials = { authorization: 'Bearer canary-4711-secret' }
const proxyPair = `Basic ${Buffer.from('user:p@ss').toString('base64')}`

const through = (differences: Partial<NetworkSettings>): NetworkSettings => ({
  ...directSettings,
  proxySupport: 'override',
  systemCertificates: true,
  ...differences,
})

/** A provider that only the proxy can reach, and our client behind that proxy. */
async function behindProxy(
  t: TestContext,
  options: Omit<ProxyOptions, 'hosts'> & { readonly timeouts?: Partial<Timeouts> } = {},
  differences: Partial<NetworkSettings> = {},
  user = '',
) {
  const server = await startTlsServer(t, authority.issue([host]))
  const proxy = await startProxy(t, { hosts: { [host]: server.port }, ...options })
  const settings = through({ proxy: proxy.url.replace('://', `://${user}`), ...differences })
  const transport = createTransport(
    () => settings,
    () => [authority.cert],
  )
  return { server, proxy, ...connectHttp(t, options.timeouts, transport) }
}

describe('through a proxy', { concurrency: true }, () => {
  it('a request goes in a tunnel that shows the proxy nothing but the host', async (t) => {
    const { server, proxy, send } = await behindProxy(t)
    const answer = await send({ origin, path: '/v1/secret?x=1', headers: credentials })
    assert.equal(answer.text, '{"ok":true}')
    assert.deepEqual(
      proxy.requests.map(({ kind, target }) => [kind, target]),
      [['tunnel', `${host}:443`]],
    )
    assert.equal(JSON.stringify(proxy.requests).includes('canary'), false)
    assert.equal(server.requests[0]?.authorization, credentials.authorization)
  })

  it('reads share a tunnel and every write has its own', async (t) => {
    const { server, proxy, send } = await behindProxy(t)
    for (const method of ['GET', 'POST', 'GET', 'DELETE', 'GET', 'POST', 'PATCH'] as const) {
      assert.equal((await send({ origin, method, operation: 'rent' })).status, 200)
    }
    const used = (pick: (method: string) => boolean) =>
      server.requests.filter(({ method }) => pick(method)).map(({ connection }) => connection)
    const reads = new Set(used((method) => method === 'GET'))
    const writes = used((method) => method !== 'GET')
    assert.equal(reads.size, 1)
    assert.equal(new Set(writes).size, 4)
    assert.ok(writes.every((connection) => !reads.has(connection)))
    assert.equal(proxy.requests.length, 5)
  })

  it('many writes at once are sent once each, on a connection each', async (t) => {
    const { server, send } = await behindProxy(t)
    await Promise.all(Array.from({ length: 24 }, () => send({ origin, method: 'POST', operation: 'rent' })))
    assert.equal(server.requests.length, 24)
    assert.equal(new Set(server.requests.map(({ connection }) => connection)).size, 24)
  })

  it('a target without TLS is forwarded, writes on connections of their own', async (t) => {
    const server = await startLocalServer(t, (_request, response) => response.end('{"ok":true}'))
    const proxy = await startProxy(t, {
      hosts: { [host]: Number(new URL(server.origin).port) },
      authorization: proxyPair,
    })
    const settings = through({ proxy: proxy.url, proxyAuthorization: proxyPair })
    const { send } = connectHttp(
      t,
      {},
      createTransport(() => settings),
    )
    for (const method of ['GET', 'POST', 'POST'] as const) {
      assert.equal((await send({ origin: `http://${host}`, path: '/a?b=1', method, operation: 'rent' })).status, 200)
    }
    assert.deepEqual(
      proxy.requests.map(({ kind, target }) => [kind, target]),
      Array.from({ length: 3 }, () => ['forward', `http://${host}/a?b=1`]),
    )
    assert.equal(server.requests[0]?.headers['proxy-authorization'], undefined)
  })
})

describe('authentication at the proxy', { concurrency: true }, () => {
  it('takes name and password from the address, percent-decoded', async (t) => {
    const { server, send } = await behindProxy(t, { authorization: proxyPair }, {}, 'user:p%40ss@')
    assert.equal((await send({ origin })).status, 200)
    assert.equal(server.requests[0]?.proxyAuthorization, undefined)
  })

  it('takes the header of the setting before that of the address', async (t) => {
    const proxyAuthorization = 'Negotiate abc'
    const { send } = await behindProxy(t, { authorization: proxyAuthorization }, { proxyAuthorization }, 'other:one@')
    assert.equal((await send({ origin })).status, 200)
  })

  it('that is missing is said with what to do, and nothing reached the provider', async (t) => {
    const { server, send } = await behindProxy(t, { authorization: proxyPair })
    for (const method of ['GET', 'POST'] as const) {
      const { facts } = await rejection(send({ origin, method, operation: 'rent', headers: credentials }))
      assert.equal(facts.kind, 'network')
      assert.equal(facts.fields?.[0]?.field, 'The proxy wants authentication')
      assert.match(facts.fields?.[0]?.problem ?? '', /http\.proxyAuthorization/)
    }
    assert.equal(server.requests.length, 0)
  })

  it('that is missing is said the same way for a target without TLS', async (t) => {
    const proxy = await startProxy(t, { hosts: {}, authorization: proxyPair })
    const settings = through({ proxy: proxy.url })
    const { send } = connectHttp(
      t,
      {},
      createTransport(() => settings),
    )
    for (const method of ['GET', 'POST'] as const) {
      const { facts } = await rejection(send({ origin: `http://${host}`, method, operation: 'rent' }))
      assert.equal(facts.kind, 'network')
      assert.equal(facts.fields?.[0]?.field, 'The proxy wants authentication')
    }
  })
})

describe('a proxy that does not help', { concurrency: true }, () => {
  for (const refuseWith of [403, 502, 503]) {
    it(`because it answers ${refuseWith} is named, and a write is known not to have left`, async (t) => {
      const { server, proxy, send } = await behindProxy(t, { refuseWith })
      const { facts } = await rejection(send({ origin, method: 'POST', operation: 'rent' }))
      assert.equal(facts.kind, 'network')
      assert.deepEqual(facts.fields, [{ field: 'Proxy', problem: `it answered ${refuseWith} instead of connecting` }])
      assert.equal(proxy.requests.length, 1)
      assert.equal(server.requests.length, 0)
    })
  }

  it('because it is not there is no connection, for a write too', async (t) => {
    const settings = through({ proxy: 'http://localhost:1' })
    const { send } = connectHttp(
      t,
      {},
      createTransport(
        () => settings,
        () => [],
      ),
      { pace: { ...realPace, wait: async () => {} } },
    )
    assert.equal((await rejection(send({ origin }))).kind, 'network')
    assert.equal((await rejection(send({ origin, method: 'POST', operation: 'rent' }))).kind, 'network')
  })

  it('because it never answers is a timeout', async (t) => {
    const { send } = await behindProxy(t, { silent: true, timeouts: { read: 100, readDeadline: 150, write: 100 } })
    assert.equal((await rejection(send({ origin }))).kind, 'timeout')
    assert.equal((await rejection(send({ origin, method: 'POST', operation: 'rent' }))).kind, 'unknownOutcome')
  })

  it('can be given up at once by the person', async (t) => {
    const { proxy, send } = await behindProxy(t, { silent: true })
    const controller = new AbortController()
    const request = rejection(send({ origin, signal: controller.signal }))
    await proxy.asked(1)
    const started = performance.now()
    controller.abort()
    assert.equal((await request).kind, 'cancelled')
    assert.ok(performance.now() - started < 1_000)
  })

  for (const proxy of ['socks5://localhost:1', 'not an address://', 'ftp://localhost', 'http://']) {
    it(`because its address reads ${proxy} is said, and nothing goes around it`, async (t) => {
      const server = await startLocalServer(t, (_request, response) => response.end('{}'))
      const settings = through({ proxy })
      const { send } = connectHttp(
        t,
        {},
        createTransport(() => settings),
      )
      const target = server.origin.replace('127.0.0.1', 'localtest.invalid')
      const { facts } = await rejection(send({ origin: target, method: 'POST', operation: 'rent' }))
      assert.equal(facts.kind, 'network')
      assert.equal(facts.fields?.[0]?.field, 'Proxy')
      assert.equal(server.requests.length, 0)
    })
  }
})

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import type { HttpRequest } from '../../../src/http/httpClient.ts'
import { directSettings, type NetworkSettings } from '../../../src/http/networkSettings.ts'
import { createPhoneNumbering } from '../../../src/numbering/phoneFormat.ts'
import { providers } from '../../../src/providers/registry.ts'
import type { NetworkPart } from '../../../src/vscode/lazyParts.ts'
import { createAuthority } from '../../support/network/certificates.ts'
import { startProxy } from '../../support/network/startProxy.ts'
import { startTlsServer } from '../../support/network/startTlsServer.ts'
import { collectOwned, noCancel } from '../../support/sandboxDriver.ts'
import { repository } from '../../support/sourceTree/readSourceTree.ts'
import { startLocalServer } from '../../support/startLocalServer.ts'
import { startSandbox } from '../../support/startSandbox.ts'

/** As the extension loads it: only the parts of undici that we use are in it. */
const network: NetworkPart = createRequire(import.meta.url)(join(repository, 'dist/network.js'))
const authority = createAuthority()
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

function connect(t: TestContext, provider = 'testphone', differences: Partial<NetworkSettings> = {}) {
  const settings = { ...directSettings, ...differences }
  const transport = network.createTransport(
    () => settings,
    () => [authority.cert],
  )
  const client = network.createHttpClient({ provider, transport, log: silent, timeouts: network.defaultTimeouts })
  t.after(() => client.close())
  return client
}

function request(differences: Pick<HttpRequest, 'origin'> & Partial<HttpRequest>): HttpRequest {
  return { method: 'GET', path: '/', headers: {}, operation: 'list', signal: noCancel(), ...differences }
}

describe('the network bundle', () => {
  it('lists the numbers of every provider', async (t) => {
    const sandbox = await startSandbox(t)
    for (const { id } of providers) {
      const { endpoint, authEndpoint = endpoint, credentials } = sandbox.provider(id)
      const driver = network.drivers[id]({
        ...{ accountId: 'account-1', credentials, endpoints: { api: endpoint, auth: authEndpoint } },
        ...{ http: connect(t, id), numbering: createPhoneNumbering(), now: () => new Date() },
      })
      const { numbers } = await collectOwned(driver)
      assert.ok(numbers.length > 0)
    }
  })

  it('sends bodies, and reads answers that are empty, short, long and in pieces', async (t) => {
    const texts = ['', 'x', 'ü'.repeat(200_000)]
    const server = await startLocalServer(t, (_request, response, nth) => {
      for (const part of (texts[nth - 1] ?? '').match(/.{1,50000}/gs) ?? []) response.write(part)
      response.end()
    })
    const body = '{"alias":"Büro"}'
    for (const text of texts) {
      const post = request({ origin: server.origin, method: 'POST', body, operation: 'rent' })
      assert.equal((await connect(t).send(post)).text, text)
    }
    assert.deepEqual(
      server.requests.map((seen) => seen.body),
      texts.map(() => body),
    )
  })

  it('goes through a proxy to a server with a certificate, and refuses a SOCKS proxy', async (t) => {
    const server = await startTlsServer(t, authority.issue(['api.phone.test']))
    const proxy = await startProxy(t, { hosts: { 'api.phone.test': server.port } })
    const over = (url: string) => {
      const settings = { proxySupport: 'override', systemCertificates: true, proxy: url } as const
      return connect(t, 'testphone', settings).send(request({ origin: 'https://api.phone.test' }))
    }
    assert.equal((await over(proxy.url)).status, 200)
    assert.equal(proxy.requests.length, 1)
    await assert.rejects(over('socks5://127.0.0.1:9'), { kind: 'network' })
  })

  it('gives a request up when it is cancelled', async (t) => {
    const controller = new AbortController()
    const server = await startLocalServer(t, () => controller.abort())
    const sent = connect(t).send(request({ origin: server.origin, signal: controller.signal }))
    await assert.rejects(sent, { kind: 'cancelled' })
  })
})

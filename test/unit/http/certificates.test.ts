import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { promisify } from 'node:util'
import { directSettings, type NetworkSettings } from '../../../src/http/networkSettings.ts'
import { createTransport } from '../../../src/http/transport.ts'
import { connectHttp } from '../../support/connectHttp.ts'
import { type Authority, createAuthority } from '../../support/network/certificates.ts'
import { startProxy } from '../../support/network/startProxy.ts'
import { startTlsServer } from '../../support/network/startTlsServer.ts'
import { rejection } from '../../support/rejection.ts'

const authority = createAuthority()
const host = 'api.phone.test'
const origin = `https://${host}`
const run = promisify(execFile)

describe('the authorities of the operating system', { concurrency: true }, () => {
  for (const [systemCertificates, expected] of [
    [true, 'HTTP 200'],
    [false, 'network, Certificate'],
  ] as const) {
    it(`are ${systemCertificates ? 'believed' : 'not asked'} when the setting is ${systemCertificates}`, async (t) => {
      const server = await startTlsServer(t, authority.issue([], ['127.0.0.1']))
      const store = await storeWith(t, authority)
      const outcome = await askWithStore(`https://127.0.0.1:${server.port}`, systemCertificates, store)
      assert.equal(outcome, expected)
      assert.equal(server.requests.length, systemCertificates ? 1 : 0)
    })
  }

  it('do not make another authority’s certificate good', async (t) => {
    const server = await startTlsServer(t, createAuthority('Somebody else').issue([], ['127.0.0.1']))
    const store = await storeWith(t, authority)
    assert.equal(await askWithStore(`https://127.0.0.1:${server.port}`, true, store), 'network, Certificate')
    assert.equal(server.requests.length, 0)
  })
})

describe('a certificate', { concurrency: true }, () => {
  it('for another host is refused, with advice, and a write is known not to have left', async (t) => {
    const { send } = await behind(t, authority.issue(['other.phone.test']))
    for (const method of ['GET', 'POST'] as const) {
      const { facts } = await rejection(send({ origin, method, operation: 'rent' }))
      assert.equal(facts.kind, 'network')
      assert.equal(facts.fields?.[0]?.field, 'Certificate')
    }
  })
})

describe('a proxy that is reached over TLS', { concurrency: true }, () => {
  it('is believed when the store has its authority', async (t) => {
    const { send, proxy } = await behind(t, authority.issue([host]), authority.issue(['localhost']))
    assert.equal((await send({ origin })).status, 200)
    assert.equal((await send({ origin, method: 'POST', operation: 'rent' })).status, 200)
    assert.equal(proxy.requests.length, 2)
  })

  const stranger = createAuthority('Somebody else').issue(['localhost'])

  it('is refused when nobody vouches for it', async (t) => {
    const { send, proxy } = await behind(t, authority.issue([host]), stranger)
    const { facts } = await rejection(send({ origin, method: 'POST', operation: 'rent' }))
    assert.equal(facts.kind, 'network')
    assert.equal(facts.fields?.[0]?.field, 'Certificate')
    assert.equal(proxy.requests.length, 0)
  })

  it('is taken as it is when http.proxyStrictSSL is off', async (t) => {
    const { send } = await behind(t, authority.issue([host]), stranger, { strictSSL: false })
    assert.equal((await send({ origin })).status, 200)
  })

  it('does not make the provider’s certificate a matter of taste', async (t) => {
    const forged = createAuthority('Somebody else').issue([host])
    const { send, server } = await behind(t, forged, stranger, { strictSSL: false })
    assert.equal((await rejection(send({ origin }))).facts.fields?.[0]?.field, 'Certificate')
    assert.equal(server.requests.length, 0)
  })
})

async function behind(
  t: TestContext,
  serverIdentity: Parameters<typeof startTlsServer>[1],
  proxyIdentity?: Parameters<typeof startTlsServer>[1],
  differences: Partial<NetworkSettings> = {},
) {
  const server = await startTlsServer(t, serverIdentity)
  const proxy = await startProxy(t, {
    hosts: { [host]: server.port },
    ...(proxyIdentity === undefined ? {} : { identity: proxyIdentity }),
  })
  const settings: NetworkSettings = {
    ...directSettings,
    proxySupport: 'override',
    systemCertificates: true,
    proxy: proxy.url,
    ...differences,
  }
  const transport = createTransport(
    () => settings,
    () => [authority.cert],
  )
  return { server, proxy, ...connectHttp(t, {}, transport) }
}

async function storeWith(t: TestContext, { cert }: Authority): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'phone-numbers-store-'))
  t.after(() => rm(folder, { recursive: true }))
  const path = join(folder, 'authorities.pem')
  await writeFile(path, cert)
  return path
}

/** Asks in a process of its own: Node reads the operating system's store, which this variable names on Linux, once. */
async function askWithStore(target: string, systemCertificates: boolean, store: string): Promise<string> {
  const script = join(import.meta.dirname, '../../support/network/askOnce.ts')
  const options = { env: { ...process.env, SSL_CERT_FILE: store, SSL_CERT_DIR: '/nonexistent' } }
  const { stdout } = await run(process.execPath, ['--no-warnings', script, target, String(systemCertificates)], options)
  return stdout.trim()
}

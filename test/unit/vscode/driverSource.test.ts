import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createRedactor } from '../../../src/core/redaction.ts'
import { directSettings } from '../../../src/http/networkSettings.ts'
import { createDriverSource, type DriverSourceOptions } from '../../../src/vscode/driverSource.ts'
import { createLazyParts, type NetworkSettings } from '../../../src/vscode/lazyParts.ts'
import { startProxy } from '../../support/network/startProxy.ts'
import { rejection } from '../../support/rejection.ts'
import { collectOwned, noCancel } from '../../support/sandboxDriver.ts'
import { startLocalServer } from '../../support/startLocalServer.ts'

const credentials = { apiKey: 'contiguity_sk_canary_0123456789' }
const account = {
  id: 'account-1',
  provider: 'contiguity',
  label: 'Production',
  sandbox: false,
  endpointsOverridden: false,
} as const

function sourceFor(t: TestContext, api: string, differences: Partial<DriverSourceOptions> = {}) {
  const logged: string[] = []
  const redactor = createRedactor()
  const write = (message: string) => void logged.push(redactor.redact(message))
  const source = createDriverSource({
    parts: createLazyParts(),
    credentials: {
      read: async () => ({ values: credentials, endpoints: { api } }),
      write: async () => {},
      delete: async () => {},
    },
    sandboxCredentials: () => undefined,
    loopbackOnly: () => false,
    networkSettings: () => directSettings,
    redactor,
    log: { debug: write, info: write, warn: write, error: write },
    ...differences,
  })
  t.after(() => source.dropAll())
  const driver = async () => {
    const access = await source.accessTo({ ...account, endpoints: { api } })
    assert.equal(access.kind, 'ready')
    return access.kind === 'ready' ? access.driver : assert.fail('no driver')
  }
  return { source, driver, logged, redactor }
}

describe('a driver from the source', () => {
  it('stays the same while settings of the network change, and goes the new way with its next request', async (t) => {
    const server = await startLocalServer(t, (_request, response) => {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"none"}')
    })
    const { port } = new URL(server.origin)
    const proxy = await startProxy(t, { hosts: { 'api.phone.test': Number(port) } })
    let settings: NetworkSettings = { ...directSettings, proxySupport: 'on', proxy: 'http://localhost:1' }
    const { driver } = sourceFor(t, 'http://api.phone.test', { networkSettings: () => settings })
    const first = await driver()
    assert.equal((await rejection(first.getOwned('+13125550142' as never, noCancel()))).kind, 'network')
    settings = { ...settings, proxy: proxy.url }
    const second = await driver()
    assert.equal(second, first)
    assert.deepEqual((await collectOwned(second)).numbers, [])
    assert.ok(proxy.requests.length > 0)
  })

  it('tells no credential, although the provider repeats it and it was never stored', async (t) => {
    const server = await startLocalServer(t, ({ headers }, response) => {
      const body = JSON.stringify({ message: `The key ${credentials.apiKey} (${headers.authorization}) is unknown` })
      response.writeHead(401, { 'content-type': 'application/json' }).end(body)
    })
    const { source, logged } = sourceFor(t, server.origin)
    const driver = await source.trial('contiguity', 'account-2', credentials, { api: server.origin })
    t.after(() => driver.close())
    const error = await rejection(driver.verifyCredentials(noCancel()))
    assert.equal(error.kind, 'auth')
    assert.match(error.facts.sentence ?? '', /\[secret\]/)
    assert.doesNotMatch(JSON.stringify([error.facts, error.message, error.stack, logged]), /canary/)
  })

  it('keeps to the limit that the provider’s definition declares', async (t) => {
    const times: number[] = []
    const server = await startLocalServer(t, (_request, response) => {
      times.push(performance.now())
      response.end('{"objects":[]}')
    })
    const { source } = sourceFor(t, server.origin)
    const driver = await source.trial('plivo', 'account-3', { authId: 'MA', authToken: 'x' }, { api: server.origin })
    t.after(() => driver.close())
    await Promise.all(Array.from({ length: 300 }, () => driver.verifyCredentials(noCancel())))
    assert.equal(times.length, 300)
    assert.ok((times[289] ?? 0) - (times[0] ?? 0) < 4_000)
    assert.ok((times[290] ?? 0) - (times[0] ?? 0) > 4_500)
  })
})

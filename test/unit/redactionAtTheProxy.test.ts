import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addressSecrets, headerSecrets } from '../../src/core/proxySecrets.ts'
import { redactedFailure } from '../../src/core/redactedDriver.ts'
import { createRedactor } from '../../src/core/redaction.ts'
import { directSettings, type NetworkSettings } from '../../src/http/networkSettings.ts'
import { createTransport } from '../../src/http/transport.ts'
import { connectHttp } from '../support/connectHttp.ts'
import { findLeaks } from '../support/network/findLeaks.ts'
import { startProxy } from '../support/network/startProxy.ts'
import { rejection } from '../support/rejection.ts'

const password = 'J8rK1s/Vd5Lw0@Ph'
const header = `Basic ${Buffer.from(`me:${password}`).toString('base64')}`

describe('the password of a proxy', { concurrency: true }, () => {
  const ways: readonly (readonly [name: string, settings: (url: string) => Partial<NetworkSettings>])[] = [
    ['in http.proxy', (url) => ({ proxy: url.replace('://', `://me:${encodeURIComponent(password)}@`) })],
    ['in http.proxyAuthorization', (url) => ({ proxy: url, proxyAuthorization: header })],
    [
      'in the environment',
      (url) => ({ environment: { HTTPS_PROXY: url.replace('://', `://me:${encodeURIComponent(password)}@`) } }),
    ],
    ['in an address that is none', () => ({ proxy: `http://me:${encodeURIComponent(password)}@bad host` })],
    ['in an address of another kind', () => ({ proxy: `socks4://me:${encodeURIComponent(password)}@localhost:1` })],
  ]
  for (const [name, settingsFor] of ways) {
    it(`${name} is neither in the failure nor in the log, and the provider never gets it`, async (t) => {
      const proxy = await startProxy(t, { hosts: {}, refuseWith: 407 })
      const settings = { ...directSettings, proxySupport: 'on', ...settingsFor(proxy.url) } as const
      const redactor = createRedactor()
      const addresses = [settings.proxy, settings.environment['HTTPS_PROXY'] ?? '']
      for (const one of [...addresses.flatMap(addressSecrets), ...headerSecrets(settings.proxyAuthorization ?? '')]) {
        redactor.addSecret(one)
      }
      const { send, logged } = connectHttp(
        t,
        {},
        createTransport(() => settings),
      )
      for (const origin of ['https://api.phone.test', 'http://api.phone.test']) {
        for (const method of ['GET', 'POST'] as const) {
          const error = await rejection(send({ origin, method, operation: 'rent' }))
          assert.equal(error.kind, 'network')
          const seen = [redactedFailure(error, redactor.redact), logged, error.message, error.facts]
          assert.deepEqual(findLeaks([password, `me:${password}`], seen), [])
        }
      }
    })
  }
})

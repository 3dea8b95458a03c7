import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readNetworkSettings } from '../../../src/vscode/readNetworkSettings.ts'

type Inspected = Readonly<Record<string, unknown>>

/** A configuration that can only be inspected: whoever reads it otherwise fails the test. */
const configuration = (values: Readonly<Record<string, Inspected>>) => ({
  inspect: <Value>(key: string) => ({ key, ...values[key] }) as { key: string; defaultValue?: Value },
})
const read = (values: Readonly<Record<string, Inspected>>, isRemote = false, environment = {}) =>
  readNetworkSettings(configuration(values), isRemote, environment)

describe('the network settings', () => {
  it('are the editor’s defaults when nothing is set', () => {
    assert.deepEqual(read({ proxySupport: { defaultValue: 'override' }, proxyAuthorization: { defaultValue: null } }), {
      proxySupport: 'override',
      proxy: '',
      noProxy: [],
      strictSSL: true,
      proxyAuthorization: undefined,
      systemCertificates: true,
      environment: {
        http_proxy: undefined,
        HTTP_PROXY: undefined,
        https_proxy: undefined,
        HTTPS_PROXY: undefined,
        no_proxy: undefined,
        NO_PROXY: undefined,
      },
    })
  })

  it('are what the person set', () => {
    const { environment, ...settings } = read(
      {
        proxySupport: { globalValue: 'off' },
        proxy: { defaultValue: '', globalValue: 'http://proxy:1' },
        noProxy: { globalValue: ['example.com'] },
        proxyStrictSSL: { globalValue: false },
        proxyAuthorization: { globalValue: 'Basic abc' },
        systemCertificates: { defaultValue: true, globalValue: false },
      },
      false,
      { HTTPS_PROXY: 'http://env:1', HOME: '/root', AWS_SECRET: 'x' },
    )
    assert.deepEqual(settings, {
      proxySupport: 'off',
      proxy: 'http://proxy:1',
      noProxy: ['example.com'],
      strictSSL: false,
      proxyAuthorization: 'Basic abc',
      systemCertificates: false,
    })
    assert.equal(environment['HTTPS_PROXY'], 'http://env:1')
    assert.equal('HOME' in environment || 'AWS_SECRET' in environment, false)
  })

  it('of this machine count where the extension runs on it, those of the window elsewhere', () => {
    const proxy = { globalValue: 'http://remote:1', globalLocalValue: 'http://local:1', defaultValue: '' }
    assert.equal(read({ proxy }).proxy, 'http://local:1')
    assert.equal(read({ proxy }, true).proxy, 'http://remote:1')
    assert.equal(read({ proxy: { ...proxy, globalLocalValue: undefined } }).proxy, '')
  })

  it('of a workspace are never looked at', () => {
    const evil = { workspaceValue: 'http://evil:1', workspaceFolderValue: 'http://evil:1' }
    for (const isRemote of [true, false]) {
      assert.equal(read({ proxy: evil }, isRemote).proxy, '')
      assert.equal(read({ proxy: { ...evil, globalValue: 'http://good:1' } }, isRemote).proxy, 'http://good:1')
    }
  })

  it('of a wrong type are as good as missing', () => {
    const settings = read({
      proxySupport: { globalValue: 7 },
      proxy: { globalValue: { toString: 1 } },
      noProxy: { globalValue: ['a', 1, null] },
      proxyStrictSSL: { globalValue: 'no' },
      proxyAuthorization: { globalValue: 5 },
      systemCertificates: { globalValue: null },
    })
    assert.deepEqual(
      { ...settings, environment: {} },
      {
        proxySupport: 'override',
        proxy: '',
        noProxy: ['a'],
        strictSSL: true,
        proxyAuthorization: undefined,
        systemCertificates: true,
        environment: {},
      },
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { directSettings, type NetworkSettings } from '../../../src/http/networkSettings.ts'
import { proxyFor } from '../../../src/http/proxyFor.ts'

const api = 'https://api.example.com'
const way = (origin: string, differences: Partial<NetworkSettings>): string => {
  const route = proxyFor(origin, { ...directSettings, proxySupport: 'override', ...differences })
  return route.kind === 'proxy' ? route.url : route.kind
}
const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`

describe('the way to a provider', () => {
  const everywhere = {
    proxy: 'http://proxy:8080',
    environment: { HTTPS_PROXY: 'http://env:1', HTTP_PROXY: 'http://env:2' },
  }

  for (const origin of [
    'http://localhost:8080',
    'https://LOCALHOST',
    'http://sandbox.localhost:1',
    'http://127.0.0.1:4010',
    'https://127.9.9.9',
    'http://[::1]:8080',
    'http://[::ffff:127.0.0.1]:1',
  ]) {
    it(`is direct to this machine: ${origin}`, () => assert.equal(way(origin, everywhere), 'direct'))
  }

  it('is direct when extensions are not to use a proxy', () => {
    assert.equal(way(api, { ...everywhere, proxySupport: 'off' }), 'direct')
  })

  for (const proxySupport of ['on', 'override', 'fallback'] as const) {
    it(`follows the setting before the environment with ${proxySupport}`, () => {
      assert.equal(way(api, { ...everywhere, proxySupport }), 'http://proxy:8080')
    })
  }

  it('follows the environment when the setting is empty, the variable of the scheme first', () => {
    const { environment } = everywhere
    assert.equal(way(api, { environment }), 'http://env:1')
    assert.equal(way('http://api.example.com', { environment }), 'http://env:2')
    assert.equal(way(api, { environment: { http_proxy: 'http://env:3' } }), 'http://env:3')
    assert.equal(
      way(api, { environment: { https_proxy: 'http://small:1', HTTPS_PROXY: 'http://big:1' } }),
      'http://small:1',
    )
    assert.equal(way('http://api.example.com', { environment: { HTTPS_PROXY: 'http://env:1' } }), 'direct')
  })

  it('takes an empty variable for none, so that it does not hide the other spelling', () => {
    assert.equal(way(api, { environment: { https_proxy: '', HTTPS_PROXY: 'http://big:1' } }), 'http://big:1')
    assert.equal(way(api, { environment: { https_proxy: '  ', http_proxy: 'http://plain:1' } }), 'http://plain:1')
    assert.equal(way(api, { proxy: 'http://p:1', environment: { no_proxy: '', NO_PROXY: 'example.com' } }), 'direct')
  })

  it('is direct when nothing is configured', () => assert.equal(way(api, {}), 'direct'))

  it('reads an address without a scheme as http', () => {
    assert.equal(
      way(api, { environment: { HTTPS_PROXY: 'proxy.corp.example:3128' } }),
      'http://proxy.corp.example:3128',
    )
    assert.equal(way(api, { proxy: 'https://secure.example:443' }), 'https://secure.example')
  })

  for (const proxy of ['socks5://p:1', 'socks4://p:1', 'ftp://p:1', 'http://', 'http://bad host', '://']) {
    it(`is not guessed from ${JSON.stringify(proxy)}`, () => assert.equal(way(api, { proxy }), 'unusable'))
  }

  it('throws for no text whatever', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(texts, texts, fc.array(texts), (proxy, noProxyVariable, noProxy) => {
        const route = proxyFor(api, {
          ...directSettings,
          proxySupport: 'on',
          proxy,
          noProxy,
          environment: { NO_PROXY: noProxyVariable, HTTPS_PROXY: proxy },
        })
        return ['direct', 'proxy', 'unusable'].includes(route.kind)
      }),
    )
  })
})

const exceptions: readonly (readonly [entry: string, origin: string, excepted: boolean])[] = [
  ['*', api, true],
  ['api.example.com', api, true],
  ['API.Example.COM', api, true],
  ['example.com', api, true],
  ['.example.com', api, true],
  ['*.example.com', api, true],
  ['.example.com', 'https://example.com', true],
  ['ample.com', api, false],
  ['api.example.com.evil.test', api, false],
  ['example.com', 'https://example.com.evil.test', false],
  ['api.example.com:443', api, true],
  ['api.example.com:8443', api, false],
  ['api.example.com:8443', 'https://api.example.com:8443', true],
  ['api.example.com:80', 'http://api.example.com', true],
  ['10.1.2.3', 'https://10.1.2.3', true],
  ['10.1.2.3:443', 'https://10.1.2.3', true],
  ['10.1.2.3', 'https://10.1.2.30', false],
  ['.2.3', 'https://10.1.2.3', false],
  ['10.0.0.0/8', 'https://10.200.1.1', true],
  ['10.0.0.0/8', 'https://11.0.0.1', false],
  ['10.0.0.0/8', api, false],
  ['10.0.0.0/99', 'https://10.0.0.1', false],
  ['fd00::/8', 'https://[fd12::1]', true],
  ['fd12::1', 'https://[fd12:0:0::1]', true],
  ['[fd12::1]:443', 'https://[fd12::1]', true],
  ['[fd12::1]:444', 'https://[fd12::1]', false],
  ['', api, false],
  ['.', api, false],
  [':443', api, false],
]

describe('exceptions from the proxy', () => {
  const proxy = 'http://proxy:8080'
  const excepts = (entry: string, origin = api) => way(origin, { proxy, noProxy: [entry] }) === 'direct'

  for (const [entry, origin, excepted] of exceptions) {
    it(`${JSON.stringify(entry)} ${excepted ? 'names' : 'does not name'} ${origin}`, () => {
      assert.equal(excepts(entry, origin), excepted)
    })
  }

  it('of the environment count when the setting has none, and not otherwise', () => {
    const environment = { NO_PROXY: 'other.test, .example.com' }
    assert.equal(way(api, { proxy, environment }), 'direct')
    assert.equal(way(api, { proxy, environment, noProxy: ['  '] }), 'direct')
    assert.equal(way(api, { proxy, environment, noProxy: ['somewhere.test'] }), proxy)
  })

  it('hold for a proxy of the environment too', () => {
    assert.equal(way(api, { noProxy: ['example.com'], environment: { HTTPS_PROXY: proxy } }), 'direct')
  })
})

describe('the proxy’s credentials', () => {
  const authorization = (differences: Partial<NetworkSettings>) => {
    const route = proxyFor(api, { ...directSettings, proxySupport: 'on', ...differences })
    return route.kind === 'proxy' ? route.authorization : route.kind
  }

  it('come out of the address, which is then shown without them', () => {
    assert.equal(authorization({ proxy: 'http://me:p%40ss@proxy:1' }), basic('me:p@ss'))
    assert.equal(authorization({ proxy: 'http://me@proxy:1' }), basic('me:'))
    assert.equal(authorization({ proxy: 'http://me:50%25%zz@proxy:1' }), basic('me:50%25%zz'))
    assert.equal(way(api, { proxy: 'http://me:p%40ss@proxy:1' }), 'http://proxy:1')
  })

  it('of the setting go before those of the address', () => {
    assert.equal(authorization({ proxy: 'http://me:x@proxy:1', proxyAuthorization: 'Bearer t' }), 'Bearer t')
    assert.equal(authorization({ proxy: 'http://me:x@proxy:1', proxyAuthorization: ' ' }), basic('me:x'))
  })

  it('that could not stand in a header are refused before anything is sent', () => {
    assert.equal(authorization({ proxy: 'http://proxy:1', proxyAuthorization: 'a\r\nb: c' }), 'unusable')
  })
})

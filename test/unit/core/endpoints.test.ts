import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isLoopback, resolveEndpoints, sameEndpoints } from '../../../src/core/endpoints.ts'
import type { ProviderDefinition } from '../../../src/core/providerDefinition.ts'

const definition: ProviderDefinition = {
  id: 'testphone',
  label: 'Test phone',
  consoleUrl: 'https://console.example.com',
  credentialsHelp: 'Nowhere.',
  credentialFields: [],
  defaultEndpoints: { api: 'https://api.example.com', auth: 'https://auth.example.com' },
  features: {
    numberTypes: [],
    searchCapabilities: [],
    search: 'documented',
    rentTypedNumber: false,
    tellsRouting: true,
    quote: 'none',
    release: { kind: 'immediate' },
  },
  rentFields: [],
  rentNotes: [],
}

describe('resolveEndpoints', () => {
  it('takes the provider’s own origins when nothing is set', () => {
    for (const overrides of [{}, { testphone: '' }, { testphone: null }, { other: 'http://evil.example' }]) {
      assert.deepEqual(resolveEndpoints(definition, overrides), {
        kind: 'valid',
        endpoints: definition.defaultEndpoints,
        overridden: false,
      })
    }
  })

  it('takes an origin that is set, for the interface and for tokens apart', () => {
    const resolved = resolveEndpoints(definition, {
      testphone: 'http://127.0.0.1:4010',
      testphoneAuth: 'https://id.example.com/',
    })
    assert.deepEqual(resolved, {
      kind: 'valid',
      endpoints: { api: 'http://127.0.0.1:4010', auth: 'https://id.example.com' },
      overridden: true,
    })
  })

  it('ignores a token server for a provider that has none', () => {
    const single = { ...definition, defaultEndpoints: { api: 'https://api.example.com' } }
    const resolved = resolveEndpoints(single, { testphone: 'https://proxy.example.com' })
    assert.deepEqual(resolved.kind === 'valid' && resolved.endpoints, { api: 'https://proxy.example.com' })
  })

  const refused: readonly (readonly [value: unknown, why: RegExp])[] = [
    ['http://api.example.com', /https/],
    ['http://127.0.0.1.example.com', /https/],
    ['http://localhost.example.com', /https/],
    ['ftp://127.0.0.1', /https/],
    ['file:///etc/hosts', /https|origin/],
    ['javascript:alert(1)', /https|origin/],
    ['https://user:pass@api.example.com', /credentials/],
    ['https://api.example.com/v1', /origin/],
    ['https://api.example.com/?key=1', /origin/],
    ['https://api.example.com/#x', /origin/],
    ['api.example.com', /web address/],
    [42, /web address/],
    [{ toString: () => 'https://api.example.com' }, /web address/],
  ]
  for (const [value, why] of refused) {
    it(`refuses ${typeof value === 'string' ? value : typeof value} and says which setting`, () => {
      const resolved = resolveEndpoints(definition, { testphone: value })
      assert.equal(resolved.kind, 'invalid')
      assert.equal(resolved.kind === 'invalid' && resolved.setting, 'testphone')
      assert.match(resolved.kind === 'invalid' ? resolved.problem : '', why)
    })
  }

  it('never ends in anything but https or this machine', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (value) => {
        const resolved = resolveEndpoints(definition, { testphone: value })
        return (
          resolved.kind === 'invalid' ||
          resolved.endpoints.api.startsWith('https://') ||
          isLoopback(resolved.endpoints.api)
        )
      }),
    )
  })
})

describe('isLoopback', () => {
  it('knows the names of this machine', () => {
    for (const origin of [
      'http://127.0.0.1:80',
      'http://127.8.9.10',
      'http://localhost',
      'http://[::1]:1',
      'http://127.1',
    ]) {
      assert.equal(isLoopback(origin), true, origin)
    }
  })

  it('does not take others for it', () => {
    for (const origin of [
      'http://128.0.0.1',
      'http://127.0.0.1.nip.example',
      'http://0.0.0.0',
      'http://[::2]',
      'nonsense',
      '',
    ]) {
      assert.equal(isLoopback(origin), false, origin)
    }
  })
})

describe('sameEndpoints', () => {
  it('compares the interface and the token server', () => {
    const a = { api: 'https://a.example', auth: 'https://b.example' }
    assert.equal(sameEndpoints(a, { ...a }), true)
    assert.equal(sameEndpoints(a, { api: a.api }), false)
    assert.equal(sameEndpoints(a, { ...a, auth: 'https://c.example' }), false)
    assert.equal(sameEndpoints(a, { ...a, api: 'https://c.example' }), false)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ProviderErrorKind } from '../../../src/core/providerError.ts'
import { BodyRefused } from '../../../src/http/boundedBody.ts'
import type { Effect } from '../../../src/http/httpClient.ts'
import { AbortedBeforeSending, transportError } from '../../../src/http/transportError.ts'

const coded = (code: string) => Object.assign(new Error('https://user:secret@api.example.com/?key=secret'), { code })
const kindOf = (error: unknown, effect: Effect, cancelled = false): ProviderErrorKind =>
  transportError(error, { provider: 'testphone', operation: 'rent', effect, cancelled }).kind

describe('a request without a readable answer', () => {
  const never = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
  ]
  for (const code of never) {
    it(`did not leave this machine after ${code}, whatever it was to do`, () => {
      assert.equal(kindOf(coded(code), 'read'), 'network')
      assert.equal(kindOf(coded(code), 'write'), 'network')
    })
  }

  for (const code of [
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'UND_ERR_SOCKET',
    'UND_ERR_HEADERS_TIMEOUT',
    'ENEWANDUNKNOWN',
  ]) {
    it(`may have been done after ${code} when it was a write`, () =>
      assert.equal(kindOf(coded(code), 'write'), 'unknownOutcome'))
  }

  it('is a lost connection or a timeout when it was a read', () => {
    assert.equal(kindOf(coded('ECONNRESET'), 'read'), 'network')
    assert.equal(kindOf(coded('UND_ERR_HEADERS_TIMEOUT'), 'read'), 'timeout')
    assert.equal(kindOf(new DOMException('late', 'TimeoutError'), 'read'), 'timeout')
  })

  it('timed out before it left when the connection did not come about', () => {
    assert.equal(kindOf(coded('UND_ERR_CONNECT_TIMEOUT'), 'read'), 'timeout')
    assert.equal(kindOf(coded('UND_ERR_CONNECT_TIMEOUT'), 'write'), 'timeout')
  })

  it('is cancelled only when that is certain', () => {
    const abort = new DOMException('stopped', 'AbortError')
    assert.equal(kindOf(abort, 'read', true), 'cancelled')
    assert.equal(kindOf(abort, 'write', true), 'unknownOutcome')
    assert.equal(kindOf(new AbortedBeforeSending(), 'write', true), 'cancelled')
  })

  it('is unexpected when the answer was refused, and unknown for a write', () => {
    assert.equal(kindOf(new BodyRefused('the answer is compressed (gzip)'), 'read'), 'unexpected')
    assert.equal(kindOf(new BodyRefused('the answer is compressed (gzip)'), 'write'), 'unknownOutcome')
  })

  it('is understood through causes and through attempts at several addresses', () => {
    const several = new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])
    assert.equal(kindOf(new TypeError('fetch failed', { cause: several }), 'write'), 'network')
    assert.equal(kindOf(new Error('outer', { cause: coded('ECONNRESET') }), 'write'), 'unknownOutcome')
  })

  it('is told without the message of the failure, which may name an address', () => {
    const facts = { provider: 'testphone', operation: 'list', effect: 'read', cancelled: false } as const
    assert.doesNotMatch(transportError(coded('ECONNRESET'), facts).message, /secret|example\.com/)
  })

  it('survives whatever is thrown', () => {
    for (const thrown of [undefined, null, 'text', 42, {}, new Error('plain')]) {
      assert.equal(kindOf(thrown, 'read'), 'network')
      assert.equal(kindOf(thrown, 'write'), 'unknownOutcome')
    }
  })
})

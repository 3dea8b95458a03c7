import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { describeFailure } from '../../../src/core/failureText.ts'
import type { Operation, ProviderErrorKind } from '../../../src/core/providerError.ts'
import { buildError } from '../../support/builders.ts'

const kinds: readonly ProviderErrorKind[] = [
  'auth',
  'forbidden',
  'funds',
  'taken',
  'notFound',
  'invalid',
  'unsupported',
  'rateLimited',
  'network',
  'timeout',
  'cancelled',
  'unknownOutcome',
  'unexpected',
]
const operations: readonly Operation[] = [
  'verify',
  'list',
  'search',
  'quote',
  'rent',
  'release',
  'cancelRelease',
  'settings',
]
const names = { provider: 'Test phone', account: 'Production', number: '+1 312 555 0142' }

describe('failures in words', () => {
  for (const kind of kinds) {
    it(`say for ${kind} who failed, in whole sentences, whatever was being done`, () => {
      for (const operation of operations) {
        const { message, short, actions } = describeFailure(buildError(kind, { operation, sentence: 'No. ' }), names)
        assert.match(message, /Test phone/)
        assert.match(message, /\.$/)
        assert.doesNotMatch(message, /\.\.|!|undefined| {2}/)
        assert.match(short, /^[a-z][^.]*$/)
        assert.ok(actions.length > 0)
      }
    })
  }

  it('keep the provider’s own sentence', () => {
    const error = buildError('invalid', { operation: 'rent', sentence: 'Region is not enabled.' })
    assert.match(describeFailure(error, names).message, /Test phone says: “Region is not enabled”\./)
  })

  it('say that nothing was rented when that is certain', () => {
    for (const kind of kinds.filter((one) => one !== 'unknownOutcome')) {
      assert.match(describeFailure(buildError(kind, { operation: 'rent' }), names).message, /Nothing was rented\./)
    }
  })

  it('never say that nothing happened when the outcome is unknown', () => {
    for (const operation of operations) {
      const { message, actions } = describeFailure(buildError('unknownOutcome', { operation }), names)
      assert.doesNotMatch(message, /Nothing was|was not released|was not taken back/)
      assert.match(message, /Refresh before you try again\./)
      assert.ok(!actions.includes('retry'))
    }
  })

  it('name the fields that were refused', () => {
    const error = buildError('invalid', { fields: [{ field: 'alias', problem: 'is too long.' }] })
    assert.match(describeFailure(error, names).message, /alias: is too long\.( |$)/)
  })

  it('work without a number', () => {
    const { message } = describeFailure(buildError('notFound'), { provider: 'Test phone', account: 'Production' })
    assert.match(message, /“Production”/)
  })

  it('tell a problem of the provider from one of ours', () => {
    assert.match(describeFailure(buildError('unexpected', { status: 503 }), names).message, /HTTP 503/)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { describeFailure } from '../../../src/core/failureText.ts'
import { notDone } from '../../../src/core/notDone.ts'
import type { Operation, ProviderErrorFacts } from '../../../src/core/providerError.ts'
import { buildError } from '../../support/builders.ts'

const names = { provider: 'Test phone', account: 'Production', number: '+1 312 555 0142' }

function told(operation: Operation, facts: Partial<ProviderErrorFacts>): string {
  return describeFailure(notDone(buildError('unknownOutcome', { operation, ...facts })), names).message
}

describe('what turned out not to be done', () => {
  const undone = [
    ['rent', 'Nothing was rented.'],
    ['release', 'The number was not released.'],
    ['cancelRelease', 'The release was not taken back.'],
  ] as const
  for (const [operation, sentence] of undone) {
    it(`says of a ${operation} that was answered with an error what the answer was, not that nobody was reached`, () => {
      assert.equal(
        told(operation, { status: 500 }),
        `Test phone answered with an error (HTTP 500) for “Production”. ${sentence} Try again; if it stays, look into the log.`,
      )
    })
  }

  it('says that the answer came too late', () => {
    for (const facts of [{ status: 408 }, { detail: 'TimeoutError' }, { detail: 'UND_ERR_HEADERS_TIMEOUT' }]) {
      assert.match(told('release', facts), /^Test phone did not answer in time .* The number was not released\./)
    }
  })

  it('says that the connection broke off after the request had left', () => {
    assert.match(told('release', { detail: 'ECONNRESET' }), /^The connection to Test phone broke off .* not released\./)
  })

  it('says what was wrong with an answer that could not be read', () => {
    const detail = 'the answer is not JSON'
    assert.match(
      told('rent', { status: 200, detail }),
      /could not be used .*The answer is not JSON\. Nothing was rented\./,
    )
  })

  it('leaves every other failure as it is', () => {
    const error = buildError('funds')
    assert.equal(notDone(error), error)
  })
})

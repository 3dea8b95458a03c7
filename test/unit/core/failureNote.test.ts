import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { failureNote, lostAnswerNote } from '../../../src/core/failureNote.ts'
import { buildError } from '../../support/builders.ts'

describe('the note of a failure in the history', () => {
  it('is the provider’s own sentence where it gave one', () => {
    assert.equal(failureNote(buildError('funds', { sentence: 'Please top up' })), 'Please top up')
  })

  it('is never our name for the kind', () => {
    assert.equal(failureNote(buildError('funds')), 'Not enough credit.')
    assert.equal(failureNote(buildError('unknownOutcome')), 'The answer was lost.')
  })

  it('tells an answer that was an error from one that never came, and what asking showed', () => {
    const failed = buildError('unknownOutcome', { status: 500, sentence: 'internal error.' })
    assert.equal(
      lostAnswerNote(failed, 'The account still has the number.'),
      'The provider answered with an error (HTTP 500). The provider said: internal error. The account still has the number.',
    )
  })
})

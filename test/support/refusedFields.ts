import assert from 'node:assert/strict'
import { ProviderError } from '../../src/core/providerError.ts'

/** The fields that a call refuses as `invalid`, each with a sentence; anything else fails the test. */
export function refusedFields(call: () => unknown): readonly string[] {
  try {
    call()
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    assert.equal(error.kind, 'invalid')
    return (error.facts.fields ?? []).map(({ field, problem }) => {
      assert.match(problem, /\.$/)
      return field
    })
  }
  throw new assert.AssertionError({ message: 'nothing was refused' })
}

import assert from 'node:assert/strict'
import { ProviderError } from '../../src/core/providerError.ts'

/** The `ProviderError` a promise rejects with; anything else fails the test. */
export async function rejection(promise: Promise<unknown>): Promise<ProviderError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof ProviderError) return error
    throw new assert.AssertionError({
      message: `rejected with ${String(error)} instead of a ProviderError`,
      actual: error,
    })
  }
  throw new assert.AssertionError({ message: 'did not reject' })
}

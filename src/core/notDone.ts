import { ProviderError } from './providerError.ts'

/** The failure of something that is known not to have happened: a lost answer that was settled since is no unknown outcome any more. */
export function notDone(error: ProviderError): ProviderError {
  if (error.kind !== 'unknownOutcome') return error
  return new ProviderError({ ...error.facts, kind: 'network' }, { cause: error })
}

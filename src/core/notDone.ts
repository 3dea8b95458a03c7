import { ProviderError, type ProviderErrorFacts, type ProviderErrorKind } from './providerError.ts'

/**
 * The failure of something that is known not to have happened: a lost answer that was settled since is no unknown outcome any more. Its
 * kind tells why there was no usable answer.
 */
export function notDone(error: ProviderError): ProviderError {
  if (error.kind !== 'unknownOutcome') return error
  return new ProviderError({ ...error.facts, kind: causeOf(error.facts), answerLost: true }, { cause: error })
}

/** Names of transport errors that mean that nobody answered in time. */
const noAnswerInTime = new Set(['TimeoutError', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

function causeOf({ status, detail }: ProviderErrorFacts): ProviderErrorKind {
  if (status === 408 || (detail !== undefined && noAnswerInTime.has(detail))) return 'timeout'
  return status === undefined ? 'network' : 'unexpected'
}

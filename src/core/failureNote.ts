import { describeFailure } from './failureText.ts'
import type { ProviderError } from './providerError.ts'

/** What the records say of a failure: the provider's own sentence, or what went wrong in our words. */
export function failureNote(error: ProviderError): string {
  const { sentence, kind } = error.facts
  if (kind === 'unknownOutcome') return lostAnswerNote(error)
  if (sentence !== undefined && sentence !== '') return sentence
  const { short } = describeFailure(error, { provider: error.facts.provider, account: '' })
  return `${short.charAt(0).toUpperCase()}${short.slice(1)}.`
}

/** The same for an answer that was lost, with what asking afterwards showed. */
export function lostAnswerNote({ facts }: ProviderError, seen?: string): string {
  const { status, sentence } = facts
  return [
    status !== undefined && status >= 500
      ? `The provider answered with an error (HTTP ${status}).`
      : 'The answer was lost.',
    ...(sentence === undefined || sentence === '' ? [] : [`The provider said: ${sentence.replace(/[.\s]+$/, '')}.`]),
    ...(seen === undefined ? [] : [seen]),
  ].join(' ')
}

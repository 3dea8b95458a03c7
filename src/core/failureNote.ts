import { describeFailure } from './failureText.ts'
import type { ProviderError } from './providerError.ts'
import { t } from './words.ts'

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
      ? t('The provider answered with an error (HTTP {0}).', status)
      : t('The answer was lost.'),
    ...(sentence === undefined || sentence === ''
      ? []
      : [t('The provider said: {0}.', sentence.replace(/[.\s]+$/, ''))]),
    ...(seen === undefined ? [] : [seen]),
  ].join(' ')
}

import { describeFailure } from './failureText.ts'
import type { ProviderError } from './providerError.ts'
import { t } from './words.ts'

/** A failure in a few words, for one of several numbers: "not enough credit, the provider says “Top up first”". */
export function shortFailure(error: ProviderError, provider: string): string {
  const { short } = describeFailure(error, { provider, account: '' })
  const { sentence } = error.facts
  return sentence === undefined || sentence === ''
    ? short
    : t('{0}, {1} says “{2}”', short, provider, sentence.replace(/[.\s]+$/, ''))
}

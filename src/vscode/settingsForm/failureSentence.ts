import { describeFailure } from '../../core/failureText.ts'
import type { Log } from '../../core/log.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { AccountNotReadyError } from './accountNotReady.ts'
import type { FoundNumber } from './settingsFormDeps.ts'

/** A failure as a sentence for the form; the technical part goes to the log. */
export function failureSentence(error: unknown, found: FoundNumber | undefined, number: string, log: Log): string {
  if (error instanceof ProviderError) {
    log.warn(error.message)
    const provider = found?.provider.label ?? t('The provider')
    return describeFailure(error, { provider, account: found?.account.label ?? t('this account'), number }).message
  }
  if (error instanceof AccountNotReadyError) return error.message
  log.error(`Settings form: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`)
  return t('This did not work because of an unexpected problem. The log has the details.')
}

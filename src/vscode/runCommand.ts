import { ProviderError } from '../core/providerError.ts'
import { t } from '../core/words.ts'
import type { FailureReporter } from './failureReporter.ts'

/** The error boundary of every command: whatever a command throws is shown once, in words, and never swallowed. */
export async function runCommand(title: string, failures: FailureReporter, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof ProviderError) {
      await failures.show(error, { provider: error.facts.provider, account: t('this account') })
    } else {
      await failures.showUnexpected(title, error)
    }
  }
}

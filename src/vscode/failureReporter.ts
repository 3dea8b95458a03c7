import { describeFailure, type FailureAction } from '../core/failureText.ts'
import type { Log } from '../core/log.ts'
import { ProviderError } from '../core/providerError.ts'
import type { Redactor } from '../core/redaction.ts'
import { t } from '../core/words.ts'
import { findProvider } from '../providers/registry.ts'
import type { Prompts } from './prompts/prompts.ts'

/** What a failure is about. */
export interface FailureSubject {
  readonly provider: string
  readonly account: string
  readonly accountId?: string
  readonly number?: string
  /** Does the same again; without it no Retry is offered. */
  readonly retry?: () => Promise<void>
}

export type ActionHandlers = Readonly<
  Record<Exclude<FailureAction, 'retry'>, (subject: FailureSubject) => Promise<void>>
>

/** The one place that shows errors. Only for things a person asked for; a refresh shows its failure in the tree. */
export interface FailureReporter {
  show(error: ProviderError, subject: FailureSubject): Promise<void>
  /** For anything that should not have happened. */
  showUnexpected(doing: string, error: unknown): Promise<void>
}

const actionLabels: Record<FailureAction, string> = {
  retry: t('Try again'),
  editAccount: t('Edit account'),
  openConsole: t('Open console'),
  searchAgain: t('Search again'),
  refresh: t('Refresh'),
  showLog: t('Show log'),
}

export interface FailureReporterOptions {
  readonly prompts: Prompts
  readonly log: Log
  readonly redactor: Redactor
  readonly handlers: () => ActionHandlers
}

export function createFailureReporter(options: FailureReporterOptions): FailureReporter {
  const { prompts, log, redactor } = options
  return {
    async show(error, subject) {
      log.warn(error.message)
      if (error.kind === 'cancelled') return
      const text = describeFailure(error, {
        provider: findProvider(subject.provider)?.label ?? subject.provider,
        account: subject.account,
        ...(subject.number === undefined ? {} : { number: subject.number }),
      })
      const offered = text.actions.filter((action) => action !== 'retry' || subject.retry !== undefined)
      const chosen = await prompts.notify({
        severity: 'error',
        message: redactor.redact(text.message),
        actions: offered.map((action) => actionLabels[action]),
      })
      const action = offered.find((candidate) => actionLabels[candidate] === chosen)
      if (action === undefined) return
      await (action === 'retry' ? subject.retry?.() : options.handlers()[action](subject))
    },
    async showUnexpected(doing, error) {
      log.error(`${doing}: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`)
      const message = t('“{0}” stopped because of an unexpected problem. The log has the details.', doing)
      const chosen = await prompts.notify({ severity: 'error', message, actions: [actionLabels.showLog] })
      if (chosen !== undefined) await options.handlers().showLog({ provider: '', account: '' })
    },
  }
}

export function isProviderError(error: unknown): error is ProviderError {
  return error instanceof ProviderError
}

import type { Operation, ProviderError, ProviderErrorFacts, ProviderErrorKind } from './providerError.ts'
import { t } from './words.ts'

/** What a person can do about a failure. The UI turns each into a button or a row action. */
export type FailureAction = 'retry' | 'editAccount' | 'openConsole' | 'searchAgain' | 'refresh' | 'showLog'

/** The names that belong into every sentence about money or loss. */
export interface FailureNames {
  readonly provider: string
  readonly account: string
  /** The number as people write it, when the failure is about one. */
  readonly number?: string
}

export interface FailureText {
  /** What happened and what to do next; plain text. */
  readonly message: string
  /** A few words for a row in the tree. */
  readonly short: string
  readonly actions: readonly FailureAction[]
}

interface Row {
  readonly short: string
  readonly what: (names: FailureNames, facts: ProviderErrorFacts) => string
  /** Whether the provider's own sentence says more than ours. */
  readonly quote: boolean
  readonly next?: string
  readonly actions: readonly FailureAction[]
}

const table: Record<ProviderErrorKind, Row> = {
  auth: {
    short: t('credentials refused'),
    what: (names) => t('{0} refused the credentials of “{1}”.', names.provider, names.account),
    quote: true,
    next: t('Edit the account and enter them again.'),
    actions: ['editAccount', 'openConsole'],
  },
  forbidden: {
    short: t('not allowed'),
    what: (names) => t('{0} does not allow this for “{1}”.', names.provider, names.account),
    quote: true,
    next: t('Check the permissions of the account in the provider’s console.'),
    actions: ['openConsole', 'retry'],
  },
  funds: {
    short: t('not enough credit'),
    what: (names) => t('“{0}” at {1} does not have enough credit.', names.account, names.provider),
    quote: true,
    next: t('Top up in the provider’s console, then try again.'),
    actions: ['openConsole'],
  },
  taken: {
    short: t('no longer offered'),
    what: ({ number, provider }) =>
      number === undefined
        ? t('The number is no longer offered by {0}.', provider)
        : t('{0} is no longer offered by {1}.', number, provider),
    quote: true,
    next: t('Search again for another one.'),
    actions: ['searchAgain'],
  },
  notFound: {
    short: t('not found'),
    what: ({ number, provider, account }) =>
      number === undefined
        ? t('{0} does not find what was asked for “{1}”.', provider, account)
        : t('{0} does not find {1}.', provider, number),
    quote: true,
    next: t('Refresh to see what the account has now.'),
    actions: ['refresh', 'openConsole'],
  },
  invalid: {
    short: t('request refused'),
    what: (names) => t('{0} refused the request for “{1}”.', names.provider, names.account),
    quote: true,
    actions: ['retry', 'showLog'],
  },
  unsupported: {
    short: t('not available'),
    what: (names) => t('This is not available for “{0}” at {1}.', names.account, names.provider),
    quote: true,
    actions: ['openConsole'],
  },
  rateLimited: {
    short: t('too many requests'),
    what: (names) => t('{0} asks “{1}” to slow down.', names.provider, names.account),
    quote: true,
    next: t('Wait a moment, then try again.'),
    actions: ['retry'],
  },
  network: {
    short: t('no connection'),
    what: ({ provider, account }, { answerLost }) =>
      answerLost
        ? t('The connection to {0} broke off for “{1}” before the answer came.', provider, account)
        : t('{0} could not be reached for “{1}”.', provider, account),
    quote: false,
    next: t('Check the network or the proxy settings, then try again.'),
    actions: ['retry', 'showLog'],
  },
  timeout: {
    short: t('no answer in time'),
    what: (names) => t('{0} did not answer in time for “{1}”.', names.provider, names.account),
    quote: false,
    next: t('Try again in a moment.'),
    actions: ['retry', 'showLog'],
  },
  cancelled: {
    short: t('cancelled'),
    what: (names) => t('Cancelled. Nothing was changed at {0}.', names.provider),
    quote: false,
    actions: ['retry'],
  },
  unknownOutcome: {
    short: t('outcome unknown'),
    what: ({ number, provider, account }) =>
      number === undefined
        ? t('The answer of {0} about “{1}” was lost, so it may have been done or not.', provider, account)
        : t('The answer of {0} about {1} was lost, so it may have been done or not.', provider, number),
    quote: true,
    next: t('Refresh before you try again.'),
    actions: ['refresh', 'openConsole'],
  },
  unexpected: {
    short: t('unexpected answer'),
    what: ({ provider, account }, { status }) =>
      status !== undefined && status >= 500
        ? t('{0} answered with an error (HTTP {1}) for “{2}”.', provider, status, account)
        : t('{0} gave an answer that could not be used for “{1}”.', provider, account),
    quote: true,
    next: t('Try again; if it stays, look into the log.'),
    actions: ['retry', 'showLog'],
  },
}

/** Operations that cost money or lose something get a first sentence about what did not happen. */
const undone: Partial<Record<Operation, string>> = {
  rent: t('Nothing was rented.'),
  quote: t('Nothing was rented.'),
  release: t('The number was not released.'),
  cancelRelease: t('The release was not taken back.'),
  verify: t('The account was not saved.'),
}

/** The one place that turns a failure into words: what happened, the provider's own sentence, what to do next. */
export function describeFailure(error: ProviderError, names: FailureNames): FailureText {
  const { facts } = error
  const row = table[facts.kind]
  const sentences = [row.what(names, facts)]
  if (facts.kind === 'unexpected' || facts.kind === 'invalid') sentences.push(...explanation(error))
  if (row.quote && facts.sentence) sentences.push(t('{0} says: “{1}”.', names.provider, withoutStop(facts.sentence)))
  for (const field of facts.fields ?? []) sentences.push(`${field.field}: ${withoutStop(field.problem)}.`)
  const notDone = facts.kind === 'unknownOutcome' ? undefined : undone[facts.operation]
  if (notDone !== undefined) sentences.push(notDone)
  const next = facts.operation === 'verify' && facts.kind === 'auth' ? t('Check them and type them again.') : row.next
  if (next !== undefined) sentences.push(next)
  return { message: sentences.join(' '), short: row.short, actions: row.actions }
}

function withoutStop(text: string): string {
  return text.replace(/[.\s]+$/, '')
}

function explanation(error: ProviderError): string[] {
  const { detail, sentence } = error.facts
  return detail === undefined || sentence !== undefined ? [] : [`${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`]
}

import type { Operation, ProviderError, ProviderErrorFacts, ProviderErrorKind } from './providerError.ts'

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
    short: 'credentials refused',
    what: (names) => `${names.provider} refused the credentials of “${names.account}”.`,
    quote: true,
    next: 'Edit the account and enter them again.',
    actions: ['editAccount', 'openConsole'],
  },
  forbidden: {
    short: 'not allowed',
    what: (names) => `${names.provider} does not allow this for “${names.account}”.`,
    quote: true,
    next: 'Check the permissions of the account in the provider’s console.',
    actions: ['openConsole', 'retry'],
  },
  funds: {
    short: 'not enough credit',
    what: (names) => `“${names.account}” at ${names.provider} does not have enough credit.`,
    quote: true,
    next: 'Top up in the provider’s console, then try again.',
    actions: ['openConsole'],
  },
  taken: {
    short: 'no longer offered',
    what: (names) => `${names.number ?? 'The number'} is no longer offered by ${names.provider}.`,
    quote: true,
    next: 'Search again for another one.',
    actions: ['searchAgain'],
  },
  notFound: {
    short: 'not found',
    what: (names) => `${names.provider} does not find ${names.number ?? `what was asked for “${names.account}”`}.`,
    quote: true,
    next: 'Refresh to see what the account has now.',
    actions: ['refresh', 'openConsole'],
  },
  invalid: {
    short: 'request refused',
    what: (names) => `${names.provider} refused the request for “${names.account}”.`,
    quote: true,
    actions: ['retry', 'showLog'],
  },
  unsupported: {
    short: 'not available',
    what: (names) => `This is not available for “${names.account}” at ${names.provider}.`,
    quote: true,
    actions: ['openConsole'],
  },
  rateLimited: {
    short: 'too many requests',
    what: (names) => `${names.provider} asks “${names.account}” to slow down.`,
    quote: true,
    next: 'Wait a moment, then try again.',
    actions: ['retry'],
  },
  network: {
    short: 'no connection',
    what: ({ provider, account }, { answerLost }) =>
      answerLost
        ? `The connection to ${provider} broke off for “${account}” before the answer came.`
        : `${provider} could not be reached for “${account}”.`,
    quote: false,
    next: 'Check the network or the proxy settings, then try again.',
    actions: ['retry', 'showLog'],
  },
  timeout: {
    short: 'no answer in time',
    what: (names) => `${names.provider} did not answer in time for “${names.account}”.`,
    quote: false,
    next: 'Try again in a moment.',
    actions: ['retry', 'showLog'],
  },
  cancelled: {
    short: 'cancelled',
    what: (names) => `Cancelled. Nothing was changed at ${names.provider}.`,
    quote: false,
    actions: ['retry'],
  },
  unknownOutcome: {
    short: 'outcome unknown',
    what: (names) =>
      `The answer of ${names.provider} about ${names.number ?? `“${names.account}”`} was lost, so it may have been done or not.`,
    quote: true,
    next: 'Refresh before you try again.',
    actions: ['refresh', 'openConsole'],
  },
  unexpected: {
    short: 'unexpected answer',
    what: ({ provider, account }, { status }) =>
      status !== undefined && status >= 500
        ? `${provider} answered with an error (HTTP ${status}) for “${account}”.`
        : `${provider} gave an answer that could not be used for “${account}”.`,
    quote: true,
    next: 'Try again; if it stays, look into the log.',
    actions: ['retry', 'showLog'],
  },
}

/** Operations that cost money or lose something get a first sentence about what did not happen. */
const undone: Partial<Record<Operation, string>> = {
  rent: 'Nothing was rented.',
  quote: 'Nothing was rented.',
  release: 'The number was not released.',
  cancelRelease: 'The release was not taken back.',
  verify: 'The account was not saved.',
}

/** The one place that turns a failure into words: what happened, the provider's own sentence, what to do next. */
export function describeFailure(error: ProviderError, names: FailureNames): FailureText {
  const { facts } = error
  const row = table[facts.kind]
  const sentences = [row.what(names, facts)]
  if (facts.kind === 'unexpected' || facts.kind === 'invalid') sentences.push(...explanation(error))
  if (row.quote && facts.sentence) sentences.push(`${names.provider} says: “${withoutStop(facts.sentence)}”.`)
  for (const field of facts.fields ?? []) sentences.push(`${field.field}: ${withoutStop(field.problem)}.`)
  const notDone = facts.kind === 'unknownOutcome' ? undefined : undone[facts.operation]
  if (notDone !== undefined) sentences.push(notDone)
  const next = facts.operation === 'verify' && facts.kind === 'auth' ? 'Check them and type them again.' : row.next
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

/** What the product was doing when it failed. */
export type Operation =
  | 'verify'
  | 'list'
  | 'get'
  | 'search'
  | 'quote'
  | 'rent'
  | 'settleRent'
  | 'previewRelease'
  | 'release'
  | 'cancelRelease'
  | 'settings'
  | 'choices'

/** Everything that can go wrong, seen from a person who has to decide what to do next. */
export type ProviderErrorKind =
  /** The credentials are wrong or expired. */
  | 'auth'
  /** The credentials are good, this is not allowed for them. */
  | 'forbidden'
  /** Not enough money at the provider. */
  | 'funds'
  /** Somebody else has the number now, or it is no longer offered. */
  | 'taken'
  | 'notFound'
  /** The provider refused what was asked; `fields` may say where. */
  | 'invalid'
  /** This provider or account cannot do it at all. */
  | 'unsupported'
  | 'rateLimited'
  /** No connection; nothing was done. */
  | 'network'
  /** No answer in time to a request that changes nothing. */
  | 'timeout'
  | 'cancelled'
  /** The request left, no readable answer came: it may have been done or not. */
  | 'unknownOutcome'
  | 'unexpected'

export interface FieldProblem {
  readonly field: string
  readonly problem: string
}

export interface ProviderErrorFacts {
  readonly kind: ProviderErrorKind
  /** Provider id. */
  readonly provider: string
  readonly operation: Operation
  /** The provider's own sentence, as plain text, when it gave one. */
  readonly sentence?: string
  readonly status?: number
  /** The provider's id of the request, for its support. */
  readonly requestId?: string
  readonly fields?: readonly FieldProblem[]
  /** Milliseconds to wait, when the provider said so. */
  readonly retryAfterMs?: number
  /** The request had left without a usable answer, and asking afterwards showed that it was not done. */
  readonly answerLost?: true
  /** For technical logs: what happened, without bodies, URLs with queries or secrets. */
  readonly detail?: string
}

const brand = Symbol.for('phoneNumbers.ProviderError')

/**
 * The one error type between a driver and the rest of the product. Drivers live in another bundle with its own copy of this class, so
 * `instanceof` recognises the brand instead of the constructor.
 */
export class ProviderError extends Error {
  readonly facts: ProviderErrorFacts
  readonly [brand] = true

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value
  }

  constructor(facts: ProviderErrorFacts, options?: ErrorOptions) {
    super(technicalText(facts), options)
    this.name = 'ProviderError'
    this.facts = facts
  }

  get kind(): ProviderErrorKind {
    return this.facts.kind
  }
}

function technicalText(facts: ProviderErrorFacts): string {
  const parts = [`${facts.provider} ${facts.operation}: ${facts.kind}`]
  if (facts.status !== undefined) parts.push(`HTTP ${facts.status}`)
  if (facts.sentence) parts.push(facts.sentence)
  if (facts.detail) parts.push(facts.detail)
  if (facts.requestId) parts.push(`request ${facts.requestId}`)
  return parts.join(', ')
}

import { type FieldProblem, type Operation, ProviderError, type ProviderErrorKind } from '../core/providerError.ts'
import { t } from '../core/words.ts'
import { BodyRefused } from './boundedBody.ts'
import type { Effect } from './httpClient.ts'
import { proxyProblem } from './proxyProblem.ts'

export interface TransportFacts {
  readonly provider: string
  readonly operation: Operation
  readonly effect: Effect
  /** The person or the closing window stopped it. */
  readonly cancelled: boolean
}

/** The server's certificate, or that of a proxy, was not believed. */
const certificateRefused = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UND_ERR_PRX_TLS',
])

/** Failures that prove that no request byte reached the provider. */
const nothingLeft = new Set([
  ...certificateRefused,
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_PRX_CONN',
])

/** What a request without a readable answer means for the person. */
export function transportError(error: unknown, facts: TransportFacts): ProviderError {
  const code = codeOf(error)
  const { provider, operation } = facts
  const { field, problem } = proxyProblem(error) ?? certificateProblem(code) ?? {}
  return new ProviderError(
    {
      kind: kindOf(error, code, facts),
      provider,
      operation,
      detail: code ?? nameOf(error),
      ...(field && problem ? { fields: [{ field, problem }] } : {}),
    },
    { cause: error },
  )
}

/** True when the same request would fail the same way again: the settings or a certificate must change first. */
export function isLasting(error: unknown): boolean {
  return proxyProblem(error)?.lasting === true || certificateProblem(codeOf(error)) !== undefined
}

function certificateProblem(code: string | undefined): FieldProblem | undefined {
  if (code === undefined || !certificateRefused.has(code)) return undefined
  const problem = t(
    'it is not trusted; if your network has an authority of its own, add it to the operating system’s store',
  )
  return { field: t('Certificate'), problem }
}

function kindOf(error: unknown, code: string | undefined, facts: TransportFacts): ProviderErrorKind {
  const neverLeft = (code !== undefined && nothingLeft.has(code)) || proxyProblem(error) !== undefined
  if (facts.effect === 'write' && !neverLeft) {
    // An abort that was seen before the request was handed over is the only other proof that nothing left.
    return isAbortBeforeSending(error) ? 'cancelled' : 'unknownOutcome'
  }
  if (facts.cancelled) return 'cancelled'
  if (error instanceof BodyRefused) return 'unexpected'
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || isTimeout(error, code)) return 'timeout'
  return 'network'
}

/** Thrown by `throwIfAborted` in front of the request, and by undici for a signal that is aborted at the start. */
function isAbortBeforeSending(error: unknown): boolean {
  return error instanceof AbortedBeforeSending
}

/** Marks a write that was stopped before it was handed to the connection. */
export class AbortedBeforeSending extends Error {
  constructor() {
    super('stopped before it was sent')
    this.name = 'AbortedBeforeSending'
  }
}

function isTimeout(error: unknown, code: string | undefined): boolean {
  return nameOf(error) === 'TimeoutError' || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT'
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

/** The first error code in the chain of causes; connection attempts to several addresses are one failure. */
function codeOf(error: unknown): string | undefined {
  let current: unknown = error
  for (let depth = 0; depth < 5 && current instanceof Error; depth++) {
    const code: unknown = 'code' in current ? current.code : undefined
    if (typeof code === 'string' && code !== 'UND_ERR_ABORTED' && code !== 'ABORT_ERR') return code
    if (current instanceof AggregateError && current.errors.length > 0) current = current.errors[0]
    else current = current.cause
  }
  return undefined
}

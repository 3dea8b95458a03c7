import type { Operation } from '../core/providerError.ts'

/** Whether a request changes something at the provider. Writes are sent once, on their own connection. */
export type Effect = 'read' | 'write'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Scheme, host and port, from the account's endpoints. */
  readonly origin: string
  /** Path and query, already encoded, starting with `/`. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly operation: Operation
  /** Default: GET reads, everything else writes. A token request is a POST that reads. */
  readonly effect?: Effect
  readonly signal: AbortSignal
  /** The largest answer to read, in bytes; `largestBody` when not given. For lists that come in one piece. */
  readonly mostBytes?: number
}

/** Any answer with a readable body, whatever its status. */
export interface HttpAnswer {
  readonly status: number
  /** Names in lower case; repeated headers joined by ", ". */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  readonly operation: Operation
  readonly effect: Effect
}

/**
 * Sends requests of one provider account. Redirects are answers, never followed. Rejects with `ProviderError` when there is no
 * readable answer: `network` (nothing left this machine), `timeout`, `cancelled`, `unexpected` (too large, compressed), and for
 * writes whose outcome is not known, `unknownOutcome`.
 */
export interface HttpClient {
  /** The provider id, for errors. */
  readonly provider: string
  send(request: HttpRequest): Promise<HttpAnswer>
  close(): Promise<void>
}

export function effectOf(request: HttpRequest): Effect {
  return request.effect ?? (request.method === 'GET' ? 'read' : 'write')
}

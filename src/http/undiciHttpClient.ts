import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Dispatcher } from 'undici'
import type { Log } from '../core/log.ts'
import type { RequestLimit } from '../core/providerDefinition.ts'
import { readBody } from './boundedBody.ts'
import { type Effect, effectOf, type HttpAnswer, type HttpClient, type HttpRequest } from './httpClient.ts'
import { type Pace, realPace } from './pace.ts'
import { createRequestBudget, noBudget, type RequestBudget } from './requestBudget.ts'
import { retryReads } from './retryReads.ts'
import { AbortedBeforeSending, transportError } from './transportError.ts'

/** Connections of one account: reads share kept-alive sockets, a write gets a fresh one (see docs/decisions). */
export interface Transport {
  /** What a request to this origin is sent with, now: ask again for each. Throws `ProxyUnusable`. */
  dispatcherFor(origin: string, effect: Effect): Dispatcher
  /** Ends all connections at once. */
  close(): Promise<void>
}

export interface HttpClientOptions {
  readonly provider: string
  readonly transport: Transport
  readonly log: Log
  readonly timeouts: Timeouts
  /** What the provider allows; nothing is held back without it. */
  readonly limit?: RequestLimit | undefined
  /** Told what is sent in an `Authorization` header, before it is sent: tokens that were fetched are secrets too. */
  readonly secretUsed?: (secret: string) => void
  /** Another clock, for tests. */
  readonly pace?: Pace
}

/** What one client works with. */
interface Sender extends HttpClientOptions {
  readonly pace: Pace
  readonly budget: RequestBudget
}

/** Milliseconds. */
export interface Timeouts {
  /** One attempt of a read. */
  readonly read: number
  /** A read with all its repetitions. */
  readonly readDeadline: number
  /** A write, until its outcome is called unknown. */
  readonly write: number
}

export const defaultTimeouts: Timeouts = { read: 20_000, readDeadline: 45_000, write: 45_000 }

/** The one place where a request leaves. Reads are repeated on passing faults, writes never. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const closing = new AbortController()
  const { limit, pace = realPace } = options
  const sender = { ...options, pace, budget: limit === undefined ? noBudget : createRequestBudget(limit, pace) }
  return {
    provider: options.provider,
    send: (request) => sendWithPolicy(sender, request, closing.signal),
    async close() {
      closing.abort()
      await options.transport.close()
    },
  }
}

async function sendWithPolicy(options: Sender, request: HttpRequest, closing: AbortSignal) {
  const signal = AbortSignal.any([request.signal, closing])
  if (effectOf(request) === 'write') return await sendOnce(options, request, signal, options.timeouts.write)
  const deadline = AbortSignal.timeout(options.timeouts.readDeadline)
  return await retryReads(
    (remaining) => sendOnce(options, request, AbortSignal.any([signal, remaining]), options.timeouts.read),
    { signal, deadline },
    options.pace,
  )
}

async function sendOnce(
  options: Sender,
  request: HttpRequest,
  signal: AbortSignal,
  timeout: number,
): Promise<HttpAnswer> {
  const effect = effectOf(request)
  const started = performance.now()
  let ended = () => {}
  try {
    ended = await allowed(options.budget, signal)
    tellSecret(options, request)
    const response = await startRequest(
      options.transport,
      request,
      AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    )
    const headers = flatHeaders(response.headers)
    const text = await readBody(response.body, headers, request.mostBytes)
    // Only then is the connection free for the next request, which would open another one: a handshake more for a list of several pages.
    await nextTurn()
    options.log.debug(line(options, request, `HTTP ${response.statusCode}`, started))
    return { status: response.statusCode, headers, text, operation: request.operation, effect }
  } catch (error) {
    const failure = transportError(error, {
      provider: options.provider,
      operation: request.operation,
      effect,
      cancelled: signal.aborted,
    })
    options.log.debug(line(options, request, failure.message, started))
    throw failure
  } finally {
    ended()
  }
}

/**
 * Resolves when the head of the answer is there. Rejects as soon as the signal aborts: undici notices an abort only when a connection is
 * there, and a proxy may keep it waiting for that. An aborted request is then not sent any more.
 */
async function startRequest(transport: Transport, request: HttpRequest, signal: AbortSignal) {
  const dispatcher = transport.dispatcherFor(request.origin, effectOf(request))
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  const { method, headers, body = null } = request
  const { origin, pathname, search } = new URL(request.origin + request.path)
  const path = pathname + search
  const pending = dispatcher.request({
    ...{ origin, path, method, body, signal },
    headers: { accept: 'application/json', ...headers },
  })
  // Whichever comes second is nobody's any more.
  pending.catch(() => undefined)
  aborted.catch(() => undefined)
  try {
    return await Promise.race([pending, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Waits until the provider's limit lets the request out. What comes back is called when the request has ended. */
async function allowed(budget: RequestBudget, signal: AbortSignal): Promise<() => void> {
  try {
    return await budget.take(signal)
  } catch {
    throw new AbortedBeforeSending()
  }
}

function tellSecret({ secretUsed }: Sender, { headers }: HttpRequest): void {
  const credentials = headers['authorization']?.replace(/^\S+\s+/, '')
  if (credentials) secretUsed?.(credentials)
}

function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}

/** Paths may hold account ids and queries digits: only the operation is written. */
function line(options: HttpClientOptions, request: HttpRequest, outcome: string, started: number): string {
  const ms = Math.round(performance.now() - started)
  return `${options.provider} ${request.operation} ${request.method}: ${outcome} in ${ms} ms`
}

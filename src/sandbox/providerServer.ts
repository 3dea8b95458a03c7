import type { IncomingMessage, ServerResponse } from 'node:http'
import { applyFault } from './applyFault.ts'
import type { Counters } from './counters.ts'
import type { Emulator, EmulatorRequest, EmulatorResponse, VirtualClock } from './emulator.ts'
import type { FaultBook } from './faults.ts'
import type { RequestHandler } from './loopbackServer.ts'
import { readBody } from './readBody.ts'
import { authScheme, type RequestFacts, type RequestLog } from './requestLog.ts'
import { sendAnswer } from './sendAnswer.ts'

/** What all providers of one sandbox share. */
export interface SharedState {
  readonly clock: VirtualClock
  readonly faults: FaultBook
  readonly counters: Counters
  readonly log: RequestLog
  readonly wait: (ms: number) => Promise<void>
  /** How long every request waits before it is worked on, milliseconds. */
  readonly latencyMs: () => number
}

/**
 * Serves one emulator: count, log, wait, go wrong if scripted, answer. The wait belongs to the request, so parallel
 * requests overlap. A body over 1 MiB gets 413 and an emulator that throws 500 with the reason; both are the
 * sandbox's own answers.
 */
export function serveEmulator(emulator: Emulator, shared: SharedState): RequestHandler {
  return async (incoming, response, connection) => {
    const body = await readBody(incoming)
    const request = toEmulatorRequest(incoming, body ?? '')
    const route = body === undefined ? 'tooLarge' : routeOf(emulator, request)
    shared.counters.count(emulator.id, route)
    const fault = body === undefined ? undefined : shared.faults.take(emulator.id, route)
    const entry = shared.log.add({
      provider: emulator.id,
      method: request.method,
      url: incoming.url ?? '',
      route,
      fault: fault?.kind ?? null,
      at: shared.clock.now(),
      facts: factsOf(incoming, body, connection),
    })
    // A client that leaves before the answer leaves an ended entry without a status.
    response.once('close', () => shared.log.finish(entry, null))
    await shared.wait(shared.latencyMs())
    const work = (): EmulatorResponse => (body === undefined ? tooLarge() : handled(emulator, request))
    shared.log.finish(entry, await answer(response, work, fault, shared.wait))
  }
}

async function answer(
  response: ServerResponse,
  work: () => EmulatorResponse,
  fault: Parameters<typeof applyFault>[0] | undefined,
  wait: (ms: number) => Promise<void>,
): Promise<number | null> {
  if (fault !== undefined) return await applyFault(fault, response, work, wait)
  const whole = work()
  sendAnswer(response, whole)
  return whole.status
}

function toEmulatorRequest(incoming: IncomingMessage, body: string): EmulatorRequest {
  const url = incoming.url ?? ''
  const mark = url.indexOf('?')
  return {
    method: incoming.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    headers: incoming.headers,
    body,
  }
}

function factsOf(incoming: IncomingMessage, body: string | undefined, connection: number): RequestFacts {
  return {
    authScheme: authScheme(incoming.headers.authorization),
    contentType: incoming.headers['content-type'] ?? null,
    accept: incoming.headers.accept ?? null,
    bodyBytes: Buffer.byteLength(body ?? ''),
    connection,
  }
}

function routeOf(emulator: Emulator, request: EmulatorRequest): string {
  try {
    return emulator.route(request)
  } catch {
    return 'failed'
  }
}

function handled(emulator: Emulator, request: EmulatorRequest): EmulatorResponse {
  try {
    return emulator.handle(request)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { status: 500, body: JSON.stringify({ sandboxFailure: reason }) }
  }
}

function tooLarge(): EmulatorResponse {
  return { status: 413, body: JSON.stringify({ sandboxRefusal: 'The body is longer than 1 MiB' }) }
}

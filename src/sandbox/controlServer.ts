import type { IncomingMessage } from 'node:http'
import type { AdvancingClock } from './clock.ts'
import type { Counters } from './counters.ts'
import type { Emulator, EmulatorResponse } from './emulator.ts'
import type { FaultBook } from './faults.ts'
import type { RequestHandler } from './loopbackServer.ts'
import { parseFault } from './parseFault.ts'
import { readBody } from './readBody.ts'
import type { RequestLog } from './requestLog.ts'
import { sendAnswer } from './sendAnswer.ts'

/** What the control server steers. */
export interface ControlledState {
  readonly emulators: ReadonlyMap<string, Emulator>
  readonly clock: AdvancingClock
  readonly faults: FaultBook
  readonly counters: Counters
  readonly log: RequestLog
  readonly latency: { ms: number }
  /** What `GET /` tells besides the list of requests. */
  describe(): Readonly<Record<string, unknown>>
}

interface Call {
  readonly state: ControlledState
  /** The path's second part: a provider or a fault id. */
  readonly name: string
  readonly query: URLSearchParams
  /** The parsed JSON body; an empty object without one. */
  readonly body: unknown
}

/** A mistake in the request; anything else that is thrown counts as one too, because the caller scripted it. */
class NotFound extends Error {}

const ACTIONS: Readonly<Record<string, (call: Call) => unknown>> = {
  'GET /': ({ state }) => ({ ...state.describe(), requests: Object.keys(ACTIONS) }),
  'POST /faults': addFaults,
  'GET /faults': ({ state }) => state.faults.list(),
  'DELETE /faults': ({ state }) => done(() => state.faults.clear()),
  'DELETE /faults/*': ({ state, name }) => {
    if (!state.faults.remove(name)) throw new NotFound('No fault has this id')
    return { done: true }
  },
  'GET /clock': ({ state }) => now(state),
  'POST /clock': ({ state, body }) => {
    state.clock.advance(wholeNumber(body, 'advanceMs'))
    return now(state)
  },
  'GET /counters': ({ state }) => state.counters.read(),
  'DELETE /counters': ({ state }) => done(() => state.counters.reset()),
  'GET /requests': ({ state, query }) => state.log.read(query.get('provider') ?? undefined),
  'DELETE /requests': ({ state }) => done(() => state.log.clear()),
  'GET /world/*': ({ state, name }) => emulatorOf(state, name).snapshot(),
  'POST /world/*': ({ state, name, body }) => emulatorOf(state, name).act(record(body)) ?? { done: true },
  'POST /switches/*': ({ state, name, body }) => {
    const emulator = emulatorOf(state, name)
    for (const [key, value] of Object.entries(record(body))) emulator.setSwitch(key, value)
    return { done: true }
  },
  'POST /latency': ({ state, body }) => {
    state.latency.ms = wholeNumber(body, 'ms')
    return { ms: state.latency.ms }
  },
}

/** The sandbox's own JSON server: scripts faults, moves the clock, shows and changes the worlds. */
export function serveControl(state: ControlledState): RequestHandler {
  return async (incoming, response) => {
    const text = await readBody(incoming)
    sendAnswer(
      response,
      text === undefined ? json(413, { error: 'The body is longer than 1 MiB' }) : act(state, incoming, text),
    )
  }
}

function act(state: ControlledState, incoming: IncomingMessage, text: string): EmulatorResponse {
  try {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1')
    const [, first = '', name = '', ...rest] = pathname.split('/')
    const action = ACTIONS[`${incoming.method} /${first}${name === '' ? '' : '/*'}`]
    if (action === undefined || rest.length > 0) throw new NotFound('The control server has no such request')
    const body: unknown = text === '' ? {} : JSON.parse(text)
    return json(200, action({ state, name: decodeURIComponent(name), query: searchParams, body }))
  } catch (error) {
    return json(error instanceof NotFound ? 404 : 400, {
      error: error instanceof Error ? error.message : String(error),
    })
  }
}

function addFaults({ state, body }: Call): { ids: string[] } {
  const providers = [...state.emulators.keys()]
  const faults = (Array.isArray(body) ? body : [body]).map((one: unknown) => parseFault(one, providers))
  return { ids: faults.map((fault) => state.faults.add(fault)) }
}

function emulatorOf(state: ControlledState, provider: string): Emulator {
  const emulator = state.emulators.get(provider)
  if (emulator === undefined)
    throw new NotFound(`Unknown provider; known are ${[...state.emulators.keys()].join(', ')}`)
  return emulator
}

function now(state: ControlledState): { now: number } {
  return { now: state.clock.now() }
}

function done(action: () => void): { done: true } {
  action()
  return { done: true }
}

function record(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new TypeError('The body is a JSON object')
  return { ...body }
}

function wholeNumber(body: unknown, name: string): number {
  const value = record(body)[name]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new TypeError(`"${name}" is a whole number of at least 0`)
  return value
}

function json(status: number, value: unknown): EmulatorResponse {
  return { status, body: JSON.stringify(value) }
}

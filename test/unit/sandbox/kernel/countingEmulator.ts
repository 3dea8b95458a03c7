import { EventEmitter, once } from 'node:events'
import type { TestContext } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { createClock } from '../../../../src/sandbox/clock.ts'
import { createCounters } from '../../../../src/sandbox/counters.ts'
import { createDelays } from '../../../../src/sandbox/delays.ts'
import type { Emulator, EmulatorRequest } from '../../../../src/sandbox/emulator.ts'
import { createFaultBook, type FaultEffect } from '../../../../src/sandbox/faults.ts'
import { listenOnLoopback } from '../../../../src/sandbox/loopbackServer.ts'
import { type SharedState, serveEmulator } from '../../../../src/sandbox/providerServer.ts'
import { createRequestLog } from '../../../../src/sandbox/requestLog.ts'

/** The smallest provider: it counts what it has done and repeats what it was sent. */
export interface CountingServer extends SharedState {
  readonly origin: string
  /** What the emulator received, in order. */
  readonly received: readonly EmulatorRequest[]
  /** Scripts one fault for `POST /work`. */
  script(effect: FaultEffect): void
  setLatency(ms: number): void
  /** Resolves when the next request has arrived, been logged and, unless it has to wait, been worked on. */
  nextArrival(): Promise<void>
  close(): Promise<void>
}

/** Serves it on a free port until the test ends. */
export async function serveCounting(t: TestContext): Promise<CountingServer> {
  const received: EmulatorRequest[] = []
  const arrivals = new EventEmitter()
  const log = createRequestLog(() => performance.now())
  let latencyMs = 0
  const delays = createDelays()
  const shared: SharedState = {
    clock: createClock(),
    faults: createFaultBook(),
    counters: createCounters(new Map([['counting', ['work']]])),
    log: {
      ...log,
      add(entry) {
        const logged = log.add(entry)
        arrivals.emit('arrival')
        return logged
      },
    },
    wait: delays.wait,
    latencyMs: () => latencyMs,
  }
  const server = await listenOnLoopback(0, serveEmulator(createCountingEmulator(received), shared))
  const close = async () => {
    delays.cancel()
    await server.close()
  }
  t.after(close)
  return {
    ...shared,
    origin: server.origin,
    received,
    script: (effect) => {
      shared.faults.add({ provider: 'counting', route: 'work', ...effect })
    },
    setLatency: (ms) => {
      latencyMs = ms
    },
    async nextArrival() {
      await once(arrivals, 'arrival')
      await setImmediate()
    },
    close,
  }
}

function createCountingEmulator(received: EmulatorRequest[]): Emulator {
  return {
    id: 'counting',
    credentials: {},
    hasAuthEndpoint: false,
    moneyRoutes: ['work'],
    route: ({ path }) => path.slice(1) || 'root',
    handle(request) {
      if (request.path === '/broken') throw new Error('The emulator has a defect')
      received.push(request)
      return {
        status: 200,
        headers: { 'x-answer': 'whole' },
        body: JSON.stringify({ done: received.length, text: 'é' }),
      }
    },
    setSwitch: () => undefined,
    snapshot: () => received.length,
    act: () => undefined,
  }
}

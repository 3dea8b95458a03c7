import { createClock, SANDBOX_START } from './clock.ts'
import { serveControl } from './controlServer.ts'
import { createCounters } from './counters.ts'
import { createDelays } from './delays.ts'
import type { Emulator, VirtualClock } from './emulator.ts'
import { EMULATORS } from './emulators.ts'
import { createFaultBook } from './faults.ts'
import { type LoopbackServer, listenOnLoopback } from './loopbackServer.ts'
import { type SharedState, serveEmulator } from './providerServer.ts'
import { createRandom, seedFor } from './random.ts'
import { createRequestLog } from './requestLog.ts'

export interface SandboxOptions {
  /** The control server's port, the providers take the following ones. Without it every port is a free one. */
  readonly port?: number
  /** The same seed builds the same worlds. 1 unless given. */
  readonly seed?: number
  /** How many numbers each provider's account owns at the start; a small varied account where it is not given. */
  readonly owned?: Readonly<Partial<Record<string, number>>>
  /** Milliseconds every provider request waits before it is worked on. */
  readonly latencyMs?: number
  /** The clock runs along with real time instead of standing still until advanced. */
  readonly realTime?: boolean
}

export interface SandboxProvider {
  /** The origin requests go to, without a path. */
  readonly endpoint: string
  /** Where tokens are issued, when the provider has such a place. */
  readonly authEndpoint?: string
  /** The seeded account's credentials, keyed as a person would enter them. */
  readonly credentials: Readonly<Record<string, string>>
}

export interface Sandbox {
  /** The control server's origin. */
  readonly control: string
  readonly providers: Readonly<Record<string, SandboxProvider>>
  /** Closes all servers, destroys open connections and pending answers. May be called twice. */
  close(): Promise<void>
}

/**
 * Starts one HTTP server per provider and the control server, all on 127.0.0.1.
 * @throws the system's error when a port cannot be opened (nothing stays open then); TypeError for an unknown provider in `owned`.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock =
    options.realTime === true ? createClock(Date.now(), () => performance.now()) : createClock(SANDBOX_START)
  const emulators = createEmulators(options, clock)
  const delays = createDelays()
  const latency = { ms: options.latencyMs ?? 0 }
  const startedAt = performance.now()
  const shared: SharedState = {
    clock,
    faults: createFaultBook(),
    counters: createCounters(new Map([...emulators].map(([id, { moneyRoutes }]) => [id, moneyRoutes]))),
    log: createRequestLog(() => performance.now() - startedAt),
    wait: delays.wait,
    latencyMs: () => latency.ms,
  }
  const servers: LoopbackServer[] = []
  const close = async (): Promise<void> => {
    delays.cancel()
    await Promise.all(servers.splice(0).map((server) => server.close()))
  }
  const describe = (): Record<string, unknown> => ({ sandbox: 'phone-numbers', now: clock.now(), providers })
  const providers: Record<string, SandboxProvider> = {}
  try {
    const control = await listenOnLoopback(
      options.port ?? 0,
      serveControl({ ...shared, clock, emulators, latency, describe }),
    )
    servers.push(control)
    for (const [id, emulator] of emulators) {
      const port = options.port === undefined ? 0 : options.port + servers.length
      const server = await listenOnLoopback(port, serveEmulator(emulator, shared))
      servers.push(server)
      providers[id] = describeProvider(emulator, server.origin)
    }
    return { control: control.origin, providers, close }
  } catch (error) {
    await close()
    throw error
  }
}

function createEmulators(options: SandboxOptions, clock: VirtualClock): ReadonlyMap<string, Emulator> {
  for (const id of Object.keys(options.owned ?? {})) {
    if (!Object.hasOwn(EMULATORS, id))
      throw new TypeError(`Unknown provider ${id}; known are ${Object.keys(EMULATORS).join(', ')}`)
  }
  return new Map(
    Object.entries(EMULATORS).map(([id, create]) => {
      const random = createRandom(seedFor(options.seed ?? 1, id))
      return [id, create({ clock, random, owned: options.owned?.[id] })]
    }),
  )
}

function describeProvider(emulator: Emulator, origin: string): SandboxProvider {
  const { credentials, hasAuthEndpoint } = emulator
  return hasAuthEndpoint ? { endpoint: origin, authEndpoint: origin, credentials } : { endpoint: origin, credentials }
}

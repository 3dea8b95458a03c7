/** What a provider emulator receives: one HTTP request, nothing decoded yet. */
export interface EmulatorRequest {
  readonly method: string
  /** The raw path as it came over the wire, percent-encoding untouched, without the query. */
  readonly path: string
  /** The raw query without `?`, empty when there was none. */
  readonly query: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** What it answers. `body` is the exact text on the wire; headers are added to the defaults. */
export interface EmulatorResponse {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Time inside the sandbox. It stands still until somebody advances it, so dates in answers are reproducible. */
export interface VirtualClock {
  /** Epoch milliseconds. */
  now(): number
}

/** Deterministic random numbers in [0, 1), from the sandbox's seed. */
export type Random = () => number

/** Everything an emulator is made of. Emulators hold their own in-memory world. */
export interface EmulatorContext {
  readonly clock: VirtualClock
  readonly random: Random
  /** How many numbers the account owns at the start; undefined = the emulator's small, varied default. */
  readonly owned: number | undefined
}

/**
 * One provider, pretended. `route` names the endpoint ("rent", "listOwned", "token" ...) for counters and faults;
 * `handle` does the work at once and answers in the provider's own dialect.
 */
export interface Emulator {
  /** sinch, plivo, tryvox or contiguity. */
  readonly id: string
  /** The credentials of the seeded account, keyed as a person would enter them. */
  readonly credentials: Readonly<Record<string, string>>
  /** True when tokens are issued by the same server (Sinch). */
  readonly hasAuthEndpoint: boolean
  /** Route names that spend money or give a number up; counted separately. */
  readonly moneyRoutes: readonly string[]
  route(request: EmulatorRequest): string
  handle(request: EmulatorRequest): EmulatorResponse
  /** Named deviations from the default behaviour ("resetApplicationOnUpdate": true). Unknown names throw. */
  setSwitch(name: string, value: unknown): void
  /** The world as a test sees it: owned numbers with their settings, balance, offers taken, dates. JSON-safe. */
  snapshot(): unknown
  /** Changes the world behind the client's back: `{"take": "+1…"}`, `{"balance": "0.00"}`, `{"own": "+1…"}`. */
  act(command: Readonly<Record<string, unknown>>): unknown
}

export type CreateEmulator = (context: EmulatorContext) => Emulator

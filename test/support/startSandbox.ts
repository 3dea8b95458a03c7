import type { ProviderCounters } from '../../src/sandbox/counters.ts'
import type { Fault, ListedFault } from '../../src/sandbox/faults.ts'
import type { LoggedRequest } from '../../src/sandbox/requestLog.ts'
import {
  type Sandbox,
  type SandboxOptions,
  type SandboxProvider,
  startSandbox as start,
} from '../../src/sandbox/sandbox.ts'

/** Where closing is registered: a test's context `t`, or `{ after }` from node:test at the top of a file or suite. */
export interface TestScope {
  after(close: () => Promise<void>): void
}

/** A running sandbox and its control server as typed functions. Each throws with the server's reason on a refusal. */
export interface TestSandbox extends Sandbox {
  /** Endpoint and credentials of one provider; throws for an unknown one. */
  provider(id: string): SandboxProvider
  /** Scripts faults, resolves to their ids. */
  fault(...faults: readonly Fault[]): Promise<readonly string[]>
  faults(): Promise<readonly ListedFault[]>
  clearFaults(): Promise<void>
  counters(provider: string): Promise<ProviderCounters>
  resetCounters(): Promise<void>
  /** The logged requests, of one provider or of all. */
  requests(provider?: string): Promise<readonly LoggedRequest[]>
  /** The provider's world; `World` is the shape the test expects of that emulator's snapshot. */
  world<World = unknown>(provider: string): Promise<World>
  /** Changes a world behind the client's back; resolves to what the emulator answers. */
  act(provider: string, command: Readonly<Record<string, unknown>>): Promise<unknown>
  setSwitch(provider: string, name: string, value: unknown): Promise<void>
  /** Moves the virtual clock, resolves to its new time in epoch milliseconds. */
  advance(ms: number): Promise<number>
  /** Delays every provider request from now on. */
  latency(ms: number): Promise<void>
}

/** Starts a sandbox on free ports that closes itself when `scope` ends. */
export async function startSandbox(scope: TestScope, options: SandboxOptions = {}): Promise<TestSandbox> {
  const sandbox = await start(options)
  scope.after(() => sandbox.close())
  return withControl(sandbox)
}

function withControl(sandbox: Sandbox): TestSandbox {
  const get = <Answer>(path: string) => call<Answer>(sandbox, 'GET', path)
  const post = <Answer>(path: string, body: unknown) => call<Answer>(sandbox, 'POST', path, body)
  const remove = async (path: string): Promise<void> => {
    await call(sandbox, 'DELETE', path)
  }
  return {
    ...sandbox,
    provider(id) {
      const provider = sandbox.providers[id]
      if (provider === undefined) throw new TypeError(`The sandbox has no provider ${id}`)
      return provider
    },
    fault: async (...faults) => (await post<{ ids: readonly string[] }>('/faults', faults)).ids,
    faults: () => get('/faults'),
    clearFaults: () => remove('/faults'),
    async counters(id) {
      const counters = (await get<Readonly<Record<string, ProviderCounters>>>('/counters'))[id]
      if (counters === undefined) throw new TypeError(`The sandbox has no provider ${id}`)
      return counters
    },
    resetCounters: () => remove('/counters'),
    requests: (id) => get(id === undefined ? '/requests' : `/requests?provider=${id}`),
    world: (id) => get(`/world/${id}`),
    act: (id, command) => post(`/world/${id}`, command),
    setSwitch: async (id, name, value) => {
      await post(`/switches/${id}`, { [name]: value })
    },
    advance: async (ms) => (await post<{ now: number }>('/clock', { advanceMs: ms })).now,
    latency: async (ms) => {
      await post('/latency', { ms })
    },
  }
}

async function call<Answer>(sandbox: Sandbox, method: string, path: string, body?: unknown): Promise<Answer> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
  const response = await fetch(sandbox.control + path, init)
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}

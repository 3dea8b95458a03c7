import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { LoggedRequest } from '../../src/sandbox/requestLog.ts'
import type { SandboxProvider } from '../../src/sandbox/sandbox.ts'
import type { SideAccount } from './sideTask.ts'

/** How many numbers each account owns. */
export type SandboxWish = Readonly<Record<string, number>>

/** A sandbox in a process of its own, so that it shares no time with what is measured. */
export interface BenchSandbox {
  account(provider: string): SideAccount
  /** Every provider request waits so long from now on, milliseconds. */
  latency(ms: number): Promise<void>
  setSwitch(provider: string, name: string, value: unknown): Promise<void>
  /** Forgets what was asked and lets every rate span end. */
  calm(): Promise<void>
  /** What was asked since then. */
  traffic(): Promise<Traffic>
  close(): Promise<void>
}

export interface Traffic {
  readonly requests: number
  readonly mostAtOnce: number
  /** Answers with 429. */
  readonly tooMany: number
}

/** Longer than any provider's span. */
const calmMs = 10_000

export async function startBenchSandbox(wish: SandboxWish): Promise<BenchSandbox> {
  const script = join(import.meta.dirname, '../../scripts/sandboxMain.mjs')
  const owned = Object.entries(wish).map(([provider, count]) => `${provider}=${count}`)
  const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', script, '--json', '--owned', owned.join(',')]
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  const endWithUs = () => child.kill()
  process.once('exit', endWithUs)
  const lines = createInterface(child.stdout)
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(failed)])
  const { control, providers }: Described = JSON.parse(String(line))
  const post = (path: string, body: unknown) => call(control + path, 'POST', JSON.stringify(body))
  return {
    account(provider) {
      const known = providers[provider]
      if (known === undefined) throw new Error(`The sandbox has no ${provider}`)
      return { provider, ...known }
    },
    latency: async (ms) => void (await post('/latency', { ms })),
    setSwitch: async (provider, name, value) => void (await post(`/switches/${provider}`, { [name]: value })),
    async calm() {
      await post('/clock', { advanceMs: calmMs })
      await call(`${control}/requests`, 'DELETE')
    },
    traffic: async () => summary((await call(`${control}/requests`, 'GET')) as readonly LoggedRequest[]),
    async close() {
      process.off('exit', endWithUs)
      if (child.kill()) await once(child, 'exit')
    },
  }
}

interface Described {
  readonly control: string
  readonly providers: Readonly<Record<string, SandboxProvider>>
}

function failed(): never {
  throw new Error('The sandbox did not start')
}

async function call(url: string, method: string, body?: string): Promise<unknown> {
  const answer = await fetch(url, body === undefined ? { method } : { method, body })
  if (!answer.ok) throw new Error(`The sandbox answers ${answer.status}: ${await answer.text()}`)
  return await answer.json()
}

function summary(log: readonly LoggedRequest[]): Traffic {
  const moments = log.flatMap(({ startedMs, endedMs }) => [
    { at: startedMs, step: 1 },
    { at: endedMs ?? startedMs, step: -1 },
  ])
  moments.sort((a, b) => a.at - b.at || a.step - b.step)
  let now = 0
  let mostAtOnce = 0
  for (const { step } of moments) {
    now += step
    mostAtOnce = Math.max(mostAtOnce, now)
  }
  return { requests: log.length, mostAtOnce, tooMany: log.filter(({ status }) => status === 429).length }
}

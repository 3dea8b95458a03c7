import assert from 'node:assert/strict'
import type { SandboxOptions } from '../../../../src/sandbox/sandbox.ts'
import type { TryvoxOwnedSnapshot, TryvoxSnapshot } from '../../../../src/sandbox/tryvox/snapshotTryvox.ts'
import { startSandbox, type TestSandbox, type TestScope } from '../../../support/startSandbox.ts'

export interface Answer {
  readonly status: number
  readonly text: string
}

export type Row = Readonly<Record<string, unknown>>

/** The body of a list in the documented shape. */
export interface List {
  readonly data: readonly Row[]
  readonly pagination: {
    readonly total: number
    readonly count: number
    readonly per_page: number
    readonly current_page: number
    readonly total_pages: number
  }
}

export interface Asked {
  readonly body?: unknown
  /** The whole Authorization header; the account's key as Bearer unless given, none when empty. */
  readonly authorization?: string
}

/** The pretended TryVox of a sandbox of its own, spoken to over HTTP. Paths are below `/v1/account/{account_id}`. */
export interface TryvoxSandbox {
  readonly sandbox: TestSandbox
  readonly accountId: string
  send(method: string, path: string, asked?: Asked): Promise<Answer>
  /** Sends and expects a 2xx with JSON. */
  ok<Body = Row>(method: string, path: string, body?: unknown): Promise<Body>
  list(query?: string): Promise<List>
  world(): Promise<TryvoxSnapshot>
  /** One owned number of the world. */
  owned(e164: string): Promise<TryvoxOwnedSnapshot>
  setSwitch(name: string, value: unknown): Promise<void>
  act(command: Row): Promise<unknown>
}

export async function tryvoxSandbox(scope: TestScope, options: SandboxOptions = {}): Promise<TryvoxSandbox> {
  const sandbox = await startSandbox(scope, options)
  const { endpoint, credentials } = sandbox.provider('tryvox')
  const { accountId = '', apiKey = '' } = credentials
  const send: TryvoxSandbox['send'] = async (method, path, { body, authorization = `Bearer ${apiKey}` } = {}) => {
    const response = await fetch(`${endpoint}/v1/account/${accountId}${path}`, {
      method,
      headers: authorization === '' ? {} : { authorization },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, text: await response.text() }
  }
  const ok = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const answer = await send(method, path, { body })
    assert.ok(answer.status >= 200 && answer.status < 300, `${answer.status} ${answer.text}`)
    return JSON.parse(answer.text)
  }
  const world = () => sandbox.world<TryvoxSnapshot>('tryvox')
  return {
    ...{ sandbox, accountId, send, ok, world },
    list: (query = '') => ok('GET', `/numbers${query}`),
    async owned(e164) {
      const found = (await world()).owned.find(({ number }) => number === e164)
      assert.ok(found !== undefined, `${e164} is not owned`)
      return found
    },
    setSwitch: (name, value) => sandbox.setSwitch('tryvox', name, value),
    act: (command) => sandbox.act('tryvox', command),
  }
}

/** The error of a refusal: its code and the fields it names. */
export function errorOf({ text }: Answer): { readonly code: string; readonly fields: readonly string[] } {
  const { error }: { readonly error: { code: string; message: string; details?: { field: string }[] } } =
    JSON.parse(text)
  assert.notEqual(error.message, '')
  return { code: error.code, fields: (error.details ?? []).map(({ field }) => field) }
}

/** The first offer of a country, as a test rents it. */
export async function offerIn(tryvox: TryvoxSandbox, country: string): Promise<{ e164: string; country: string }> {
  const { data } = await tryvox.ok<List>('GET', `/inventory/numbers?country=${country}&per_page=1`)
  return { e164: String(data[0]?.['e164']), country }
}

export const numbersOf = ({ data }: List): string[] => data.map(({ e164 }) => String(e164))

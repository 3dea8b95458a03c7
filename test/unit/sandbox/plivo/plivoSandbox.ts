import assert from 'node:assert/strict'
import { request } from 'node:http'
import type { PlivoSnapshot } from '../../../../src/sandbox/plivo/snapshotPlivo.ts'
import type { SandboxOptions } from '../../../../src/sandbox/sandbox.ts'
import { startSandbox, type TestSandbox, type TestScope } from '../../../support/startSandbox.ts'

export interface Answer {
  readonly status: number
  readonly contentType: string | undefined
  readonly retryAfter: string | undefined
  readonly text: string
}

export type Row = Readonly<Record<string, unknown>>

/** The body of a list; Plivo puts compliance records under another name than everything else. */
export interface List {
  readonly api_id: string
  readonly meta: {
    readonly limit: number
    readonly offset: number
    readonly total_count: number
    readonly next: string | null
    readonly previous: string | null
  }
  readonly objects: readonly Row[]
  readonly compliances: readonly Row[]
}

export interface Asked {
  readonly body?: unknown
  /** `id:token`; the main account's unless given. */
  readonly as?: string
}

/** The pretended Plivo of a sandbox of its own, spoken to over HTTP. */
export interface PlivoSandbox {
  readonly sandbox: TestSandbox
  readonly origin: string
  readonly authId: string
  /** Sends exactly this path, and the body also on GET and DELETE; the body is written as JSON unless it is undefined. */
  send(method: string, path: string, asked?: Asked): Promise<Answer>
  /** The same below `/v1/Account/{auth_id}/`. */
  at(method: string, path: string, asked?: Asked): Promise<Answer>
  /** GETs a list or an object and expects 200. */
  read<Body = List>(path: string, asked?: Asked): Promise<Body>
  world(): Promise<PlivoSnapshot>
  setSwitch(name: string, value: unknown): Promise<void>
  act(command: Row): Promise<unknown>
}

export async function plivoSandbox(scope: TestScope, options: SandboxOptions = {}): Promise<PlivoSandbox> {
  const sandbox = await startSandbox(scope, options)
  const { endpoint, credentials } = sandbox.provider('plivo')
  const { authId = '', authToken = '' } = credentials
  const send: PlivoSandbox['send'] = (method, path, asked = {}) =>
    exchange(endpoint, method, path, asked.as ?? `${authId}:${authToken}`, asked.body)
  const at: PlivoSandbox['at'] = (method, path, asked) => send(method, `/v1/Account/${authId}/${path}`, asked)
  return {
    sandbox,
    origin: endpoint,
    authId,
    send,
    at,
    async read(path, asked) {
      const answer = await at('GET', path, asked)
      assert.equal(answer.status, 200, answer.text)
      return JSON.parse(answer.text)
    },
    world: () => sandbox.world<PlivoSnapshot>('plivo'),
    setSwitch: (name, value) => sandbox.setSwitch('plivo', name, value),
    act: (command) => sandbox.act('plivo', command),
  }
}

/** The `error` of a refusal. */
export function errorOf(answer: Answer): string {
  const body: { readonly error?: unknown } = JSON.parse(answer.text)
  assert.equal(typeof body.error, 'string', answer.text)
  return String(body.error)
}

/** The numbers of a list's rows. */
export function numbersOf(list: List): string[] {
  return list.objects.map(({ number }) => String(number))
}

/** Plain node:http, because fetch refuses a body on GET. */
function exchange(origin: string, method: string, path: string, pair: string, body: unknown): Promise<Answer> {
  const text = body === undefined ? '' : JSON.stringify(body)
  const headers = {
    authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
    ...(text === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  }
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'],
          retryAfter: response.headers['retry-after'],
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(text)
  })
}

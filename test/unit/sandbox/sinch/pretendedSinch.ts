import assert from 'node:assert/strict'
import type { Emulator } from '../../../../src/sandbox/emulator.ts'
import { sinchCredentials } from '../../../../src/sandbox/sinch/sinchAccount.ts'
import { createSinchEmulator } from '../../../../src/sandbox/sinch/sinchEmulator.ts'

/** The members of the wire that tests look at. */
export interface Row {
  readonly phoneNumber: string
  readonly displayName: string
  readonly regionCode: string
  readonly type: string
  readonly capability: readonly string[]
  readonly money?: { readonly currencyCode: string; readonly amount: string }
  readonly nextChargeDate: string | null
  readonly expireAt: string | null
  readonly callbackUrl: string
  readonly smsConfiguration: {
    readonly servicePlanId: string
    readonly campaignId: string
    readonly scheduledProvisioning: Scheduled | null
  }
  readonly voiceConfiguration: {
    readonly type: string
    readonly appId: string
    readonly trunkId: string
    readonly serviceId: string
    readonly lastUpdatedTime: string | null
    readonly scheduledVoiceProvisioning: Scheduled | null
  }
}

export interface Scheduled {
  readonly status: string
  readonly servicePlanId?: string
  readonly errorCodes?: readonly string[]
  readonly type?: string
  readonly trunkId?: string
}

export interface Page {
  readonly activeNumbers: readonly Row[]
  readonly nextPageToken: string
  readonly totalSize: number
}

export interface Offers {
  readonly availableNumbers: readonly (Row & {
    readonly setupPrice: { readonly amount: string; readonly currencyCode: string }
    readonly monthlyPrice: { readonly amount: string; readonly currencyCode: string }
    readonly supportingDocumentationRequired: boolean
  })[]
}

export interface Failure {
  readonly error: {
    readonly code: number
    readonly message: string
    readonly status: string
    readonly details: readonly {
      readonly type: string
      readonly resourceType?: string
      readonly fieldViolations?: readonly { readonly field: string }[]
    }[]
  }
}

export interface World {
  readonly balance: { readonly amount: string }
  readonly owned: readonly Row[]
  readonly gone: readonly string[]
  readonly charges: readonly { readonly phoneNumber: string; readonly amount: string }[]
  readonly tokensIssued: number
  readonly observed: Readonly<Record<string, number>>
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

export const START = Date.UTC(2026, 10, 3, 10)
const BASIC = `Basic ${Buffer.from(`${sinchCredentials.keyId}:${sinchCredentials.keySecret}`).toString('base64')}`

/** An emulator with a clock in the test's hand, and requests that go straight into `handle`. */
export function pretendedSinch(owned?: number) {
  let now = START
  let state = 7
  const random = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
  const sinch: Emulator = createSinchEmulator({ clock: { now: () => now }, random, owned })

  const raw = (method: string, target: string, headers: Record<string, string>, body = ''): Answer => {
    const [path = '', ...query] = target.split('?')
    const answer = sinch.handle({ method, path, query: query.join('?'), headers, body })
    return { status: answer.status, headers: answer.headers ?? {}, text: answer.body ?? '' }
  }
  const token = (): string => {
    const answer = raw('POST', '/oauth2/token', { authorization: BASIC }, 'grant_type=client_credentials')
    assert.equal(answer.status, 200)
    return (JSON.parse(answer.text) as { access_token: string }).access_token
  }
  let headers = { authorization: `Bearer ${token()}` }
  const moveTo = (moment: number) => {
    now = moment
    headers = { authorization: `Bearer ${token()}` }
  }
  const ask = (method: string, rest: string, body?: unknown): Answer =>
    raw(
      method,
      `/v1/projects/${sinchCredentials.projectId}${rest}`,
      headers,
      body === undefined ? '' : JSON.stringify(body),
    )

  return {
    sinch,
    raw,
    token,
    ask,
    /** Asserts a 200 and reads its JSON. */
    ok: <T>(method: string, rest: string, body?: unknown): T => {
      const answer = ask(method, rest, body)
      assert.equal(answer.status, 200, answer.text)
      return JSON.parse(answer.text) as T
    },
    /** Asserts a refusal and reads its error. */
    refused: (status: number, method: string, rest: string, body?: unknown): Failure['error'] => {
      const answer = ask(method, rest, body)
      assert.equal(answer.status, status, answer.text)
      return (JSON.parse(answer.text) as Failure).error
    },
    /** Moves the clock; the requests after it carry a fresh token. */
    advance: (ms: number) => moveTo(now + ms),
    advanceTo: (moment: string) => moveTo(Date.parse(moment)),
    world: () => sinch.snapshot() as World,
    basic: BASIC,
  }
}

/** The path of one owned number or offer, encoded as a careful client does. */
export function numberPath(list: 'activeNumbers' | 'availableNumbers', phoneNumber: string, verb = ''): string {
  return `/${list}/${encodeURIComponent(phoneNumber)}${verb}`
}

/** The fields that a 400 complains about. */
export function violatedFields(error: Failure['error']): readonly string[] {
  return error.details.flatMap(({ fieldViolations = [] }) => fieldViolations.map(({ field }) => field))
}

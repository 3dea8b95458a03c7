import type { EmulatorRequest, EmulatorResponse, Random } from '../emulator.ts'
import { permissionDenied, type Refusal, unauthenticated } from './refusal.ts'
import type { SinchCredentials } from './sinchAccount.ts'

/** Issues and checks access tokens of the one key. */
export interface SinchTokens {
  /** The OAuth token endpoint: Basic with key id and secret, `grant_type=client_credentials`. */
  issue(request: EmulatorRequest, now: number, lifetimeSeconds: number): EmulatorResponse
  /** How an API request proved itself, or the refusal it gets. */
  check(request: EmulatorRequest, now: number): 'bearer' | 'basic' | Refusal
  /** Ends every token now, as if its time had passed. */
  expireAll(now: number): void
  /** Forgets every token, so that it is unknown from here on. */
  revokeAll(): void
  /** How many tokens were issued. */
  issued(): number
}

export function createSinchTokens({ keyId, keySecret }: SinchCredentials, random: Random): SinchTokens {
  const expiryByToken = new Map<string, number>()
  let issued = 0
  const basic = `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`

  const issue: SinchTokens['issue'] = (request, now, lifetimeSeconds) => {
    if (authorization(request) !== basic) return json(401, { error: 'invalid_client' })
    if (new URLSearchParams(request.body).get('grant_type') !== 'client_credentials') {
      return json(400, { error: 'unsupported_grant_type' })
    }
    issued += 1
    const token = `sandbox-token-${issued}-${Math.floor(random() * 2 ** 32).toString(16)}`
    expiryByToken.set(token, now + lifetimeSeconds * 1000)
    return json(200, { access_token: token, expires_in: lifetimeSeconds, scope: '', token_type: 'bearer' })
  }

  const check: SinchTokens['check'] = (request, now) => {
    const [scheme = '', proof = ''] = authorization(request).split(' ')
    if (scheme.toLowerCase() === 'basic') return `Basic ${proof}` === basic ? 'basic' : permissionDenied()
    if (scheme.toLowerCase() !== 'bearer') return unauthenticated('Bearer')
    const expiresAt = expiryByToken.get(proof)
    if (expiresAt === undefined) return unauthenticated('Bearer error="invalid_token"')
    if (expiresAt > now) return 'bearer'
    return unauthenticated('Bearer error="invalid_token", error_description="token expired"')
  }

  return {
    issue,
    check,
    expireAll: (now) => {
      for (const token of expiryByToken.keys()) expiryByToken.set(token, now)
    },
    revokeAll: () => expiryByToken.clear(),
    issued: () => issued,
  }
}

function authorization(request: EmulatorRequest): string {
  const { authorization: header } = request.headers
  return typeof header === 'string' ? header : ''
}

function json(status: number, body: unknown): EmulatorResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

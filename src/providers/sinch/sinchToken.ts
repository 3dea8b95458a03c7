import type { DriverContext } from '../../core/providerDriver.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess, readAnswer } from '../../http/answers.ts'
import type { HttpClient } from '../../http/httpClient.ts'
import type { Call } from './sinchAccount.ts'
import { sinchFailure, sinchTokenError } from './sinchErrors.ts'
import { tokenAnswer } from './sinchSchemas.ts'

/** The access token of one account: fetched when it is needed, one request for all who wait, kept in memory only. */
export interface AccessTokens {
  /** A token with time left. Rejects with `auth` when the key is refused, with `cancelled` when the call is. */
  current(call: Call): Promise<string>
  /** Forgets this token when it is still the held one. */
  forget(token: string): void
}

interface HeldToken {
  readonly text: string
  /** Epoch milliseconds. */
  readonly goodUntil: number
}

const marginSeconds = 60
/** For an answer without `expires_in`. Production says 3599. */
const assumedLifeSeconds = 600

export function createAccessTokens(context: DriverContext<HttpClient>): AccessTokens {
  let held: HeldToken | undefined
  let underWay: Promise<HeldToken> | undefined
  const fetchShared = (call: Call): Promise<HeldToken> => {
    underWay ??= requestToken(context, call.operation)
      .then((token) => {
        held = token
        return token
      })
      .finally(() => {
        underWay = undefined
      })
    return underWay
  }
  return {
    async current(call) {
      if (call.signal.aborted) throw sinchFailure('cancelled', call.operation)
      if (held !== undefined && held.goodUntil > context.now().getTime()) return held.text
      return (await waitFor(fetchShared(call), call)).text
    },
    forget(token) {
      if (held?.text === token) held = undefined
    },
  }
}

/**
 * One token request: HTTP Basic with key ID and secret, the grant as a form. It changes nothing, so it counts as a read. Nobody's
 * signal ends it, because others may be waiting for the same token; the client's time limits do.
 */
async function requestToken(context: DriverContext<HttpClient>, operation: Call['operation']): Promise<HeldToken> {
  const { credentials, endpoints, http } = context
  if (endpoints.auth === undefined) throw sinchFailure('unexpected', operation, { detail: t('no token server is set') })
  const pair = `${(credentials['keyId'] ?? '').trim()}:${(credentials['keySecret'] ?? '').trim()}`
  const askedAt = context.now().getTime()
  const answer = await http.send({
    method: 'POST',
    origin: endpoints.auth,
    path: '/oauth2/token',
    headers: {
      authorization: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
    operation,
    effect: 'read',
    signal: new AbortController().signal,
  })
  if (!isSuccess(answer)) throw sinchTokenError(answer)
  const token = readAnswer('sinch', answer, tokenAnswer)
  return { text: token.access_token, goodUntil: askedAt + usableSeconds(token.expires_in) * 1000 }
}

/** Renewed a minute before its end, or half way through a life that is shorter than two minutes. */
function usableSeconds(expiresIn: number | null | undefined): number {
  const life = expiresIn ?? assumedLifeSeconds
  return life - Math.min(marginSeconds, life / 2)
}

/** The shared token for one caller: its own cancellation, its own operation in a failure. */
async function waitFor(shared: Promise<HeldToken>, call: Call): Promise<HeldToken> {
  const { operation, signal } = call
  const { promise: cancelled, reject } = Promise.withResolvers<never>()
  const stop = () => reject(sinchFailure('cancelled', operation))
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    return await Promise.race([cancelled, shared])
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    throw new ProviderError({ ...error.facts, operation }, { cause: error })
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

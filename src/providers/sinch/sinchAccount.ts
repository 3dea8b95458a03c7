import type { Endpoints } from '../../core/account.ts'
import type { CountryCode } from '../../core/country.ts'
import { digitsOf, type E164, parseE164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { DriverContext } from '../../core/providerDriver.ts'
import type { Operation } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess } from '../../http/answers.ts'
import { effectOf, type HttpAnswer, type HttpClient, type HttpRequest } from '../../http/httpClient.ts'
import { sinch } from './sinch.ts'
import { expiredTokenError, isExpiredToken, sinchError, sinchFailure } from './sinchErrors.ts'
import { createAccessTokens } from './sinchToken.ts'

/** One Sinch project as the driver's parts see it: how to ask it, and what its rows do not say. */
export interface SinchAccount {
  readonly accountId: string
  readonly numbering: PhoneNumbering
  /** GET of a path below the project. Any status resolves. */
  ask(path: string, query: QueryPairs, call: Call): Promise<HttpAnswer>
  /** POST of a path below the project, sent once. Any status resolves, except a 401 about an expired token. */
  post(path: string, body: Readonly<Record<string, unknown>> | undefined, call: Call): Promise<HttpAnswer>
  /** The same as a PATCH, sent once. */
  patch(path: string, body: Readonly<Record<string, unknown>>, call: Call): Promise<HttpAnswer>
  /** GET of a path below the project at another API of Sinch, which takes the same token. Any status resolves. */
  askOther(api: OtherApi, path: string, query: QueryPairs, call: Call): Promise<HttpAnswer>
}

export interface Call {
  readonly operation: Operation
  readonly signal: AbortSignal
}

/** Names may repeat: Sinch reads lists that way. */
export type QueryPairs = readonly (readonly [name: string, value: string])[]

/**
 * Requests below `/v1/projects/{projectId}` with a Bearer token. A read that meets an expired token is repeated once with a new one;
 * a write is not.
 */
export function createSinchAccount(context: DriverContext<HttpClient>): SinchAccount {
  const tokens = createAccessTokens(context)
  const projectId = (context.credentials['projectId'] ?? '').trim()

  const send = async (request: BelowProject, call: Call, base = numbersApi): Promise<HttpAnswer> => {
    const token = await tokens.current(call)
    const sent: HttpRequest = {
      ...request,
      ...call,
      origin: originOf(base, context.endpoints),
      path: `/${base.version}/projects/${projectSegment(projectId, call.operation)}${request.path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    }
    const answer = await context.http.send(sent)
    if (!isExpiredToken(answer)) return answer
    tokens.forget(token)
    if (effectOf(sent) === 'write') throw expiredTokenError(answer)
    const renewed = await tokens.current(call)
    return await context.http.send({ ...sent, headers: { ...sent.headers, authorization: `Bearer ${renewed}` } })
  }

  return {
    accountId: context.accountId,
    numbering: context.numbering,
    ask: (path, query, call) => send({ method: 'GET', path: withQuery(path, query) }, call),
    post: (path, body, call) => send({ method: 'POST', path, ...(body ? { body: JSON.stringify(body) } : {}) }, call),
    patch: (path, body, call) => send({ method: 'PATCH', path, body: JSON.stringify(body) }, call),
    askOther: (api, path, query, call) => send({ method: 'GET', path: withQuery(path, query) }, call, otherApis[api]),
  }
}

type BelowProject = Pick<HttpRequest, 'method' | 'path' | 'body'>

interface Api {
  readonly origin: string
  readonly version: string
}

const numbersApi: Api = { origin: sinch.defaultEndpoints.api, version: 'v1' }

/** Where the targets of voice links are listed, as Sinch's SDKs ask for them. */
const otherApis = {
  trunks: { origin: 'https://elastic-trunking.api.sinch.com', version: 'v1' },
  fax: { origin: 'https://fax.api.sinch.com', version: 'v3' },
} as const satisfies Readonly<Record<string, Api>>
export type OtherApi = keyof typeof otherApis

/** An account that is pointed at another server stays there: its token goes to Sinch's own hosts only together with its numbers. */
function originOf(api: Api, endpoints: Endpoints): string {
  return endpoints.api === sinch.defaultEndpoints.api ? api.origin : endpoints.api
}

/** The answer itself when it is a success; throws Sinch's refusal otherwise. */
export function successful(answer: HttpAnswer): HttpAnswer {
  if (isSuccess(answer)) return answer
  throw sinchError(answer)
}

/** The number for a path, its plus as `%2B`. Throws `invalid` for anything that is not E.164 before a path is built. */
export function numberSegment(number: E164, operation: Operation): string {
  const checked = parseE164(number)
  if (checked !== undefined) return `%2B${digitsOf(checked)}`
  throw sinchFailure('invalid', operation, { detail: t('the number is not in E.164 form') })
}

/** The country that the provider says, else the one the numbering plan tells. */
export function countryFrom(
  regionCode: string | null | undefined,
  number: E164,
  numbering: PhoneNumbering,
): CountryCode | undefined {
  const code = regionCode?.trim().toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(code) ? code : numbering.countryOf(number)
}

/** An empty project or one made of dots would ask another path than the project's. */
function projectSegment(projectId: string, operation: Operation): string {
  if (!/^\.{0,2}$/.test(projectId)) return encodeURIComponent(projectId)
  throw sinchFailure('auth', operation, {
    fields: [{ field: t('Project ID'), problem: t('this cannot be a project ID') }],
  })
}

function withQuery(path: string, query: QueryPairs): string {
  const pairs = new URLSearchParams()
  for (const [name, value] of query) pairs.append(name, value)
  return query.length === 0 ? path : `${path}?${pairs}`
}

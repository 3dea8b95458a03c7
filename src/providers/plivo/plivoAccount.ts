import { digitsOf, type E164, parseE164 } from '../../core/phoneNumber.ts'
import type { DriverContext } from '../../core/providerDriver.ts'
import { type Operation, ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess } from '../../http/answers.ts'
import type { HttpAnswer, HttpClient, HttpRequest } from '../../http/httpClient.ts'
import { isPlivoNotFound, plivoError } from './plivoErrors.ts'
import type { RowContext } from './plivoMapping.ts'

/** One Plivo account as the driver's parts see it: how to ask it, and what its rows do not say. */
export interface PlivoAccount {
  readonly rows: RowContext
  /** GET of a path below the account. Any status resolves. */
  ask(path: string, query: Readonly<Record<string, string>>, call: Call): Promise<HttpAnswer>
  /** GET that must succeed; rejects with Plivo's own sentence otherwise. */
  get(path: string, query: Readonly<Record<string, string>>, call: Call): Promise<HttpAnswer>
  /** GET of a single thing: undefined when Plivo says that it does not exist. */
  find(path: string, call: Call): Promise<HttpAnswer | undefined>
  post(path: string, body: Readonly<Record<string, string>>, call: Call): Promise<HttpAnswer>
  remove(path: string, call: Call): Promise<HttpAnswer>
}

export interface Call {
  readonly operation: Operation
  readonly signal: AbortSignal
}

/**
 * Requests below `/v1/Account/{auth_id}/` with HTTP Basic. Paths end with a slash; arguments of GET are in the query, of POST in a
 * JSON body. A member named `callback_url` would make a call asynchronous and is never sent.
 */
export function createPlivoAccount(context: DriverContext<HttpClient>): PlivoAccount {
  const authId = (context.credentials['authId'] ?? '').trim()
  const authToken = (context.credentials['authToken'] ?? '').trim()
  const authorization = `Basic ${Buffer.from(`${authId}:${authToken}`, 'utf8').toString('base64')}`
  const send = (request: Pick<HttpRequest, 'method' | 'path' | 'body'>, call: Call, headers = {}) =>
    context.http.send({
      ...request,
      ...call,
      origin: context.endpoints.api,
      path: `/v1/Account/${encodeURIComponent(authId)}/${request.path}`,
      headers: { authorization, ...headers },
    })
  const ask: PlivoAccount['ask'] = (path, query, call) => send({ method: 'GET', path: withQuery(path, query) }, call)
  return {
    rows: { accountId: context.accountId, authId, countryOf: (number) => context.numbering.countryOf(number) },
    ask,
    get: async (path, query, call) => successful(await ask(path, query, call)),
    async find(path, call) {
      const answer = await ask(path, {}, call)
      return isPlivoNotFound(answer) ? undefined : successful(answer)
    },
    post: (path, body, call) =>
      send({ method: 'POST', path, body: JSON.stringify(body) }, call, { 'content-type': 'application/json' }),
    remove: (path, call) => send({ method: 'DELETE', path }, call),
  }
}

/** The digits of a number for a path: Plivo answers 404 to a plus. Rejects anything that is not E.164 before a path is built. */
export function digitsForPath(number: E164, operation: Operation): string {
  const checked = parseE164(number)
  if (checked !== undefined) return digitsOf(checked)
  throw new ProviderError({
    kind: 'invalid',
    provider: 'plivo',
    operation,
    detail: t('the number is not in E.164 form'),
  })
}

function successful(answer: HttpAnswer): HttpAnswer {
  if (isSuccess(answer)) return answer
  throw plivoError(answer)
}

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString()
  return text === '' ? path : `${path}?${text}`
}

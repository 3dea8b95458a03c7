import { digitsOf, type E164, parseE164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { DriverContext } from '../../core/providerDriver.ts'
import type { Operation } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess } from '../../http/answers.ts'
import type { HttpAnswer, HttpClient, HttpRequest } from '../../http/httpClient.ts'
import { tryvoxError, tryvoxFailure } from './tryvoxErrors.ts'

/** One TryVox account as the driver's parts see it: how to ask it, and what its rows do not say. Any status resolves. */
export interface TryvoxAccount {
  readonly accountId: string
  readonly numbering: PhoneNumbering
  ask(path: string, query: Readonly<Record<string, string>>, call: Call): Promise<HttpAnswer>
  /** Sent once; without a body nothing but the path is sent. */
  post(path: string, body: Readonly<Record<string, string>> | undefined, call: Call): Promise<HttpAnswer>
  remove(path: string, call: Call): Promise<HttpAnswer>
}

export interface Call {
  readonly operation: Operation
  readonly signal: AbortSignal
}

/** Requests below `/v1/account/{account_id}`. */
export function createTryvoxAccount(context: DriverContext<HttpClient>): TryvoxAccount {
  const id = (context.credentials['accountId'] ?? '').trim()
  const key = (context.credentials['apiKey'] ?? '').trim()
  const send = async (request: Pick<HttpRequest, 'method' | 'path' | 'body'>, call: Call): Promise<HttpAnswer> => {
    const { operation } = call
    return await context.http.send({
      ...request,
      ...call,
      origin: context.endpoints.api,
      path: `/v1/account/${accountSegment(id, operation)}${request.path}`,
      headers: {
        authorization: authorization(key, operation),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
    })
  }
  return {
    accountId: context.accountId,
    numbering: context.numbering,
    ask: (path, query, call) => send({ method: 'GET', path: `${path}${queryText(query)}` }, call),
    post: (path, body, call) => send({ method: 'POST', path, ...(body ? { body: JSON.stringify(body) } : {}) }, call),
    remove: (path, call) => send({ method: 'DELETE', path }, call),
  }
}

/** The answer itself when it is a success; throws TryVox's refusal otherwise. */
export function successful(answer: HttpAnswer): HttpAnswer {
  if (isSuccess(answer)) return answer
  throw tryvoxError(answer)
}

/**
 * The header's value. TryVox documents Bearer; a third party's code signs the same paths with HTTP Basic. A key that cannot stand in a
 * header is refused before anything is sent.
 */
export function authorization(key: string, operation: Operation): string {
  if (/^[\x21-\x7e]+$/.test(key)) return `Bearer ${key}`
  throw tryvoxFailure('auth', operation, { fields: [{ field: t('API key'), problem: t('this cannot be an API key') }] })
}

/** The path of a number, its plus literal as in all of TryVox's samples. Throws `invalid` for anything but E.164. */
export function numberPath(number: E164, operation: Operation): string {
  const checked = parseE164(number)
  if (checked !== undefined) return `/numbers/+${digitsOf(checked)}`
  throw tryvoxFailure('invalid', operation, { detail: t('the number is not in E.164 form') })
}

/** An empty id or one made of dots would ask another path than the account's. */
function accountSegment(id: string, operation: Operation): string {
  if (!/^\.{0,2}$/.test(id)) return encodeURIComponent(id)
  throw tryvoxFailure('auth', operation, {
    fields: [{ field: t('Account ID'), problem: t('this cannot be an account ID') }],
  })
}

function queryText(query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString()
  return text === '' ? '' : `?${text}`
}

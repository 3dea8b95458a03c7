import type * as z from 'zod'
import { type E164, parseE164 } from '../../core/phoneNumber.ts'
import type { DriverContext } from '../../core/providerDriver.ts'
import { type Operation, ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { answerError, readAnswer } from '../../http/answers.ts'
import type { HttpAnswer, HttpClient } from '../../http/httpClient.ts'
import { isContiguityAnswer } from './contiguityErrors.ts'
import type { RowContext } from './contiguityMapping.ts'

/** One Contiguity account as the driver's parts see it. Any status resolves. */
export interface ContiguityAccount {
  readonly rows: RowContext
  get(path: string, call: Call): Promise<HttpAnswer>
  post(path: string, body: Readonly<Record<string, unknown>>, call: Call): Promise<HttpAnswer>
  remove(path: string, call: Call): Promise<HttpAnswer>
}

export interface Call {
  readonly operation: Operation
  readonly signal: AbortSignal
}

/** Both lists come whole: room for 50,000 numbers. */
const longestList = 40 * 1024 * 1024

/** Requests below the origin: `/numbers/…` and `/entitlements/…`. The documentation asks for the content type on all of them. */
export function createContiguityAccount(context: DriverContext<HttpClient>): ContiguityAccount {
  const headers = {
    authorization: authorization(context.credentials['apiKey'] ?? ''),
    'content-type': 'application/json',
  }
  const origin = context.endpoints.api
  return {
    rows: { accountId: context.accountId, countryOf: (number) => context.numbering.countryOf(number) },
    get: (path, call) => context.http.send({ method: 'GET', path, origin, headers, mostBytes: longestList, ...call }),
    post: (path, body, call) =>
      context.http.send({ method: 'POST', path, origin, headers, body: JSON.stringify(body), ...call }),
    remove: (path, call) => context.http.send({ method: 'DELETE', path, origin, headers, ...call }),
  }
}

/** The key as introduction and SDK send it. The specification's `Bearer` was never seen working on these paths. */
export function authorization(key: string): string {
  return `Token ${key.trim()}`
}

/** The number for a path, its plus as %2B. Rejects anything but E.164: an empty number would ask for something else. */
export function numberPath(number: E164, operation: Operation): string {
  const checked = parseE164(number)
  if (checked !== undefined) return encodeURIComponent(checked)
  const detail = t('the number is not in E.164 form')
  throw new ProviderError({ kind: 'invalid', provider: 'contiguity', operation, detail })
}

/** A successful answer through a schema; an answer that is not JSON by its own words is not parsed. */
export function readContiguity<Schema extends z.ZodType>(answer: HttpAnswer, schema: Schema): z.output<Schema> {
  if (isContiguityAnswer(answer)) return readAnswer('contiguity', answer, schema)
  throw answerError('contiguity', answer, {
    kind: answer.effect === 'write' ? 'unknownOutcome' : 'unexpected',
    detail: t('the answer is not from Contiguity’s interface'),
  })
}

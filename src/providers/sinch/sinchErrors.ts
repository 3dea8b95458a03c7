import { type FieldProblem, ProviderError, type ProviderErrorKind } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { answerError, jsonOrUndefined, plainSentence } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { errorBody, otherErrorBody } from './sinchSchemas.ts'

const provider = 'sinch'
const mostFields = 20

interface ErrorWords {
  readonly sentence?: string
  readonly fields: readonly FieldProblem[]
}

/** An answer of the Numbers API that is not a success, with Sinch's own sentence and fields. */
export function sinchError(answer: HttpAnswer): ProviderError {
  const words = wordsOf(answer)
  const kind = kindOf(answer, words.sentence ?? '')
  return answerError(provider, answer, { ...words, ...(kind === undefined ? {} : { kind }) })
}

/** The same of the trunk and fax APIs: there an empty 403 says that they may not be used, and nothing of the key. */
export function sinchOtherError(answer: HttpAnswer): ProviderError {
  return answerError(provider, answer, wordsOf(answer))
}

/** An answer of the token server that is not a success. It only ever refuses the key ID and its secret. */
export function sinchTokenError(answer: HttpAnswer): ProviderError {
  const refused = [400, 401, 403].includes(answer.status)
  return answerError(provider, answer, { ...wordsOf(answer), ...(refused ? { kind: 'auth' as const } : {}) })
}

/** A write that met an expired token: refused before any work, and not sent again. The next one gets a new token. */
export function expiredTokenError(answer: HttpAnswer): ProviderError {
  return answerError(provider, answer, {
    kind: 'unexpected',
    detail: t('the access token expired on the way, so nothing was changed'),
  })
}

/** True for a 401 that a new token heals. The word comes from Sinch's own SDK; any other 401 means the credentials. */
export function isExpiredToken(answer: HttpAnswer): boolean {
  return answer.status === 401 && /expired/i.test(answer.headers['www-authenticate'] ?? '')
}

/** True for Sinch's own 404. Another server's (a wrong address, a proxy) says nothing about the project's numbers. */
export function isSinchNotFound(answer: HttpAnswer): boolean {
  return answer.status === 404 && errorBody.safeParse(jsonOrUndefined(answer)).success
}

/** True for a 400 that is about this query parameter. */
export function refusesParameter(answer: HttpAnswer, parameter: string): boolean {
  if (answer.status !== 400) return false
  const { sentence = '', fields } = wordsOf(answer)
  return fields.some(({ field }) => field === parameter) || new RegExp(`\\b${parameter}\\b`).test(sentence)
}

/** A failure that no answer stands behind. */
export function sinchFailure(
  kind: ProviderErrorKind,
  operation: ProviderError['facts']['operation'],
  facts: Partial<Pick<ProviderError['facts'], 'detail' | 'fields' | 'status'>> = {},
): ProviderError {
  return new ProviderError({ kind, provider, operation, ...facts })
}

/** Where the status alone does not say it. Text is only read to tell a lack of credit, which has no status of its own. */
function kindOf(answer: HttpAnswer, sentence: string): ProviderErrorKind | undefined {
  const renting = answer.operation === 'rent'
  switch (answer.status) {
    case 400:
      return renting && /\b(credits?|balance|funds?)\b/i.test(sentence) ? 'funds' : 'invalid'
    case 403:
      return sentence === '' ? 'auth' : 'forbidden'
    case 404:
      return renting && isSinchNotFound(answer) ? 'taken' : 'notFound'
    default:
      return undefined
  }
}

function wordsOf(answer: HttpAnswer): ErrorWords {
  const json = jsonOrUndefined(answer)
  const body = errorBody.safeParse(json)
  if (!body.success) return json === undefined ? fromText(answer.text) : fromOther(json)
  const { error, error_description: description } = body.data
  if (typeof error === 'string') return withSentence(description || error, [])
  const violations = (error.details ?? []).flatMap((detail) => detail.fieldViolations)
  const fields = violations.flatMap(({ field, description: problem }) =>
    field && problem ? [{ field: plainSentence(field), problem: plainSentence(problem) }] : [],
  )
  return withSentence(error.message ?? '', fields.slice(0, mostFields))
}

function fromOther(json: unknown): ErrorWords {
  const body = otherErrorBody.safeParse(json)
  return withSentence(body.success ? body.data.message : '', [])
}

/** Plain text is a sentence; HTML is a page of somebody else. */
function fromText(body: string): ErrorWords {
  return withSentence(/^\s*[<{[]/.test(body) ? '' : body, [])
}

function withSentence(text: string, fields: readonly FieldProblem[]): ErrorWords {
  const sentence = plainSentence(text)
  return sentence === '' ? { fields } : { sentence, fields }
}

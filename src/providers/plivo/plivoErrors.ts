import type { FieldProblem, ProviderError, ProviderErrorKind } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { type AnswerDetails, answerError, jsonOrUndefined, plainSentence } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { isSubaccount } from './plivoMapping.ts'
import { errorBody } from './plivoSchemas.ts'

const provider = 'plivo'

interface ErrorWords {
  readonly sentence?: string
  readonly fields: readonly FieldProblem[]
}

/** An answer that is not a success, with Plivo's own sentence and request id. */
export function plivoError(answer: HttpAnswer): ProviderError {
  return answerError(provider, answer, detailsOf(answer))
}

/**
 * The same for a rent: a 404 means that somebody was faster, or that subaccount credentials were used. Plivo's bare "not found" would
 * only confuse, so it goes into the technical detail.
 */
export function plivoRentError(answer: HttpAnswer, authId: string): ProviderError {
  const details = detailsOf(answer)
  if (!isPlivoNotFound(answer) || details.kind === 'funds') return answerError(provider, answer, details)
  const { sentence, ...rest } = details
  return answerError(provider, answer, { ...rest, ...rentNotFound(authId), detail: sentence ?? t('no sentence') })
}

/** Who a 404 on rent is about. */
export function rentNotFound(authId: string): Pick<AnswerDetails, 'kind' | 'fields'> {
  if (!isSubaccount(authId)) return { kind: 'taken' }
  const problem = t('Plivo does not rent numbers with subaccount credentials; use those of the main account')
  return { kind: 'unsupported', fields: [{ field: t('Auth ID'), problem }] }
}

/** True for Plivo's own 404. Another server's (a wrong address, a proxy) says nothing about the account's numbers. */
export function isPlivoNotFound(answer: HttpAnswer): boolean {
  return answer.status === 404 && errorBody.safeParse(jsonOrUndefined(answer)).success
}

/** The request id for Plivo's support: in the body, else in a header. */
export function requestIdOf(answer: HttpAnswer): string | undefined {
  const body = errorBody.safeParse(jsonOrUndefined(answer))
  const id = (body.success ? body.data.api_id : undefined) ?? answer.headers['x-request-id']
  return id === undefined ? undefined : plainSentence(id) || undefined
}

function detailsOf(answer: HttpAnswer): AnswerDetails {
  const words = wordsOf(answer)
  const kind = kindFromText(answer.status, words.sentence)
  const requestId = requestIdOf(answer)
  return {
    fields: words.fields,
    ...(words.sentence === undefined ? {} : { sentence: words.sentence }),
    ...(kind === undefined ? {} : { kind }),
    ...(requestId === undefined ? {} : { requestId }),
  }
}

/** Lack of money has no status of its own: on any 4xx the text decides. */
function kindFromText(status: number, sentence: string | undefined): ProviderErrorKind | undefined {
  const refused = status >= 400 && status < 500
  const text = sentence?.toLowerCase() ?? ''
  return refused && text.includes('insufficient') && /fund|credit|balance/.test(text) ? 'funds' : undefined
}

function wordsOf(answer: HttpAnswer): ErrorWords {
  const body = errorBody.safeParse(jsonOrUndefined(answer))
  if (!body.success) return fromText(answer.text)
  const { error, message } = body.data
  if (typeof error === 'string' && error.trim() !== '') return { sentence: error, fields: [] }
  const own = typeof error === 'object' && error !== null ? fromObject(error) : { fields: [] }
  return own.sentence === undefined && message ? { ...own, sentence: message } : own
}

/** Plain text is a sentence; HTML is a page of somebody else. */
function fromText(text: string): ErrorWords {
  const plain = text.trim()
  const quoted = /^"(.*)"$/.exec(plain)?.[1] ?? plain
  return quoted === '' || /^[<{[]/.test(quoted) ? { fields: [] } : { sentence: quoted, fields: [] }
}

function fromObject(error: Readonly<Record<string, unknown>>): ErrorWords {
  const fields: FieldProblem[] = []
  let sentence: string | undefined
  for (const [field, value] of Object.entries(error).slice(0, 20)) {
    const problem = [value].flat().find((item) => typeof item === 'string')
    if (problem === undefined || problem.trim() === '') continue
    if (field === 'message' || field === 'error') sentence ??= problem
    else fields.push({ field: plainSentence(field), problem: plainSentence(problem) })
  }
  return sentence === undefined ? { fields } : { sentence, fields }
}

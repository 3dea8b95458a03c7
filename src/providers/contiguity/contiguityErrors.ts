import type { FieldProblem, ProviderError, ProviderErrorKind } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { answerError, jsonOrUndefined, plainSentence } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { errorBody } from './contiguitySchemas.ts'

const provider = 'contiguity'

/** What we found out beside a refusal. */
export interface Insight {
  readonly kind?: ProviderErrorKind
  readonly fields?: readonly FieldProblem[]
}

/** An answer that is not a success, with Contiguity's own sentence, its request id and what else we know of the refusal. */
export function contiguityError(answer: HttpAnswer, insight: Insight = {}): ProviderError {
  const body = bodyOf(answer)
  const sentence = sentenceOf(answer)
  const requestId = plainSentence(body?.id ?? '')
  const kind = insight.kind ?? kindOf(answer, sentence)
  return answerError(provider, answer, {
    fields: [...(insight.fields ?? []), ...agreementOf(body?.data?.agreement_url)],
    ...(kind === undefined ? {} : { kind }),
    ...(sentence === undefined ? {} : { sentence }),
    ...(requestId === '' ? {} : { requestId }),
    ...(isContiguityAnswer(answer) ? {} : { detail: t('the answer is not from Contiguity’s interface') }),
  })
}

/** Contiguity's own words about a refusal, when there are any. */
export function sentenceOf(answer: HttpAnswer): string | undefined {
  const body = bodyOf(answer)
  return body?.data?.error || body?.message || undefined
}

/** True for JSON, as Contiguity answers. Anything else comes from another server: a proxy, a wrong address. */
export function isContiguityAnswer(answer: HttpAnswer): boolean {
  const isJson = /^application\/(.+\+)?json\b/i.test(answer.headers['content-type'] ?? '')
  const body = isJson ? jsonOrUndefined(answer) : undefined
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}

/** Contiguity's own 404. On its two lists it means "none", elsewhere "no such number". */
export function isContiguityNotFound(answer: HttpAnswer): boolean {
  return answer.status === 404 && isContiguityAnswer(answer)
}

function bodyOf(answer: HttpAnswer) {
  return isContiguityAnswer(answer) ? errorBody.safeParse(jsonOrUndefined(answer)).data : undefined
}

/** What the status alone does not say. There are no machine codes: lack of money is recognised by its status 402 or by the sentence. */
function kindOf(answer: HttpAnswer, sentence: string | undefined): ProviderErrorKind | undefined {
  if (answer.status === 404 && !isContiguityAnswer(answer)) return 'unexpected'
  if (answer.status === 409 && answer.operation === 'rent') return 'taken'
  const refused = answer.status >= 400 && answer.status < 500
  const text = sentence?.toLowerCase() ?? ''
  return refused && /insufficient|not enough|too low/.test(text) && /fund|balance|credit/.test(text)
    ? 'funds'
    : undefined
}

/** Terms that must be accepted first. Shown, never followed; only an address of Contiguity's own is believed. */
function agreementOf(address: string | null | undefined): FieldProblem[] {
  if (!address || !URL.canParse(address)) return []
  const url = new URL(address)
  const isTheirs = url.hostname === 'contiguity.com' || url.hostname.endsWith('.contiguity.com')
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
  return isTheirs && isPlain ? [{ field: t('Terms to accept'), problem: url.href }] : []
}

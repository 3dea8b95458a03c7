import type * as z from 'zod'
import { type FieldProblem, ProviderError, type ProviderErrorFacts } from '../core/providerError.ts'
import { t } from '../core/words.ts'
import type { HttpAnswer } from './httpClient.ts'
import { retryAfterMs } from './retryAfter.ts'
import { kindOfStatus } from './statusKind.ts'

/** What a provider's error table may refine; the rest comes from the status. */
export interface AnswerDetails {
  readonly kind?: ProviderErrorFacts['kind']
  readonly sentence?: string
  readonly requestId?: string
  readonly fields?: readonly FieldProblem[]
  readonly detail?: string
}

const longestSentence = 600

/** An answer that is not a success, as our error. */
export function answerError(provider: string, answer: HttpAnswer, details: AnswerDetails): ProviderError {
  const wait = retryAfterMs(answer.headers, Date.now())
  return new ProviderError({
    kind: details.kind ?? kindOfStatus(answer.status, answer.effect),
    provider,
    operation: answer.operation,
    status: answer.status,
    ...(details.sentence ? { sentence: plainSentence(details.sentence) } : {}),
    ...(details.requestId ? { requestId: details.requestId } : {}),
    ...(details.fields && details.fields.length > 0 ? { fields: details.fields.map(plainField) } : {}),
    ...(wait !== undefined ? { retryAfterMs: wait } : {}),
    ...(details.detail ? { detail: details.detail } : {}),
  })
}

function plainField({ field, problem }: FieldProblem): FieldProblem {
  return { field: plainSentence(field), problem: plainSentence(problem) }
}

export function isSuccess(answer: HttpAnswer): boolean {
  return answer.status >= 200 && answer.status < 300
}

/** The JSON of an answer of any status, undefined when it is not JSON. For error envelopes. */
export function jsonOrUndefined(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.text)
  } catch {
    return undefined
  }
}

/**
 * A successful answer through a schema. When it cannot be read: `unknownOutcome` for a write (it may well have been done), else
 * `unexpected`.
 */
export function readAnswer<Schema extends z.ZodType>(
  provider: string,
  answer: HttpAnswer,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(jsonOrUndefined(answer))
  if (parsed.success) return parsed.data
  throw answerError(provider, answer, {
    kind: answer.effect === 'write' ? 'unknownOutcome' : 'unexpected',
    detail: unreadableDetail(answer, parsed.error),
  })
}

function unreadableDetail(answer: HttpAnswer, error: z.ZodError): string {
  if (jsonOrUndefined(answer) === undefined) {
    const type = answer.headers['content-type'] ?? t('no content type')
    return t('the answer is not JSON ({0}, {1} characters)', type, answer.text.length)
  }
  const place = error.issues[0]?.path.join('.') ?? ''
  return place === ''
    ? t('the answer does not have the expected form at its top')
    : t('the answer does not have the expected form at {0}', place)
}

/** A provider's sentence as bounded plain text: no control characters, one line. */
export function plainSentence(text: string): string {
  if (text === '') return text
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+/g, ' ').trim()
  if (clean.length <= longestSentence) return clean
  // A character outside the basic plane is two units: its first half alone is no text.
  return `${clean.slice(0, longestSentence).replace(/[\ud800-\udbff]$/, '')}…`
}

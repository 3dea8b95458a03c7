import {
  type FieldProblem,
  type Operation,
  ProviderError,
  type ProviderErrorFacts,
  type ProviderErrorKind,
} from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { answerError, jsonOrUndefined, plainSentence } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { errorBody } from './tryvoxSchemas.ts'

const provider = 'tryvox'
const mostFields = 20

/** An answer that is not a success. The status decides what it means; TryVox's sentence is kept whole. */
export function tryvoxError(answer: HttpAnswer): ProviderError {
  const parsed = errorBody.safeParse(jsonOrUndefined(answer))
  const { code, message, details } = parsed.success ? parsed.data.error : {}
  const kind = kindOf(answer)
  const told = (details ?? []).flatMap(({ field, reason }) =>
    field && reason ? [{ field: plainSentence(field), problem: plainSentence(reason) }] : [],
  )
  return answerError(provider, answer, {
    ...(kind === undefined ? {} : { kind }),
    ...(message ? { sentence: message } : {}),
    ...(code ? { detail: t('code {0}', plainSentence(code)) } : {}),
    fields: [...told.slice(0, mostFields), ...advice(answer)],
  })
}

/** A failure that no refusal of TryVox stands behind. */
export function tryvoxFailure(
  kind: ProviderErrorKind,
  operation: Operation,
  facts: Partial<Pick<ProviderErrorFacts, 'detail' | 'fields' | 'status'>> = {},
): ProviderError {
  return new ProviderError({ kind, provider, operation, ...facts })
}

/** True for TryVox's own 404. Another server's (a wrong address, a proxy) says nothing about the account's numbers. */
export function isTryvoxNotFound(answer: HttpAnswer): boolean {
  return answer.status === 404 && errorBody.safeParse(jsonOrUndefined(answer)).success
}

/**
 * Where the status means something of its own here. No code is documented for a number that is taken: 404 and 409 on rent are read
 * that way, as at another provider with the same paths. While credentials are checked a 404 is a wrong account id.
 */
function kindOf(answer: HttpAnswer): ProviderErrorKind | undefined {
  if (answer.operation === 'rent' && (isTryvoxNotFound(answer) || answer.status === 409)) return 'taken'
  if (answer.operation === 'verify' && answer.status === 404) return 'auth'
  return undefined
}

/** What the number and its error do not say, from TryVox's documentation. */
function advice(answer: HttpAnswer): readonly FieldProblem[] {
  if (answer.operation === 'verify' && answer.status === 404) {
    return [{ field: t('Account ID'), problem: t('TryVox does not seem to know it') }]
  }
  if (answer.operation !== 'rent' || ![400, 403, 422].includes(answer.status)) return []
  return [
    {
      field: t('Account verification'),
      problem: t(
        'TryVox rents numbers only to verified accounts, and a number is no caller ID until it is added under Verified Caller IDs',
      ),
    },
  ]
}

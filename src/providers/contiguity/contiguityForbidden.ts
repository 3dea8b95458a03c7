import { type FieldProblem, ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess, jsonOrUndefined } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import type { Call, ContiguityAccount } from './contiguityAccount.ts'
import { contiguityError } from './contiguityErrors.ts'
import { entitlement } from './contiguitySchemas.ts'

/**
 * A refused request as our error. A 403 does not say why: whether the account may lease at all is asked before that is claimed. Never
 * applies for anything.
 */
export async function refusal(account: ContiguityAccount, answer: HttpAnswer, call: Call): Promise<ProviderError> {
  if (answer.status !== 403) return contiguityError(answer)
  return contiguityError(answer, { fields: await missingEntitlement(account, call) })
}

/** Milliseconds for finding out why something was refused: the refusal itself must not wait long for it. */
export const insightMs = 8_000

/** The lease entitlement when Contiguity says that it is not granted; nothing when it is, or when it cannot be asked. */
export async function missingEntitlement(account: ContiguityAccount, call: Call): Promise<readonly FieldProblem[]> {
  try {
    const signal = AbortSignal.any([call.signal, AbortSignal.timeout(insightMs)])
    const answer = await account.get('/entitlements/lease', { ...call, signal })
    const parsed = entitlement.safeParse(isSuccess(answer) ? jsonOrUndefined(answer) : undefined)
    if (!parsed.success || parsed.data.data.status.toLowerCase() === 'granted') return []
    return [{ field: t('Lease entitlement'), problem: t('Contiguity has not granted it to this account') }]
  } catch (error) {
    if (error instanceof ProviderError) return []
    throw error
  }
}

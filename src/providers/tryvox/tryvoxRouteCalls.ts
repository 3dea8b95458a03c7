import type { E164 } from '../../core/phoneNumber.ts'
import { type FieldProblem, ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess, jsonOrUndefined } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { type Call, numberPath, type TryvoxAccount } from './tryvoxAccount.ts'
import { isTryvoxNotFound, tryvoxError } from './tryvoxErrors.ts'
import { type Routing, type RoutingCall, routingOf, type Target } from './tryvoxRouting.ts'
import { routingSummary } from './tryvoxSchemas.ts'

/** Below the number. TryVox documents that a trunk can be detached, but not where; another provider with its paths does it here. */
export const DETACH_TRUNK = '/assign'

/**
 * Sends one call. Resolves when TryVox accepted it, and for a detach that is answered with 404 or 405: then nothing was attached, or
 * the call does not exist, and only reading the number tells which. Other refusals are thrown, at our fields where they are about them.
 */
export async function sendRoutingCall(
  account: TryvoxAccount,
  number: E164,
  next: RoutingCall,
  to: Target,
  call: Call,
): Promise<HttpAnswer> {
  const answer = await answerOf(account, numberPath(number, call.operation), next, to, call)
  const detaching = next === 'detachTrunk' || next === 'detachApplication'
  if (isSuccess(answer) || (detaching && (answer.status === 404 || answer.status === 405))) return answer
  throw refusedCall(answer, next)
}

function answerOf(account: TryvoxAccount, path: string, next: RoutingCall, to: Target, call: Call) {
  const id = to.kind === 'nothing' ? '' : to.id
  switch (next) {
    case 'assignTrunk':
      return account.post(`${path}/assign`, { trunk_id: id }, call)
    case 'assignApplication':
      return account.post(`${path}/application`, { application_id: id }, call)
    case 'detachTrunk':
      return account.remove(`${path}${DETACH_TRUNK}`, call)
    case 'detachApplication':
      return account.remove(`${path}/application`, call)
    default:
      return next satisfies never
  }
}

/** The routing that an accepted call answers with, undefined when it does not say this number's. */
export function routedBy(answer: HttpAnswer, number: E164): Routing | undefined {
  const summary = routingSummary.safeParse(jsonOrUndefined(answer))
  return isSuccess(answer) && summary.success && summary.data.e164.trim() === number
    ? routingOf(summary.data)
    : undefined
}

const fieldOf = {
  assignTrunk: 'trunkId',
  assignApplication: 'applicationId',
  detachTrunk: 'route',
  detachApplication: 'route',
} as const satisfies Readonly<Record<RoutingCall, string>>

const keysByMember: ReadonlyMap<string, string> = new Map([
  ['trunk_id', 'trunkId'],
  ['application_id', 'applicationId'],
])

/** The number was read just before, so what an assignment does not find is the trunk or the application. */
function refusedCall(answer: HttpAnswer, next: RoutingCall): ProviderError {
  const error = tryvoxError(answer)
  const { facts } = error
  if (facts.kind !== 'invalid' && !isTryvoxNotFound(answer)) return error
  const told = (facts.fields ?? []).map(({ field, problem }) => ({ field: keysByMember.get(field) ?? field, problem }))
  const whole: FieldProblem = {
    field: fieldOf[next],
    problem: facts.sentence ?? t('TryVox refused this without a reason'),
  }
  return new ProviderError({ ...facts, kind: 'invalid', fields: told.length > 0 ? told : [whole] }, { cause: error })
}

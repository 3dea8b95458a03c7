import type { RentOrder, RentReceipt, RentVerdict } from '../../core/providerDriver.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { answerError, isSuccess, plainSentence } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { type Call, type ContiguityAccount, numberPath, readContiguity } from './contiguityAccount.ts'
import { contiguityError, type Insight, sentenceOf } from './contiguityErrors.ts'
import { insightMs, missingEntitlement } from './contiguityForbidden.ts'
import { fetchNumber, findLeased } from './contiguityLeases.ts'
import {
  CLOSED_STATUSES,
  isLeasedByAccount,
  numberOf,
  OFFERED_STATUSES,
  requirementSentence,
} from './contiguityMapping.ts'
import { hasStatus } from './contiguityOffers.ts'
import { leaseCreated, type NumberRow } from './contiguitySchemas.ts'
import { totalCharged } from './totalCharged.ts'

/** Sends one rent request, then at most reads: why it was refused, or what became of a lease that is not active yet. */
export async function rent(account: ContiguityAccount, order: RentOrder, signal: AbortSignal): Promise<RentReceipt> {
  const call: Call = { operation: 'rent', signal }
  const path = `/numbers/lease/${numberPath(order.number, 'rent')}`
  const answer = await account.post(path, rentBody(order), call)
  if (!isSuccess(answer)) throw contiguityError(answer, await insightInto(account, answer, order, call))
  return await receiptFrom(account, answer, order, call)
}

/** `goodwill` exists on rows but is Contiguity's to give: only what a person may choose is ever sent. */
function rentBody(order: RentOrder): Readonly<Record<string, string>> {
  const method = order.options['billingMethod']?.trim() ?? ''
  if (method === '') return {}
  if (method === 'monthly' || method === 'service_contract') return { billing_method: method }
  const fields = [{ field: t('Billing method'), problem: t('choose monthly or service contract') }]
  throw new ProviderError({ kind: 'invalid', provider: 'contiguity', operation: 'rent', fields })
}

async function receiptFrom(
  account: ContiguityAccount,
  answer: HttpAnswer,
  order: RentOrder,
  call: Call,
): Promise<RentReceipt> {
  const { id, data } = readContiguity(answer, leaseCreated)
  const number = numberOf({ id: undefined, number: data.number })
  if ((number !== undefined && number !== order.number) || (number === undefined && !data.lease_id)) {
    throw answerError('contiguity', answer, {
      kind: 'unknownOutcome',
      detail: t('the answer does not name the number'),
    })
  }
  const price = data.billing?.price
  const charged = totalCharged(price?.upfront_fee, price?.monthly_rate, price?.currency)
  const word = data.status?.toLowerCase() === 'active' ? 'active' : await leaseWord(account, data.status, order, call)
  return {
    ready: word === 'active',
    ...(id ? { requestId: plainSentence(id) } : {}),
    ...(word === 'active' ? {} : { note: t('Contiguity calls the lease “{0}”.', word) }),
    ...(charged === undefined ? {} : { charged }),
  }
}

/** The lease's word now, after an answer that did not say "active". */
async function leaseWord(
  account: ContiguityAccount,
  answered: string | null | undefined,
  order: RentOrder,
  call: Call,
): Promise<string> {
  const row = await lookUp(account, order, call)
  const word = plainSentence(
    (row && isLeasedByAccount(row) ? row.lease_status : undefined) || answered || t('not active yet'),
  )
  return word.toLowerCase() === 'active' ? 'active' : word
}

/** Why a rent was refused. Contiguity has no machine codes: the number itself tells whether somebody else has it or what it requires. */
async function insightInto(
  account: ContiguityAccount,
  answer: HttpAnswer,
  order: RentOrder,
  call: Call,
): Promise<Insight> {
  switch (answer.status) {
    case 400:
    case 422: {
      const row = await lookUp(account, order, call)
      const taken = row !== undefined && !isLeasedByAccount(row) && hasStatus(row, CLOSED_STATUSES)
      return taken ? { kind: 'taken' } : {}
    }
    case 403: {
      if (isAboutContract(answer, order)) return {}
      const row = await lookUp(account, order, call)
      const unmet = (row?.data?.requirements ?? []).slice(0, 10).map((word) => ({
        field: t('Required by the number'),
        problem: requirementSentence(word).replace(/\.$/, ''),
      }))
      return { fields: [...(await missingEntitlement(account, call)), ...unmet] }
    }
    default:
      return {}
  }
}

/** The chosen way of paying is refused in Contiguity's own words: what else the number may require is not the reason. */
function isAboutContract(answer: HttpAnswer, order: RentOrder): boolean {
  return order.options['billingMethod'] === 'service_contract' && /contract|billing/i.test(sentenceOf(answer) ?? '')
}

/** The number's row, undefined when it cannot be had soon: what is already known must reach the person in any case. */
async function lookUp(account: ContiguityAccount, order: RentOrder, call: Call): Promise<NumberRow | undefined> {
  try {
    const signal = AbortSignal.any([call.signal, AbortSignal.timeout(insightMs)])
    return await fetchNumber(account, order.number, { ...call, signal })
  } catch (error) {
    if (error instanceof ProviderError) return undefined
    throw error
  }
}

/**
 * Whether a rent whose answer was lost happened: a held lease = rented; available, or somebody else's = not rented; otherwise the list
 * of leases is asked, and where that does not show it nothing is certain.
 */
export async function settleRent(
  account: ContiguityAccount,
  order: RentOrder,
  signal: AbortSignal,
): Promise<RentVerdict> {
  const call: Call = { operation: 'settleRent', signal }
  const row = await lookUp(account, order, call)
  if (row !== undefined && isLeasedByAccount(row)) return 'rented'
  if (row !== undefined && (hasStatus(row, OFFERED_STATUSES) || hasStatus(row, CLOSED_STATUSES))) return 'notRented'
  return (await findLeased(account, order.number, call)) === undefined ? 'unknown' : 'rented'
}

import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { RentOrder, RentReceipt, RentVerdict } from '../../core/providerDriver.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess, plainSentence, readAnswer } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { digitsForPath, type PlivoAccount } from './plivoAccount.ts'
import { plivoRentError, requestIdOf } from './plivoErrors.ts'
import { numberFrom } from './plivoMapping.ts'
import { findOffer } from './plivoOffers.ts'
import { fetchOwned } from './plivoOwned.ts'
import { rentAnswer } from './plivoSchemas.ts'

/** Sends one rent request. Without a chosen application none is named: the account's default applies. */
export async function rent(account: PlivoAccount, order: RentOrder, signal: AbortSignal): Promise<RentReceipt> {
  const applicationId = order.options['applicationId']?.trim() ?? ''
  const path = `PhoneNumber/${digitsForPath(order.number, 'rent')}/`
  const body: Record<string, string> = applicationId === '' ? {} : { app_id: applicationId }
  const answer = await account.post(path, body, { operation: 'rent', signal })
  if (!isSuccess(answer)) throw plivoRentError(answer, account.rows.authId)
  return receiptFrom(answer, order)
}

/** The verdict is the number's own status: "Success", or "pending" while documents are under review. */
function receiptFrom(answer: HttpAnswer, order: RentOrder): RentReceipt {
  const row = readAnswer('plivo', answer, rentAnswer).numbers[0]
  const isOurs = typeof row?.number !== 'string' || numberFrom(row.number) === order.number
  const requestId = requestIdOf(answer)
  const id = requestId === undefined ? {} : { requestId }
  const status = row?.status.trim().toLowerCase()
  if (isOurs && status === 'success') return { ready: true, ...id }
  if (isOurs && status === 'pending') {
    return { ready: false, note: t('Plivo is reviewing the documents for this number.'), ...id }
  }
  throw new ProviderError({
    kind: 'unknownOutcome',
    provider: 'plivo',
    operation: 'rent',
    status: answer.status,
    ...id,
    detail: isOurs
      ? t('the number’s status is "{0}"', plainSentence(row?.status ?? ''))
      : t('the answer is about another number'),
  })
}

/**
 * Whether a rent whose answer was lost happened. Owned = rented; not owned and still freely offered = not rented. A restricted number
 * may be missing from the account while its documents are reviewed, so not owned and not offered stays unknown.
 */
export async function settleRent(
  account: PlivoAccount,
  numbering: PhoneNumbering,
  order: RentOrder,
  signal: AbortSignal,
): Promise<RentVerdict> {
  const call = { operation: 'settleRent', signal } as const
  if ((await fetchOwned(account, order.number, call)) !== undefined) return 'rented'
  const country = order.country ?? numbering.countryOf(order.number)
  if (country === undefined) return 'unknown'
  const found = await findOffer(account, numbering, { number: order.number, country }, call)
  return found === undefined || found.restricted ? 'unknown' : 'notRented'
}

import { parseE164 } from '../../core/phoneNumber.ts'
import type { RentOrder, RentReceipt, RentVerdict } from '../../core/providerDriver.ts'
import { t } from '../../core/words.ts'
import { type Call, numberSegment, type SinchAccount, successful } from './sinchAccount.ts'
import { isSinchNotFound, sinchFailure } from './sinchErrors.ts'
import { pendingSms } from './sinchLinks.ts'
import { orderNeeded } from './sinchMapping.ts'
import { readRowOf } from './sinchOwned.ts'
import type { OwnedRow } from './sinchSchemas.ts'

const usTollFree = /^\+18(00|22|33|44|55|66|77|88)/

/**
 * Sends one rent request. Refuses with `unsupported`, before anything is sent, what Sinch rents through number orders only. Only the
 * configuration that was chosen is sent: an empty one is an error at Sinch.
 */
export async function rent(account: SinchAccount, order: RentOrder, call: Call): Promise<RentReceipt> {
  const segment = numberSegment(order.number, call.operation)
  if (!mayBeUsLocal(order, account)) {
    throw sinchFailure('unsupported', 'rent', {
      fields: [{ field: t('Number'), problem: orderNeeded.replace(/\.$/, '') }],
    })
  }
  const servicePlanId = order.options['servicePlanId']?.trim() ?? ''
  const body = servicePlanId === '' ? {} : { smsConfiguration: { servicePlanId } }
  const answer = await account.post(`/availableNumbers/${segment}:rent`, body, call)
  return receiptFrom(readRowOf(successful(answer), order.number))
}

/** A number alone does not tell mobile from local in the US; Sinch refuses those itself. */
function mayBeUsLocal(order: RentOrder, account: SinchAccount): boolean {
  const number = parseE164(order.number)
  if (number === undefined || !number.startsWith('+1') || usTollFree.test(number)) return false
  const countries = [order.country, account.numbering.countryOf(number)]
  return countries.every((country) => country === undefined || country === 'US')
}

/** The 200 is already the owned number. Linking it goes on afterwards, with the ids still empty. */
function receiptFrom(row: OwnedRow): RentReceipt {
  const link = pendingSms(row)
  if (link === undefined) return { ready: true }
  if (!link.failed) return { ready: false, note: t('Sinch is still linking the number: {0}.', link.target) }
  const codes = link.errorCodes.length === 0 ? '' : ` (${link.errorCodes.join(', ')})`
  return { ready: true, note: t('The number is yours, but Sinch could not link it: {0}.', `${link.target}${codes}`) }
}

/** Whether a rent whose answer was lost happened: Sinch has the number among the owned ones, or says that it has not. */
export async function settleRent(account: SinchAccount, order: RentOrder, call: Call): Promise<RentVerdict> {
  const answer = await account.ask(`/activeNumbers/${numberSegment(order.number, call.operation)}`, [], call)
  if (isSinchNotFound(answer)) return 'notRented'
  if (answer.status === 404) return 'unknown'
  readRowOf(successful(answer), order.number)
  return 'rented'
}

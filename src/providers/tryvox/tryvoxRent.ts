import type { NumberState } from '../../core/ownedNumber.ts'
import type { RentOrder, RentReceipt, RentVerdict } from '../../core/providerDriver.ts'
import { t } from '../../core/words.ts'
import { readAnswer } from '../../http/answers.ts'
import { type Call, numberPath, successful, type TryvoxAccount } from './tryvoxAccount.ts'
import { tryvoxFailure } from './tryvoxErrors.ts'
import { ownedFrom } from './tryvoxMapping.ts'
import { findOwned } from './tryvoxOwned.ts'
import { singleNumber } from './tryvoxSchemas.ts'

/** Sends one rent request. TryVox wants number and country together; without a country nothing is sent. */
export async function rent(account: TryvoxAccount, order: RentOrder, call: Call): Promise<RentReceipt> {
  // Checks the number, which stands in the body here.
  numberPath(order.number, call.operation)
  const country = order.country ?? account.numbering.countryOf(order.number)
  if (country === undefined) {
    const problem = t('TryVox needs it, and the number alone does not tell it')
    throw tryvoxFailure('invalid', 'rent', { fields: [{ field: t('Country'), problem }] })
  }
  const answer = await account.post('/numbers/purchase-from-inventory', { e164: order.number, country }, call)
  const row = readAnswer('tryvox', successful(answer), singleNumber)
  if (row.e164.trim() !== order.number) {
    const { status } = answer
    throw tryvoxFailure('unknownOutcome', 'rent', { status, detail: t('the answer is about another number') })
  }
  const { state } = ownedFrom(row, order.number, account)
  if (state.kind === 'active') return { ready: true }
  return { ready: false, note: stateNote(state) }
}

function stateNote(state: NumberState): string {
  switch (state.kind) {
    case 'pending':
      return t('TryVox says that the number is pending.')
    case 'suspended':
      return t('TryVox says that the number is suspended.')
    case 'released':
      return t('TryVox says that the number is released.')
    default:
      return t('TryVox says that the number is {0}.', state.kind === 'other' ? state.word : state.kind)
  }
}

/**
 * Whether a rent whose answer was lost happened. "Not rented" only when the whole documented list of the order's country does not have
 * the number.
 */
export async function settleRent(account: TryvoxAccount, order: RentOrder, call: Call): Promise<RentVerdict> {
  const filters = order.country === undefined ? {} : { country: order.country }
  const owned = await findOwned(account, order.number, filters, call)
  return owned === undefined || owned.state.kind === 'released' ? 'notRented' : 'rented'
}

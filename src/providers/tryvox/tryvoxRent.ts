import type { RentOrder, RentReceipt, RentVerdict } from '../../core/providerDriver.ts'
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
    const problem = 'TryVox needs it, and the number alone does not tell it'
    throw tryvoxFailure('invalid', 'rent', { fields: [{ field: 'Country', problem }] })
  }
  const answer = await account.post('/numbers/purchase-from-inventory', { e164: order.number, country }, call)
  const row = readAnswer('tryvox', successful(answer), singleNumber)
  if (row.e164.trim() !== order.number) {
    const { status } = answer
    throw tryvoxFailure('unknownOutcome', 'rent', { status, detail: 'the answer is about another number' })
  }
  const { state } = ownedFrom(row, order.number, account)
  if (state.kind === 'active') return { ready: true }
  const word = state.kind === 'other' ? state.word : state.kind
  return { ready: false, note: `TryVox says that the number is ${word}.` }
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

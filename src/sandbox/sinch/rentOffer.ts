import { fromMillionths, toMillionths } from './decimal.ts'
import { newOwnedNumber } from './ownedNumber.ts'
import { ownedRow } from './ownedRow.ts'
import { invalidArgument, notFound, permissionDenied } from './refusal.ts'
import { observeBody, readBody } from './requestBody.ts'
import type { SinchCall } from './sinchCall.ts'
import { type Offer, offerRow } from './stock.ts'
import { addMonths } from './timestamp.ts'
import { applySettings } from './updateOwned.ts'

/** One offer with its price. @throws Refusal (404) when it is gone. */
export function quoteOffer(call: SinchCall): unknown {
  return offerRow(findOffer(call))
}

/**
 * Rents a number directly, which Sinch allows for US LOCAL only. The setup price and the first month are paid from
 * the balance; links run on the clock afterwards.
 * @throws Refusal 404 taken, 403 trial account, 400 region, body or credit; nothing is rented then.
 */
export function rentOffer(call: SinchCall): unknown {
  const { account, switches, now } = call
  const offer = findOffer(call)
  if (switches.trialAccount) throw permissionDenied('Trial account is not enabled to rent number')
  if (offer.regionCode !== 'US' || offer.type !== 'LOCAL') throw invalidArgument('Only US LOCAL numbers can be rented')
  const body = readBody(call.body)
  observeBody(body, account.observed)
  const number = newOwnedNumber({
    phoneNumber: offer.phoneNumber,
    regionCode: offer.regionCode,
    type: offer.type,
    capability: offer.capability,
    sequence: account.nextSequence,
    money: offer.monthlyPrice,
    nextChargeAt: addMonths(now, 1),
  })
  applySettings(number, { ...body, displayName: undefined }, call)
  pay(call, offer)
  account.nextSequence += 1
  account.stock.remove(offer.phoneNumber)
  account.owned.set(offer.phoneNumber, number)
  return ownedRow(number, account.projectId, now)
}

function findOffer({ account, phoneNumber }: SinchCall): Offer {
  const offer = account.stock.find(phoneNumber)
  if (offer === undefined) throw notFound('AvailableNumber', phoneNumber, 'Available number not found')
  return offer
}

/** The balance is in US dollars, as are the prices of everything that can be rented. */
function pay({ account, now }: SinchCall, { phoneNumber, setupPrice, monthlyPrice }: Offer): void {
  const due = toMillionths(setupPrice.amount) + toMillionths(monthlyPrice.amount)
  const left = toMillionths(account.balance) - due
  if (left < 0n) throw invalidArgument('Insufficient credit to rent the number')
  account.balance = fromMillionths(left)
  account.charges.push({ at: now, phoneNumber, amount: fromMillionths(due), currencyCode: monthlyPrice.currencyCode })
}

import { callingCodeOf } from '../callingCode.ts'
import { callingCodeOfCountry } from '../numberSource.ts'
import { newOwned } from './newOwned.ts'
import { numberRow } from './numberRow.ts'
import { invalid, notFound, Refusal, type RefusalDetail } from './refusal.ts'
import { isOffered } from './searchInventory.ts'
import type { TryvoxAnswer, TryvoxCall } from './tryvoxCall.ts'
import { monthlyCentsOf, type OwnedNumber, statusAt } from './tryvoxWorld.ts'

/** How long a rental is being processed when the switch says that it is. */
const PROCESSING_MS = 30_000

/**
 * POST numbers/purchase-from-inventory: the number, bare. Takes the setup fee and the rest of the month at once.
 * @throws Refusal 400 when the number or its country is missing, malformed or they disagree, 404 when the number is
 * unknown or taken, 402 without enough money, 403 when a switch says that the account is not verified.
 */
export function rentNumber(call: TryvoxCall): TryvoxAnswer {
  const { world, switches, now } = call
  const { e164, country } = readOrder(call)
  if (switches.verificationMissing) {
    throw new Refusal(403, 'FORBIDDEN', 'Finish the account verification before you rent numbers')
  }
  const number = world.stock.find(e164)
  if (number === undefined || !isOffered(call, e164)) throw notFound('Number')
  if (number.country !== country) throw disagreement()
  const cost = number.setupCents + restOfMonth(monthlyCentsOf(world, number), now)
  if (cost > world.balanceCents)
    throw new Refusal(402, 'INSUFFICIENT_BALANCE', 'The balance is too low for this number')
  const rented: OwnedNumber = {
    ...newOwned(number, now),
    pendingUntil: switches.rentPending ? now + PROCESSING_MS : 0,
  }
  world.balanceCents -= cost
  world.owned.set(e164, rented)
  world.released.delete(e164)
  return { status: switches.rentCreated ? 201 : 200, single: numberRow(world, rented, statusAt(rented, now)) }
}

function readOrder({ body }: TryvoxCall): { readonly e164: string; readonly country: string } {
  const { e164, country } = { e164: body['e164'], country: body['country'] }
  const details: RefusalDetail[] = []
  if (typeof e164 !== 'string' || !/^\+[1-9]\d{1,14}$/.test(e164)) {
    details.push({ field: 'e164', reason: e164 === undefined ? 'is required' : 'must be E.164' })
  }
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) {
    details.push({ field: 'country', reason: country === undefined ? 'is required' : 'must be ISO 3166-1 alpha-2' })
  }
  const [first, ...more] = details
  if (first !== undefined) throw invalid(first, ...more)
  const order = { e164: String(e164), country: String(country) }
  if (callingCodeOfCountry(order.country) !== callingCodeOf(order.e164.slice(1))) throw disagreement()
  return order
}

function disagreement(): Refusal {
  return invalid({ field: 'country', reason: 'must be the country of the number' })
}

/** The part of a monthly fee from today to the end of the month, in cents, rounded up. */
function restOfMonth(monthlyCents: number, now: number): number {
  const today = new Date(now)
  const days = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0)).getUTCDate()
  return Math.ceil((monthlyCents * (days - today.getUTCDate() + 1)) / days)
}

import { dayOf } from './calendar.ts'
import { newOwned } from './newOwned.ts'
import type { PlivoAnswer, PlivoCall } from './plivoCall.ts'
import type { PlivoNumber } from './plivoNumber.ts'
import { fittingRecords, monthlyOf, type OwnedNumber } from './plivoWorld.ts'
import { invalid, notFound, Refusal } from './refusal.ts'
import { defaultRoute, findRoute } from './routeTargets.ts'
import { isOffered } from './searchOffers.ts'
import { readCnamLookup, readCompliance, readSubaccount } from './settingValues.ts'
import { isRegulated } from './tariff.ts'

/** How long the documents of a restricted number are under review. */
const REVIEW_MS = 60_000

/**
 * POST PhoneNumber/{number}/: 201 with `Success`, or `pending` for a restricted number. Setup and the first month are
 * taken at once.
 * @throws Refusal 404 when the number is gone or the caller is a subaccount, 400 for an argument or missing documents,
 * the status of a switch (400) when there is not enough money.
 */
export function rentOffer(call: PlivoCall): PlivoAnswer {
  const { world, body } = call
  const number = world.stock.find(`+${call.id}`)
  if (call.caller.subaccountId !== undefined || number === undefined || !isOffered(call, number)) throw notFound()
  const rented = rentedNumber(call, number)
  const cost = number.tariff.setup + monthlyOf(world, number)
  if (cost > world.balance) {
    throw new Refusal(call.switches.fundsStatus, 'Insufficient funds in your account to rent this number')
  }
  world.balance -= cost
  world.owned.set(number.digits, rented)
  const verdict = { number: number.digits, status: number.restriction === null ? 'Success' : 'pending' }
  const fallback = body['ha_enable'] === true ? { fallback_number: `${number.digits.slice(0, -1)}0` } : {}
  return {
    status: 201,
    members: { message: 'created', numbers: [{ ...verdict, ...fallback }], status: 'fulfilled' },
  }
}

function rentedNumber(call: PlivoCall, number: PlivoNumber): OwnedNumber {
  const { body } = call
  const fresh = newOwned(number, dayOf(call.now))
  const given = (name: string): unknown => (body[name] === '' ? undefined : (body[name] ?? undefined))
  const [appId, cnamLookup, subaccount] = [given('app_id'), given('cnam_lookup'), given('subaccount')]
  return {
    ...fresh,
    usableFrom: number.restriction === null ? 0 : call.now + REVIEW_MS,
    route: appId === undefined ? defaultRoute(call) : findRoute(call, appId),
    cnamLookup: cnamLookup === undefined ? fresh.cnamLookup : readCnamLookup(cnamLookup, number),
    subaccountId: subaccount === undefined ? null : readSubaccount(call, subaccount),
    complianceId: complianceFor(call, number, given('compliance_application_id')),
  }
}

function complianceFor(call: PlivoCall, number: PlivoNumber, asked: unknown): string | null {
  if (asked !== undefined) return readCompliance(call, asked, number)
  const latest = fittingRecords(call.world, number)[0]
  if (latest !== undefined) return latest.id
  if (!isRegulated(number.country)) return null
  throw invalid('compliance_application_id is required for this number')
}

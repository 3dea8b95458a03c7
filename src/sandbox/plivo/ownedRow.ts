import { placeOf } from '../places.ts'
import { dayOf, nextRenewal } from './calendar.ts'
import type { PlivoCall } from './plivoCall.ts'
import { monthlyOf, type OwnedNumber, type PlivoWorld, type Route } from './plivoWorld.ts'
import { rateText, type Units } from './rate.ts'

export type OwnedRow = Readonly<Record<string, unknown>>

const optionalRate = (units: Units | null): string | null => (units === null ? null : rateText(units))

/** A rented number in Plivo's words: 32 members, `sub_account_name` beside a subaccount, fewer on old rows. */
export function ownedRow(call: PlivoCall, owned: OwnedNumber): OwnedRow {
  const row = { ...factMembers(call.world, owned), ...settingMembers(call, owned) }
  return owned.oldRow ? row : { ...row, ...newerMembers(call.now, owned) }
}

function factMembers(world: PlivoWorld, { facts, ...owned }: OwnedNumber): OwnedRow {
  const { voice, sms } = facts.tariff
  const place = placeOf(facts.digits)
  const countryLabel = facts.countryName.toUpperCase()
  return {
    added_on: owned.addedOn,
    carrier: owned.carrier,
    monthly_rental_rate: rateText(monthlyOf(world, facts)),
    number: facts.digits,
    number_type: facts.subType,
    region: place === undefined ? countryLabel : `${place.region}, ${countryLabel}`,
    resource_uri: `/v1/Account/${world.authId}/Number/${facts.digits}/`,
    sms_enabled: sms !== null,
    sms_rate: optionalRate(sms),
    voice_enabled: true,
    voice_rate: rateText(voice),
  }
}

function settingMembers(call: PlivoCall, owned: OwnedNumber): OwnedRow {
  const { world } = call
  const record = world.compliances.find(({ id }) => id === owned.complianceId)
  const subaccount = world.subaccounts.find(({ authId }) => authId === owned.subaccountId)
  return {
    alias: owned.alias,
    application: routeText(call, owned.route),
    cnam: null,
    cnam_lookup: owned.cnamLookup,
    cnam_registration_status: null,
    compliance_application_id: owned.complianceId,
    compliance_status: record?.status ?? null,
    sub_account: owned.subaccountId,
    ...(subaccount === undefined ? {} : { sub_account_name: subaccount.name }),
    tendlc_campaign_id: owned.campaignId,
    tendlc_registration_status: owned.campaignStatus,
    toll_free_sms_verification: owned.tollFreeVerification,
    toll_free_sms_verification_id: null,
    toll_free_sms_verification_order_status: null,
    verification_info: {},
  }
}

/** The members that rows of long-held numbers lack. */
function newerMembers(now: number, { facts, ...owned }: OwnedNumber): OwnedRow {
  const { mms } = facts.tariff
  return {
    active: owned.usableFrom <= now,
    city: facts.subType === 'local' ? (placeOf(facts.digits)?.city ?? null) : null,
    country: facts.country === 'CA' ? facts.countryName.toUpperCase() : facts.countryName,
    mms_enabled: mms !== null,
    mms_rate: optionalRate(mms),
    renewal_date: nextRenewal(owned.addedOn, dayOf(now)),
    type: facts.subType,
  }
}

function routeText(call: PlivoCall, route: Route | null): string | null {
  if (route === null) return null
  if (call.switches.bareApplicationIds) return route.id
  return `/v1/Account/${call.world.authId}/${route.kind === 'trunk' ? 'Zentrunk/Trunk' : 'Application'}/${route.id}/`
}

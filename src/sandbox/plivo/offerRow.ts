import { callingCodeOf } from '../callingCode.ts'
import { placeOf } from '../places.ts'
import type { PlivoCall } from './plivoCall.ts'
import type { PlivoNumber } from './plivoNumber.ts'
import { monthlyOf } from './plivoWorld.ts'
import { rateText, type Units } from './rate.ts'
import type { Restriction } from './tariff.ts'

const RESTRICTION_TEXTS: Readonly<Record<Restriction, string>> = {
  'city-address': 'An address in the same city is needed to activate this number.',
  'country-address': 'An address in the same country is needed to activate this number.',
  'terms-and-conditions': 'The terms of the local regulator apply to this number.',
}

const optionalRate = (units: Units | null): string | null => (units === null ? null : rateText(units))

/** A number that may be rented, in Plivo's words. `type` is coarse; `sub_type` is what the filter uses. */
export function offerRow(call: PlivoCall, number: PlivoNumber): Readonly<Record<string, unknown>> {
  const { digits, tariff, restriction } = number
  const city = number.subType === 'local' ? (placeOf(digits)?.city.toUpperCase() ?? null) : null
  const national = digits.slice(callingCodeOf(digits).length)
  return {
    number: digits,
    prefix: national.slice(0, 3),
    city,
    country: number.countryName.toUpperCase(),
    region: number.countryName,
    rate_center: city ?? '',
    ...(number.country === 'US' ? { lata: 700 + (Number(national.slice(0, 3)) % 200) } : {}),
    type: number.subType === 'mobile' || number.subType === 'tollfree' ? number.subType : 'fixed',
    sub_type: number.subType,
    ...(call.switches.offersWithoutPrices ? {} : rentalRates(call, number)),
    sms_enabled: tariff.sms !== null,
    sms_rate: optionalRate(tariff.sms),
    mms_enabled: tariff.mms !== null,
    mms_rate: optionalRate(tariff.mms),
    voice_enabled: true,
    voice_rate: rateText(tariff.voice),
    restriction,
    restriction_text: restriction === null ? null : RESTRICTION_TEXTS[restriction],
    resource_uri: `/v1/Account/${call.caller.authId}/PhoneNumber/${digits}/`,
  }
}

function rentalRates(call: PlivoCall, number: PlivoNumber): Readonly<Record<string, unknown>> {
  return {
    setup_rate: rateText(number.tariff.setup),
    monthly_rental_rate: rateText(monthlyOf(call.world, number)),
  }
}

import { callingCodeOf } from '../callingCode.ts'
import { placeOf } from '../places.ts'
import { carries } from './carries.ts'
import { offerRow } from './offerRow.ts'
import { pageOf } from './paging.ts'
import type { PlivoAnswer, PlivoCall } from './plivoCall.ts'
import type { PlivoNumber } from './plivoNumber.ts'
import { invalid } from './refusal.ts'

const TYPES = ['local', 'tollfree', 'mobile', 'national', 'fixed']
/** How far drifting results move per search; less than a page, so that pages overlap. */
const DRIFT_STEP = 3

/** GET PhoneNumber/: the offers of one country. @throws Refusal 400 without a country or with an unknown type. */
export function searchOffers(call: PlivoCall): PlivoAnswer {
  const country = call.query.get('country_iso') ?? ''
  if (country === '') throw invalid('country_iso is a mandatory parameter')
  if (!/^[a-z]{2}$/i.test(country)) throw invalid('country_iso should be a two-letter country code')
  const type = call.query.get('type') ?? ''
  if (type !== '' && !TYPES.includes(type)) throw invalid('type should be local, tollfree, mobile, national or fixed')
  const offered = call.world.stock.inCountry(country.toUpperCase()).filter((number) => isOffered(call, number))
  const matching = offered.filter((number) => matches(call.query, number))
  const page = pageOf(call, 'PhoneNumber/', call.switches.driftingSearch ? drifted(matching, call.serial) : matching)
  return { status: 200, members: { meta: page.meta, objects: page.items.map((number) => offerRow(call, number)) } }
}

/** True unless somebody rents the number already or it is held back. */
export function isOffered(call: PlivoCall, { digits }: PlivoNumber): boolean {
  return !call.world.owned.has(digits) && !call.world.withheld.has(digits)
}

function matches(query: URLSearchParams, number: PlivoNumber): boolean {
  const asked = (name: string, accepts: (value: string) => boolean): boolean => {
    const value = query.get(name)
    return value === null || value === '' || accepts(value)
  }
  const national = number.digits.slice(callingCodeOf(number.digits).length)
  const place = placeOf(number.digits)
  const sameText = (text: string | undefined) => (value: string) => text?.toLowerCase() === value.toLowerCase()
  return (
    asked('type', (type) => type === number.subType) &&
    asked('pattern', (pattern) => national.startsWith(pattern)) &&
    asked('npanxx', (start) => national.startsWith(start)) &&
    asked('services', (services) => carries(number.tariff, services)) &&
    asked('city', sameText(number.subType === 'local' ? place?.city : undefined)) &&
    asked('region', sameText(number.subType === 'fixed' ? place?.region : undefined))
  )
}

/** Leaves one offer out and turns the order a little, differently at every search. */
function drifted(offers: readonly PlivoNumber[], serial: number): readonly PlivoNumber[] {
  if (offers.length < 2) return offers
  const remaining = offers.toSpliced(serial % offers.length, 1)
  const start = (serial * DRIFT_STEP) % remaining.length
  return [...remaining.slice(start), ...remaining.slice(0, start)]
}

import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  type CountryCode as LibraryCountry,
  Metadata,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'
import { type E164, parseE164 } from '../core/phoneNumber.ts'
import type { PhoneNumbering } from '../core/phoneNumbering.ts'

/** The world's numbering plans, from libphonenumber's metadata. Loaded lazily: it is larger than our own entry bundle. */
export function createPhoneNumbering(): PhoneNumbering {
  return {
    countryOf,
    callingCodeOf: (country) => (isSupportedCountry(country) ? getCountryCallingCode(country) : undefined),
    trunkPrefixOf,
    countries: () => getCountries(),
    format: (number) => formatShared(number) ?? planned(number)?.formatInternational() ?? number,
    formatNational: (number) => planned(number)?.formatNational() ?? number,
    parse: parseTyped,
  }
}

const sharedPlan = /^\+1([2-9]\d{2})(\d{3})(\d{4})$/

/** Twenty-five countries share +1 and write numbers alike. Finding out which one it is takes longer than all the rest of a row. */
function formatShared(number: E164): string | undefined {
  const parts = sharedPlan.exec(number)
  return parts === null ? undefined : `+1 ${parts[1]} ${parts[2]} ${parts[3]}`
}

function countryOf(number: E164): string | undefined {
  const parsed = parsePhoneNumberFromString(number)
  if (parsed?.country !== undefined) return parsed.country
  // A number outside the plan's ranges, fiction ranges included: the calling code's main country, except for +1, which many share.
  return parsed === undefined || parsed.countryCallingCode === '1' ? undefined : parsed.getPossibleCountries()[0]
}

function trunkPrefixOf(country: string): string | undefined {
  if (!isSupportedCountry(country)) return undefined
  const plans = new Metadata()
  plans.selectNumberingPlan(country)
  // The plan has it, its types do not say so.
  const plan: object | undefined = plans.numberingPlan
  return (plan as { nationalPrefix?(): string | undefined } | undefined)?.nationalPrefix?.() || undefined
}

/** Undefined when the plan would make another number of it, e.g. of `+11…` by taking the second 1 for a prefix. */
function planned(number: E164) {
  const parsed = parsePhoneNumberFromString(number)
  return parsed?.number === number ? parsed : undefined
}

function parseTyped(text: string, country?: string): E164 | undefined {
  const home: LibraryCountry | undefined = country !== undefined && isSupportedCountry(country) ? country : undefined
  const parsed = parsePhoneNumberFromString(text.trim(), { extract: false, ...(home ? { defaultCountry: home } : {}) })
  return parsed?.isPossible() ? parseE164(parsed.number) : undefined
}

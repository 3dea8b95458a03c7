import type { CountryCode } from './country.ts'
import type { E164 } from './phoneNumber.ts'

/** What we need to know of the world's numbering plans. Implemented in `src/numbering`, passed in as an argument. */
export interface PhoneNumbering {
  /** The country of a number, undefined when the plan does not tell (satellite, unknown, shared without a leading digit). */
  countryOf(number: E164): CountryCode | undefined
  /** The calling code without plus: US → "1". Undefined for an unknown country. */
  callingCodeOf(country: CountryCode): string | undefined
  /** What is dialled before a number inside its country only: GB → "0". Undefined where nothing is, or the country is unknown. */
  trunkPrefixOf(country: CountryCode): string | undefined
  /** All countries with a numbering plan. */
  countries(): readonly CountryCode[]
  /** For people: "+1 312 555 0142". The E.164 text itself when the plan is unknown. */
  format(number: E164): string
  /** For people in that country: "(312) 555-0142". */
  formatNational(number: E164): string
  /** Reads what a person typed, with spaces, brackets or in national form when a country is given. */
  parse(text: string, country?: CountryCode): E164 | undefined
}

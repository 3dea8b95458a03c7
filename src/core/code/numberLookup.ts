import type { CountryCode } from '../country.ts'
import type { E164 } from '../phoneNumber.ts'
import type { PhoneNumbering } from '../phoneNumbering.ts'
import type { NumberLookup } from './findNumbers.ts'

/** What to look for, in every form it can be written in; national forms of these countries only. */
export function numberLookup(
  has: (number: E164) => boolean,
  countries: Iterable<CountryCode | undefined>,
  numbering: PhoneNumbering,
): NumberLookup {
  const known = [...new Set(countries)].flatMap((country) => {
    const callingCode = country === undefined ? undefined : numbering.callingCodeOf(country)
    return country === undefined || callingCode === undefined ? [] : [{ country, callingCode }]
  })
  const read = new Map<string, E164 | undefined>()
  return {
    ...{ has, countries: known },
    // Asked only about digits that fit one of the numbers, so there are few answers to keep.
    parse(text, country) {
      const key = `${country} ${text}`
      if (!read.has(key)) read.set(key, numbering.parse(text, country))
      return read.get(key)
    },
  }
}

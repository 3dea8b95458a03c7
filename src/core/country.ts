import { language } from './words.ts'

/** ISO 3166-1 alpha-2 in upper case. An open set: a code we do not know is shown as it is. */
export type CountryCode = string

const names = new Intl.DisplayNames([language()], { type: 'region', fallback: 'code' })

/** The name of a country in the person's language, or the code itself when nobody knows it. */
export function countryName(code: CountryCode): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}

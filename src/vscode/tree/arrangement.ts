import type { AccountInventory } from '../../core/accountBook.ts'
import { type CountryCode, countryName } from '../../core/country.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { type PrefixGroup, splitByPrefix } from './prefixGroups.ts'

/** The numbers of one country of an account, in no order. */
export interface CountryGroup {
  readonly country: CountryCode | undefined
  readonly numbers: readonly E164[]
  /** Undefined when its numbers stand in one list. */
  groups(): readonly PrefixGroup[] | undefined
}

/** Which numbers stand in which group. Worked out once for every arrangement of an account, and only as deep as is looked. */
export interface Arrangement {
  /** By the countries' names, the unknown one last. */
  countriesOf(entry: AccountInventory): readonly CountryGroup[]
  countryOf(entry: AccountInventory, country: CountryCode | undefined): CountryGroup | undefined
  /** The country of a number whose provider names none. */
  guessCountry(number: E164): CountryCode | undefined
}

export interface ArrangementOptions {
  readonly numbering: PhoneNumbering
  /** The most numbers that stand in one list; 0 = as many as there are. */
  readonly maxGroupSize: () => number
}

interface Filed {
  readonly of: string
  readonly countries: ReadonlyMap<CountryCode | undefined, CountryGroup>
}

export function createArrangement(options: ArrangementOptions): Arrangement {
  const files = new Map<string, Filed>()
  const guesses = new Map<E164, CountryCode | undefined>()
  const guessCountry = (number: E164) => {
    if (!guesses.has(number)) guesses.set(number, options.numbering.countryOf(number))
    return guesses.get(number)
  }
  const fileOf = (entry: AccountInventory) => {
    const of = `${entry.arrangement} ${options.maxGroupSize()}`
    const known = files.get(entry.account.id)
    if (known?.of === of) return known.countries
    const buckets = bucketsByCountry(entry, guessCountry)
    const sorted = [...buckets].sort(([a], [b]) => compareCountries(a, b))
    const countries = new Map(
      sorted.map(([country, numbers]) => [country, countryGroup(country, numbers, options)] as const),
    )
    files.set(entry.account.id, { of, countries })
    return countries
  }
  return {
    countriesOf: (entry) => [...fileOf(entry).values()],
    countryOf: (entry, country) => fileOf(entry).get(country),
    guessCountry,
  }
}

/** Owned numbers, and those that are being rented right now. */
function bucketsByCountry(entry: AccountInventory, guess: Arrangement['guessCountry']) {
  const buckets = new Map<CountryCode | undefined, E164[]>()
  const file = (country: CountryCode | undefined, number: E164) => {
    const bucket = buckets.get(country)
    if (bucket === undefined) buckets.set(country, [number])
    else bucket.push(number)
  }
  const rented = new Set(entry.activities.keys())
  for (const { number, country } of entry.numbers) {
    file(country ?? guess(number), number)
    rented.delete(number)
  }
  for (const number of rented) file(guess(number), number)
  return buckets
}

function countryGroup(
  country: CountryCode | undefined,
  numbers: readonly E164[],
  { numbering, maxGroupSize }: ArrangementOptions,
): CountryGroup {
  let split: { readonly groups: readonly PrefixGroup[] | undefined } | undefined
  return {
    country,
    numbers,
    groups() {
      const callingCode = country === undefined ? '' : (numbering.callingCodeOf(country) ?? '')
      split ??= { groups: splitByPrefix(numbers, callingCode, maxGroupSize()) }
      return split.groups
    },
  }
}

function compareCountries(a: CountryCode | undefined, b: CountryCode | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1
  return countryName(a).localeCompare(countryName(b), 'en')
}

import type { Account } from '../../core/account.ts'
import { type CountryCode, countryName } from '../../core/country.ts'
import type { LastSearch } from '../../core/lastSearch.ts'
import type { Capability, KnownNumberType } from '../../core/numberKind.ts'
import type { DigitPattern, OfferQuery } from '../../core/offer.ts'
import { accountTitle, providerLabel } from './targets.ts'

/** What the questions of a search collect. */
export interface SearchState {
  readonly accounts: readonly Account[] | undefined
  readonly country: CountryCode | undefined
  readonly type: KnownNumberType | undefined
  readonly capabilities: readonly Capability[]
  readonly digits: DigitPattern | undefined
  /** The last search was taken as it was: nothing more is asked. */
  readonly repeated: boolean
}

/** What the row says from which a search was started. It is not asked, and named in the title of every question. */
export interface SearchPlace {
  readonly accounts: readonly Account[] | undefined
  readonly country: CountryCode | undefined
  /** Where the accounts come from a row, not from there being just one. */
  readonly fromRow: boolean
}

/** "Search numbers", after a row with its provider, account and country. */
export function searchTitle(verb: string, { accounts, country, fromRow }: SearchPlace): string {
  if (!fromRow) return verb
  const [first, ...more] = accounts ?? []
  const where = first === undefined || more.length > 0 ? first && providerLabel(first.provider) : accountTitle(first)
  const parts = [where, country === undefined ? undefined : countryName(country)].filter((part) => part !== undefined)
  return parts.length === 0 ? verb : `${verb}: ${parts.join(' · ')}`
}

export function queryOf({ type, capabilities, digits }: SearchState, country: CountryCode): OfferQuery {
  return {
    country,
    capabilities,
    ...(type === undefined ? {} : { type }),
    ...(digits === undefined ? {} : { digits }),
  }
}

/** What is worth remembering until the next search. */
export function lastSearchOf(state: SearchState, country: CountryCode): LastSearch {
  return { ...queryOf(state, country), accountIds: (state.accounts ?? []).map(({ id }) => id) }
}

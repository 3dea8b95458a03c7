import type { CountryCode } from './country.ts'
import type { Capability, KnownNumberType, NumberType } from './numberKind.ts'
import type { E164 } from './phoneNumber.ts'
import type { Price } from './price.ts'

/** A number that may be rented, with its price. */
export interface Offer {
  readonly accountId: string
  readonly number: E164
  readonly country?: CountryCode
  readonly type?: NumberType
  readonly capabilities: readonly Capability[]
  /** City, region, rate centre: as the provider says it. */
  readonly area?: string
  readonly price: Price
  readonly setup: Price
  /** What the provider wants before or after renting: sentences for people. */
  readonly requirements: readonly string[]
  /** The same for a row, as far as it is known: "needs documents". */
  readonly requirementsInShort?: readonly string[]
  readonly rentable: Rentable
}

/** Whether a rent request may be sent at all, known before anything is sent. */
export type Rentable = { readonly kind: 'direct' } | { readonly kind: 'notHere'; readonly reason: string }

/** What a search asks. Everything but the country is optional. */
export interface OfferQuery {
  readonly country: CountryCode
  readonly type?: KnownNumberType
  /** All of these must be present. */
  readonly capabilities: readonly Capability[]
  readonly digits?: DigitPattern
  /** Goes on where an earlier answer to the same query ended: its `next`. */
  readonly from?: string
}

/** Digits of the national number, without the country's calling code. */
export interface DigitPattern {
  readonly position: 'start' | 'contains' | 'end'
  readonly digits: string
}

/** The answer to a search. */
export interface OfferList {
  readonly offers: readonly Offer[]
  /** True when the provider has more than it was asked for. */
  readonly more: boolean
  /**
   * Where the same query can go on, for `OfferQuery.from`: opaque, for this account only. Missing where the provider has no further pages.
   * Results drift, so the next offers may repeat some of these.
   */
  readonly next?: string
  readonly unreadable: number
}

/** One offer asked again just before the money question. */
export type Quote =
  | { readonly kind: 'offered'; readonly offer: Offer }
  | { readonly kind: 'gone' }
  /** The provider cannot tell for a single number, or could not now. The offer's price stays unconfirmed. */
  | { readonly kind: 'unconfirmed'; readonly reason: string }

import type { Credentials, Endpoints } from './account.ts'
import type { CountryCode } from './country.ts'
import type { NumberSettings, SettingsChange, SettingsResult } from './numberSettings.ts'
import type { Offer, OfferList, OfferQuery, Quote } from './offer.ts'
import type { OwnedNumber, UnreadableRow } from './ownedNumber.ts'
import type { E164 } from './phoneNumber.ts'
import type { PhoneNumbering } from './phoneNumbering.ts'
import type { Money } from './price.ts'
import type { Choice } from './providerDefinition.ts'

/**
 * The port to one account at one provider. Every method rejects with `ProviderError` and nothing else, and stops when
 * `signal` aborts (kind `cancelled`; a write that may have left rejects with `unknownOutcome` instead).
 */
export interface ProviderDriver {
  /** One cheap live call that proves the credentials. */
  verifyCredentials(signal: AbortSignal): Promise<void>

  /**
   * All owned numbers, pages as they come; each number once. Ends normally only when the list is complete; rejects when a page
   * fails (what came before stays valid) or when the provider's own count says that rows are missing.
   */
  listOwned(signal: AbortSignal): AsyncIterable<OwnedPage>

  /** One owned number, undefined when the account does not own it (now or any more). */
  getOwned(number: E164, signal: AbortSignal): Promise<OwnedNumber | undefined>

  /** Offers for a query, a bounded part of them with a `next` where more can be had. What the provider cannot filter is filtered here. */
  searchOffers(query: OfferQuery, signal: AbortSignal): Promise<OfferList>

  /** The same offer, asked again just before the money question. */
  quote(offer: Offer, signal: AbortSignal): Promise<Quote>

  /** Sends exactly one rent request. Never repeats it; a lost answer is `unknownOutcome`. */
  rent(order: RentOrder, signal: AbortSignal): Promise<RentReceipt>

  /** After `unknownOutcome`: asks (never rents) whether the account owns the number now. One look, no waiting. */
  settleRent(order: RentOrder, signal: AbortSignal): Promise<RentVerdict>

  /** What releasing this number would do and cost. */
  previewRelease(owned: OwnedNumber, signal: AbortSignal): Promise<ReleasePreview>

  /** Sends exactly one release request. A number that is already gone resolves with `alreadyGone`. */
  release(owned: OwnedNumber, signal: AbortSignal): Promise<ReleaseReceipt>

  /** Takes a release back where the manner is `coolingOff`; elsewhere rejects with `unsupported`. */
  cancelRelease(number: E164, signal: AbortSignal): Promise<void>

  /** What can be set on an owned number, with today's values. Rejects with `notFound` when the account does not own it. */
  readSettings(number: E164, signal: AbortSignal): Promise<NumberSettings>

  /**
   * Sends only what changed, each request once and never again, then reads the number and says what is true now. Rejects with
   * `invalid` when a value is refused: `facts.fields[].field` is then the key of our field. A lost answer is `unknownOutcome`.
   */
  changeSettings(number: E164, change: SettingsChange, signal: AbortSignal): Promise<SettingsResult>

  /** Choices for a `listedChoice` field of a rent or of the settings, by its key. */
  listChoices(fieldKey: string, signal: AbortSignal): Promise<readonly Choice[]>

  /** Frees connections. Requests under way are cancelled. */
  close(): Promise<void>
}

export interface OwnedPage {
  readonly numbers: readonly OwnedNumber[]
  readonly unreadable: readonly UnreadableRow[]
  /** How many numbers the provider says there are in all, when it says so. */
  readonly total?: number
}

export interface RentOrder {
  readonly number: E164
  readonly country?: CountryCode
  /** Values of the definition's `rentFields` by key; absent or empty = the provider's default. */
  readonly options: Readonly<Record<string, string>>
}

export interface RentReceipt {
  /** The provider's request id, for its support and our history. */
  readonly requestId?: string
  /** False when the number is ours but not usable yet (documents under review, provisioning). */
  readonly ready: boolean
  /** Something the person should know: plain sentence. */
  readonly note?: string
  /** What was really charged, when the provider says it. */
  readonly charged?: Money
}

export type RentVerdict = 'rented' | 'notRented' | 'unknown'

export interface ReleasePreview {
  readonly possible: boolean
  /** What happens, in the provider's real semantics: sentences for the modal, most important first. */
  readonly consequences: readonly string[]
  /** The provider's own warnings, as plain text. */
  readonly warnings: readonly string[]
  readonly fee: ReleaseFee
  /** ISO 8601: works until then (manner `periodEnd`). */
  readonly until?: string
  /** Days for which the release could be taken back, when the provider says so (manner `coolingOff`). */
  readonly takeBackDays?: number
}

export type ReleaseFee =
  | { readonly kind: 'none' }
  | { readonly kind: 'fee'; readonly money: Money }
  | { readonly kind: 'unknown'; readonly reason: string }

export type ReleaseReceipt =
  | {
      readonly kind: 'released'
      readonly fee?: Money
      /** ISO 8601: the release can be taken back until then. */
      readonly cancellableUntil?: string
      readonly requestId?: string
    }
  | { readonly kind: 'leavingAt'; readonly until?: string; readonly requestId?: string }
  | { readonly kind: 'alreadyGone' }

/** Everything a driver is made of. */
export interface DriverContext<Http> {
  readonly accountId: string
  readonly credentials: Credentials
  readonly endpoints: Endpoints
  readonly http: Http
  readonly numbering: PhoneNumbering
  readonly now: () => Date
}

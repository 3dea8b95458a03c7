import type { Credentials, Endpoints } from './account.ts'
import type { Capability, KnownNumberType } from './numberKind.ts'

/** What everyone may know of a provider without loading its driver: labels, credential fields, features. */
export interface ProviderDefinition {
  readonly id: string
  readonly label: string
  /** Where its web console starts. https only. */
  readonly consoleUrl: string
  /** Where a person finds the credentials, for the help text of the sign-in. */
  readonly credentialsHelp: string
  /** In the order they are asked for. The first tells one account at the provider from another. */
  readonly credentialFields: readonly CredentialField[]
  readonly defaultEndpoints: Endpoints
  readonly features: ProviderFeatures
  readonly rentFields: readonly RentField[]
  /** What happens next after a rent, in that provider's real terms: sentences for the money question. */
  readonly rentNotes: readonly string[]
  /** What the provider allows one account, where it says so. Kept by waiting before a request leaves. */
  readonly requestLimit?: RequestLimit
}

/** At most this many requests in any span of `perMs` milliseconds. */
export interface RequestLimit {
  readonly requests: number
  readonly perMs: number
}

export interface CredentialField {
  readonly key: string
  readonly label: string
  /** Typed invisibly. */
  readonly secret: boolean
  readonly placeholder: string
}

/** What a provider can do, so that the UI never offers what would be refused. */
export interface ProviderFeatures {
  /** Types a search may ask for; empty = this provider knows no number types. */
  readonly numberTypes: readonly KnownNumberType[]
  /** Capabilities a search may ask for. */
  readonly searchCapabilities: readonly Capability[]
  /** A search is known to work, or is an experiment that may be answered with "not available". */
  readonly search: 'documented' | 'inferred'
  /** A number typed by hand can be rented without an offer. */
  readonly rentTypedNumber: boolean
  /** Rows of owned numbers say where calls and messages go. Otherwise a number without routing is not known to be unassigned. */
  readonly tellsRouting: boolean
  /** One offer's price can be asked again before renting. */
  readonly quote: 'exact' | 'bySearch' | 'none'
  readonly release: ReleaseManner
}

export type ReleaseManner =
  /** Gone at once, no way back. */
  | { readonly kind: 'immediate' }
  /** Works and is paid until the period ends, no way back. */
  | { readonly kind: 'periodEnd' }
  /** Gone at once, can be taken back for a while, may cost a fee. */
  | {
      readonly kind: 'coolingOff'
      /** What to know before taking a release back, what the provider does not say above all: sentences for the question. */
      readonly takeBackNotes: readonly string[]
    }

/** Something a person may choose when renting. The value goes into `RentOrder.options[key]`. */
export type RentField = RentFieldBase &
  (
    | { readonly kind: 'text' }
    /** The first choice is the default. */
    | { readonly kind: 'fixedChoice'; readonly choices: readonly Choice[] }
    /** Choices come from `ProviderDriver.listChoices(key)`; none = the provider's default. */
    | { readonly kind: 'listedChoice' }
  )

interface RentFieldBase {
  readonly key: string
  readonly label: string
  readonly help: string
  /** What the money question says when nothing was chosen: what then applies. */
  readonly otherwise?: string
  /** What happens next when something was chosen: a sentence for the money question. */
  readonly note?: string
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** True when every declared field has text. */
export function hasAllCredentials(definition: ProviderDefinition, credentials: Credentials): boolean {
  return definition.credentialFields.every((field) => (credentials[field.key] ?? '').trim() !== '')
}

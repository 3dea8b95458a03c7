import type { CountryCode } from './country.ts'
import type { Capability, NumberType } from './numberKind.ts'
import type { E164 } from './phoneNumber.ts'
import type { Price } from './price.ts'
import { t } from './words.ts'

/** What a number is doing now. `until` and `cancellableUntil` are ISO 8601 instants. */
export type NumberState =
  | { readonly kind: 'active' }
  /** Rented but not usable yet. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'suspended' }
  /** Given up, still working until then. */
  | { readonly kind: 'releasing'; readonly until?: string }
  /** Given up; listed because the provider may still give it back. */
  | { readonly kind: 'released'; readonly cancellableUntil?: string }
  /** A word we do not know: shown as it is, the number counts as owned. */
  | { readonly kind: 'other'; readonly word: string }

/** A state's word as people say it; a provider's own word as it is. */
export function stateLabel(word: string): string {
  return stateLabels.get(word) ?? word
}

const stateLabels: ReadonlyMap<string, string> = new Map<Exclude<NumberState['kind'], 'other'>, string>([
  ['active', t('active')],
  ['pending', t('pending')],
  ['suspended', t('suspended')],
  ['releasing', t('releasing')],
  ['released', t('released')],
])

/** Something the provider says of a number that we show but do not interpret. */
export interface Fact {
  readonly label: string
  readonly value: string
}

/** A number the account rents now. Text in it comes from the provider and is data, never markup. */
export interface OwnedNumber {
  readonly accountId: string
  readonly number: E164
  readonly country?: CountryCode
  readonly type?: NumberType
  readonly capabilities: readonly Capability[]
  readonly state: NumberState
  /** What is paid for keeping it. */
  readonly price: Price
  /** The person's name for it at the provider (alias, display name). */
  readonly name?: string
  /** Where calls or messages go, in few words: "app support-ivr", "trunk trunk_k3m9". Undefined = nowhere known. */
  readonly routing?: string
  /** When the next charge or renewal is due: ISO 8601 instant, or a calendar day `YYYY-MM-DD` where the provider gives days. */
  readonly renewsAt?: string
  readonly rentedAt?: string
  readonly facts: readonly Fact[]
}

/** A row of an answer that could not be read. It is shown, so that a list never looks complete when it is not. */
export interface UnreadableRow {
  /** Why, in words for a person; no raw bodies. */
  readonly reason: string
  /** The row's own identifier if one could be found, for recognition only. */
  readonly hint?: string
}

/** False for a number that was given up, even if it works for a while yet: nothing more is charged for it. */
export function isPaidOn({ state }: Pick<OwnedNumber, 'state'>): boolean {
  return state.kind !== 'released' && state.kind !== 'releasing'
}

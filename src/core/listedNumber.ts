import type { NumberState, OwnedNumber } from './ownedNumber.ts'
import type { PhoneNumbering } from './phoneNumbering.ts'
import type { Money } from './price.ts'

/** An owned number with the names of where it lives. */
export interface ListedNumber {
  readonly owned: OwnedNumber
  /** The provider's name for people. */
  readonly provider: string
  /** The account's label. */
  readonly account: string
  readonly sandbox: boolean
}

/** What is told of a number outside of the editor: plain values, amounts as decimal text, instants as the provider wrote them. */
export interface NumberRecord {
  readonly number: string
  readonly international: string
  readonly national: string
  readonly name?: string
  readonly country?: string
  readonly type?: string
  readonly capabilities: readonly string[]
  readonly state: string
  /** When a number that was given up ends, or until when it can be taken back. */
  readonly until?: string
  readonly provider: string
  readonly account: string
  readonly sandbox: boolean
  readonly routing?: string
  /** Missing = unknown. `months`: paid again after so many; missing = paid once. */
  readonly price?: Money & { readonly months?: number }
  readonly renewsAt?: string
  readonly rentedAt?: string
}

/** The record of a number. Values that nobody told are left out, never made up. */
export function recordOf({ owned, ...place }: ListedNumber, numbering: PhoneNumbering): NumberRecord {
  const { number, name, country, type, capabilities, state, routing, renewsAt, rentedAt } = owned
  const until = endOf(state)
  const price = priceOf(owned)
  return {
    number,
    international: numbering.format(number),
    national: numbering.formatNational(number),
    ...(name === undefined ? {} : { name }),
    ...(country === undefined ? {} : { country }),
    ...(type === undefined ? {} : { type }),
    capabilities,
    state: state.kind === 'other' ? state.word : state.kind,
    ...(until === undefined ? {} : { until }),
    provider: place.provider,
    account: place.account,
    sandbox: place.sandbox,
    ...(routing === undefined ? {} : { routing }),
    ...(price === undefined ? {} : { price }),
    ...(renewsAt === undefined ? {} : { renewsAt }),
    ...(rentedAt === undefined ? {} : { rentedAt }),
  }
}

function endOf(state: NumberState): string | undefined {
  if (state.kind === 'releasing') return state.until
  return state.kind === 'released' ? state.cancellableUntil : undefined
}

function priceOf({ price }: OwnedNumber): NumberRecord['price'] {
  if (price.kind === 'unknown') return undefined
  return price.kind === 'once' ? price.money : { ...price.money, months: price.months }
}

import type { CountryCode } from '../../core/country.ts'
import type { Capability } from '../../core/numberKind.ts'
import type { Offer } from '../../core/offer.ts'
import type { NumberState, OwnedNumber } from '../../core/ownedNumber.ts'
import { type E164, parseE164 } from '../../core/phoneNumber.ts'
import { oncePrice, recurringPrice } from '../../core/price.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import { factsOf } from './contiguityFacts.ts'
import { instant } from './contiguityInstant.ts'
import type { NumberRow } from './contiguitySchemas.ts'

/** What the rows do not say themselves. */
export interface RowContext {
  readonly accountId: string
  readonly countryOf: (number: E164) => CountryCode | undefined
}

/** Words of `status` for numbers that can be tried. `g-available` is explained nowhere. */
export const OFFERED_STATUSES: ReadonlySet<string> = new Set(['available', 'g-available'])

/** Words of `status` for numbers that cannot be rented: somebody's, or nobody's to have. */
export const CLOSED_STATUSES: ReadonlySet<string> = new Set(['leased', 'unavailable'])

const mostRequirements = 10

const endedLeases = new Set(['expired', 'terminated'])

/** A lease that is still the account's. The list may contain ended ones; paused, missing and unknown words count as held. */
export function isHeld(leaseStatus: string | null | undefined): boolean {
  return !endedLeases.has((leaseStatus ?? '').trim().toLowerCase())
}

/** True when this account leases the number now: only then does a row carry a lease. */
export function isLeasedByAccount(row: NumberRow): boolean {
  return (row.lease_id ?? '') !== '' && isHeld(row.lease_status)
}

/** The row's number. Its `id` is the key; `number.e164` has been seen repeated over several rows. */
export function numberOf(row: Pick<NumberRow, 'id' | 'number'>): E164 | undefined {
  return parseE164(row.id?.trim() ?? '') ?? parseE164(row.number?.e164?.trim() ?? '')
}

/** A leased number as our own type. */
export function ownedFrom(row: NumberRow, number: E164, context: RowContext): OwnedNumber {
  const country = countryFrom(row, number, context)
  const rentedAt = instant(row.billing?.period?.start)
  return {
    accountId: context.accountId,
    number,
    ...(country === undefined ? {} : { country }),
    capabilities: channelsOf(row),
    state: stateFrom(row.lease_status),
    price: recurringPrice(row.pricing?.monthly_rate, currencyOf(row)),
    ...(rentedAt === undefined ? {} : { rentedAt }),
    facts: factsOf(row),
  }
}

/** An available number as our own type. */
export function offerFrom(row: NumberRow, number: E164, context: RowContext): Offer {
  const country = countryFrom(row, number, context)
  const area = [row.location?.city, row.location?.region].map((part) => plainSentence(part ?? '')).filter(Boolean)
  return {
    accountId: context.accountId,
    number,
    ...(country === undefined ? {} : { country }),
    capabilities: channelsOf(row),
    ...(area.length === 0 ? {} : { area: area.join(', ') }),
    price: recurringPrice(row.pricing?.monthly_rate, currencyOf(row)),
    setup: oncePrice(row.pricing?.upfront_fee, currencyOf(row)),
    requirements: (row.data?.requirements ?? []).slice(0, mostRequirements).map(requirementSentence),
    requirementsInShort: (row.data?.requirements ?? []).flatMap(
      (word) => requirementsInShort.get(word.toLowerCase()) ?? [],
    ),
    rentable: { kind: 'direct' },
  }
}

const requirementSentences = new Map([
  ['imessage_entitlement_required', t('Contiguity asks for the iMessage entitlement.')],
  ['whatsapp_entitlement_required', t('Contiguity asks for the WhatsApp entitlement.')],
  ['enterprise_plan_required', t('Contiguity asks for the enterprise plan.')],
])

const requirementsInShort = new Map([
  ['imessage_entitlement_required', t('needs the iMessage entitlement')],
  ['whatsapp_entitlement_required', t('needs the WhatsApp entitlement')],
  ['enterprise_plan_required', t('needs the enterprise plan')],
])

/** A requirement as a sentence; it announces a refusal when it is not met. */
export function requirementSentence(word: string): string {
  return requirementSentences.get(word.toLowerCase()) ?? t('Contiguity requires: {0}.', plainSentence(word))
}

/** The word of the lease as a state. A missing word is an ordinary lease. */
export function stateFrom(leaseStatus: string | null | undefined): NumberState {
  const word = plainSentence(leaseStatus ?? '')
  switch (word.toLowerCase()) {
    case '':
    case 'active':
      return { kind: 'active' }
    case 'pending':
      return { kind: 'pending' }
    default:
      return { kind: 'other', word }
  }
}

function channelsOf(row: NumberRow): readonly Capability[] {
  const channels = row.capabilities?.channels ?? []
  return [...new Set(channels.map((channel) => plainSentence(channel).toLowerCase()).filter(Boolean))]
}

function currencyOf(row: NumberRow): string | undefined {
  return row.pricing?.currency?.trim().toUpperCase()
}

function countryFrom(row: NumberRow, number: E164, context: RowContext): CountryCode | undefined {
  const country = row.location?.country?.trim().toUpperCase() ?? ''
  return /^[A-Z]{2}$/.test(country) ? country : context.countryOf(number)
}

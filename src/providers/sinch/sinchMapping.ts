import type { CountryCode } from '../../core/country.ts'
import type { Capability, KnownNumberType, NumberType } from '../../core/numberKind.ts'
import type { Offer, Rentable } from '../../core/offer.ts'
import type { NumberState, OwnedNumber, UnreadableRow } from '../../core/ownedNumber.ts'
import { type E164, parseE164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { oncePrice, type Price, recurringPrice } from '../../core/price.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import { countryFrom } from './sinchAccount.ts'
import { factsOf } from './sinchFacts.ts'
import { describeLinks } from './sinchLinks.ts'
import { type OfferRow, type OwnedRow, offerRow, ownedRow, type WireMoney } from './sinchSchemas.ts'

/** What the rows do not say themselves. */
export interface RowContext {
  readonly accountId: string
  readonly numbering: PhoneNumbering
}

/** Sinch's words for number types; the ones a search may ask for. */
export const wireTypes = ['LOCAL', 'MOBILE', 'TOLL_FREE'] as const
export type WireType = (typeof wireTypes)[number]

const typesByWord = new Map<string, KnownNumberType>([
  ['LOCAL', 'local'],
  ['MOBILE', 'mobile'],
  ['TOLL_FREE', 'tollFree'],
])

/** `TOLL_FREE` → `tollFree`; a word we do not know stays as it is, none = undefined. */
export function typeFrom(word: string | null | undefined): NumberType | undefined {
  const plain = plainSentence(word ?? '')
  return plain === '' ? undefined : (typesByWord.get(plain) ?? plain)
}

/** Undefined for a type that Sinch does not have. */
export function typeToWire(type: KnownNumberType): WireType | undefined {
  return wireTypes.find((word) => typesByWord.get(word) === type)
}

export function capabilitiesFrom(words: readonly string[]): readonly Capability[] {
  return [...new Set(words.map((word) => plainSentence(word).toLowerCase()).filter((word) => word !== ''))]
}

/** A row of `activeNumbers` with its number, or why it cannot be read. */
export function readOwnedRow(row: unknown): { readonly row: OwnedRow; readonly number: E164 } | UnreadableRow {
  const parsed = ownedRow.safeParse(row)
  if (!parsed.success) return { reason: t('the row has no phone number') }
  const number = parseE164(parsed.data.phoneNumber.trim())
  if (number !== undefined) return { row: parsed.data, number }
  const hint = plainSentence(parsed.data.phoneNumber).slice(0, 40)
  return { reason: t('its number is not in international form'), ...(hint === '' ? {} : { hint }) }
}

export function ownedFrom(row: OwnedRow, number: E164, context: RowContext): OwnedNumber {
  const country = countryFrom(row.regionCode, number, context.numbering)
  const type = typeFrom(row.type)
  const state = stateOf(row)
  const name = plainSentence(row.displayName ?? '')
  const routing = describeLinks(row)
  const renewsAt = state.kind === 'active' ? instant(row.nextChargeDate) : undefined
  return {
    accountId: context.accountId,
    number,
    ...(country === undefined ? {} : { country }),
    ...(type === undefined ? {} : { type }),
    capabilities: capabilitiesFrom(row.capability),
    state,
    price: priceFrom(row.money, row.paymentIntervalMonths),
    ...(name === '' ? {} : { name }),
    ...(routing === '' ? {} : { routing }),
    ...(renewsAt === undefined ? {} : { renewsAt }),
    facts: factsOf(row),
  }
}

/** `expireAt` is the only sign of a release: null = active, set = given up and alive until then. */
function stateOf(row: OwnedRow): NumberState {
  if (!row.expireAt?.trim()) return { kind: 'active' }
  const until = instant(row.expireAt)
  return until === undefined ? { kind: 'releasing' } : { kind: 'releasing', until }
}

/** A row of `availableNumbers`, undefined when it has no readable number. */
export function readOfferRow(row: unknown, asked: CountryCode | undefined, context: RowContext): Offer | undefined {
  const parsed = offerRow.safeParse(row)
  const number = parsed.success ? parseE164(parsed.data.phoneNumber.trim()) : undefined
  return parsed.success && number !== undefined ? offerFrom(parsed.data, number, asked, context) : undefined
}

function offerFrom(row: OfferRow, number: E164, asked: CountryCode | undefined, context: RowContext): Offer {
  const country = countryFrom(row.regionCode ?? asked, number, context.numbering)
  const type = typeFrom(row.type)
  const traits = { ...(country === undefined ? {} : { country }), ...(type === undefined ? {} : { type }) }
  return {
    accountId: context.accountId,
    number,
    ...traits,
    capabilities: capabilitiesFrom(row.capability),
    price: priceFrom(row.monthlyPrice, 1),
    setup: oncePrice(row.setupPrice?.amount, row.setupPrice?.currencyCode ?? undefined),
    requirements: requirementsOf(row),
    requirementsInShort: row.supportingDocumentationRequired === true ? [t('may need documents')] : [],
    rentable: canRentDirectly(traits),
  }
}

/** Why Sinch's direct rent does not work here. */
export const orderNeeded = t(
  'Sinch rents only local numbers of the United States directly. This one needs a number order in the Sinch dashboard.',
)

/** `:rent` is documented for US LOCAL only; for everything else Sinch asks for a number order. */
export function canRentDirectly(offer: Pick<Offer, 'country' | 'type'>): Rentable {
  if (offer.country === 'US' && offer.type === 'local') return { kind: 'direct' }
  return { kind: 'notHere', reason: orderNeeded }
}

function requirementsOf(row: OfferRow): readonly string[] {
  const months = row.paymentIntervalMonths ?? 1
  return [
    ...(row.supportingDocumentationRequired === true ? [t('Sinch may ask for supporting documents.')] : []),
    ...(months > 1 ? [t('Sinch charges for {0} months at a time.', months)] : []),
  ]
}

/** Unknown when amount, currency or interval are missing; Sinch's examples have an interval of 0 too. */
function priceFrom(money: WireMoney, months: number | null | undefined): Price {
  return recurringPrice(money?.amount, money?.currencyCode ?? undefined, months ?? 0)
}

/** RFC 3339 with up to microseconds, kept as it was written; undefined for anything else. */
export function instant(text: string | null | undefined): string | undefined {
  const written = text?.trim() ?? ''
  const looksRight = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.test(written)
  return looksRight && !Number.isNaN(Date.parse(written)) ? written : undefined
}

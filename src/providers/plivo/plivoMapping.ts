import type { CountryCode } from '../../core/country.ts'
import type { Capability, KnownNumberType, NumberType } from '../../core/numberKind.ts'
import type { Offer, Rentable } from '../../core/offer.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import { type E164, e164FromDigits } from '../../core/phoneNumber.ts'
import { oncePrice, recurringPrice } from '../../core/price.ts'
import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import { describeApplication, parseApplication } from './plivoApplications.ts'
import { factsOf } from './plivoFacts.ts'
import type { OfferRow, OwnedRow } from './plivoSchemas.ts'

/** What the rows do not say themselves. */
export interface RowContext {
  readonly accountId: string
  readonly authId: string
  readonly countryOf: (number: E164) => CountryCode | undefined
}

/** Plivo's number as E.164: digits, and a plus is forgiven. */
export function numberFrom(text: string): E164 | undefined {
  return e164FromDigits(text.trim().replace(/^\+/, ''))
}

/** Plivo's rates have no currency field; its documentation says USD. Not verified for accounts billed in another currency. */
export function currencyOf(): string {
  return 'USD'
}

/** `tollfree` → `tollFree`; a word we do not know stays as it is. */
export function typeFrom(word: string | null | undefined): NumberType | undefined {
  const lower = plainSentence(word ?? '').toLowerCase()
  if (lower === '') return undefined
  return lower === 'tollfree' ? 'tollFree' : lower
}

export function typeToWire(type: KnownNumberType): string {
  return type.toLowerCase()
}

/** Subaccounts find numbers but cannot rent them (their rent is answered with 404). */
export function isSubaccount(authId: string): boolean {
  return authId.startsWith('SA')
}

export function capabilitiesOf(row: Pick<OwnedRow, 'sms_enabled' | 'mms_enabled' | 'voice_enabled'>): Capability[] {
  const flags = { sms: row.sms_enabled, mms: row.mms_enabled, voice: row.voice_enabled }
  return Object.entries(flags).flatMap(([capability, enabled]) => (enabled === true ? [capability] : []))
}

/** A row of `Number/` as our own type. `number` is the row's own, already read. */
export function ownedFrom(row: OwnedRow, number: E164, context: RowContext): OwnedNumber {
  const country = context.countryOf(number)
  const type = typeFrom(row.number_type) ?? typeFrom(row.type)
  const name = plainSentence(row.alias ?? '')
  const link = parseApplication(row.application)
  const renewsAt = calendarDay(row.renewal_date)
  const rentedAt = calendarDay(row.added_on)
  return {
    accountId: context.accountId,
    number,
    ...(country === undefined ? {} : { country }),
    ...(type === undefined ? {} : { type }),
    capabilities: capabilitiesOf(row),
    state: row.active === false ? { kind: 'pending' } : { kind: 'active' },
    price: recurringPrice(row.monthly_rental_rate, currencyOf()),
    ...(name === '' ? {} : { name }),
    ...(link === undefined ? {} : { routing: plainSentence(describeApplication(link)) }),
    ...(renewsAt === undefined ? {} : { renewsAt }),
    ...(rentedAt === undefined ? {} : { rentedAt }),
    facts: factsOf(row),
  }
}

/** What was asked when an offer was found: Plivo's own filters say things that its rows leave out. */
export interface AskedFor {
  readonly country: CountryCode
  readonly type?: KnownNumberType
  /** Capabilities that Plivo itself filtered by. */
  readonly services: readonly Capability[]
}

/** A row of `PhoneNumber/` as our own type. */
export function offerFrom(row: OfferRow, number: E164, asked: AskedFor, context: RowContext): Offer {
  const type = typeFrom(row.sub_type) ?? asked.type ?? typeFrom(row.type)
  const area = areaOf(row)
  return {
    accountId: context.accountId,
    number,
    country: asked.country,
    ...(type === undefined ? {} : { type }),
    capabilities: offeredCapabilities(row, asked.services),
    ...(area === '' ? {} : { area }),
    price: recurringPrice(row.monthly_rental_rate, currencyOf()),
    setup: oncePrice(row.setup_rate, currencyOf()),
    requirements: requirementsOf(row),
    requirementsInShort: requirementsInShort(row),
    rentable: rentableWith(context.authId),
  }
}

/** A missing flag is answered by the filter that found the row; a flag that says no is believed. */
function offeredCapabilities(row: OfferRow, services: readonly Capability[]): readonly Capability[] {
  return capabilitiesOf({
    sms_enabled: row.sms_enabled ?? services.includes('sms'),
    mms_enabled: row.mms_enabled ?? services.includes('mms'),
    voice_enabled: row.voice_enabled ?? services.includes('voice'),
  })
}

function areaOf(row: OfferRow): string {
  const country = (row.country ?? '').toLowerCase()
  const parts = [row.city ?? row.rate_center, row.region]
    .map((part) => plainSentence(part ?? ''))
    .filter((part) => part !== '' && part.toLowerCase() !== country)
  return [...new Set(parts)].join(', ')
}

const restrictionSentences = new Map([
  ['city-address', t('Plivo asks for an address in the number’s city.')],
  ['country-address', t('Plivo asks for an address in the number’s country.')],
  ['terms-and-conditions', t('Plivo asks you to accept further terms.')],
])

const restrictionsInShort = new Map([
  ['city-address', t('needs an address in its city')],
  ['country-address', t('needs an address in its country')],
  ['terms-and-conditions', t('has further terms')],
])

const mostPrerequisites = 10

/** What Plivo wants for a restricted number, in its own sentence where it has one. */
export function requirementsOf(row: OfferRow): readonly string[] {
  const sentences: string[] = []
  const word = plainSentence(row.restriction ?? '')
  const own = plainSentence(row.restriction_text ?? '')
  if (own !== '') sentences.push(own)
  else if (word !== '')
    sentences.push(restrictionSentences.get(word.toLowerCase()) ?? t('Plivo restricts it: {0}.', word))
  for (const { type, scope } of (row.prerequisites ?? []).slice(0, mostPrerequisites)) {
    const parts = [type, scope].map((part) => plainSentence(part ?? '')).filter((part) => part !== '')
    if (parts.length > 0) sentences.push(t('Plivo asks for documents: {0}.', parts.join(', ')))
  }
  return sentences
}

/** The same in a few words, as far as the words are known. */
function requirementsInShort(row: OfferRow): readonly string[] {
  const known = restrictionsInShort.get(plainSentence(row.restriction ?? '').toLowerCase())
  const documents = (row.prerequisites ?? []).length > 0 ? [t('needs documents')] : []
  return known === undefined ? documents : [known, ...documents]
}

/** Whether these credentials can rent at all. */
export function rentableWith(authId: string): Rentable {
  if (!isSubaccount(authId)) return { kind: 'direct' }
  return { kind: 'notHere', reason: t('Plivo rents with the main account only; these are subaccount credentials.') }
}

function calendarDay(text: string | null | undefined): string | undefined {
  const day = text?.trim()
  return day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined
}

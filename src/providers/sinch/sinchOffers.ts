import { matchesDigits } from '../../core/digitPattern.ts'
import type { Offer, OfferList, OfferQuery, Quote } from '../../core/offer.ts'
import { digitsOf, type E164 } from '../../core/phoneNumber.ts'
import { ProviderError, type ProviderErrorKind } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { jsonOrUndefined, readAnswer } from '../../http/answers.ts'
import { type Call, numberSegment, type QueryPairs, type SinchAccount, successful } from './sinchAccount.ts'
import { isSinchNotFound, sinchFailure } from './sinchErrors.ts'
import { readOfferRow, typeToWire, type WireType, wireTypes } from './sinchMapping.ts'
import { searchAnswer } from './sinchSchemas.ts'
import { askWithSizes } from './sinchSizes.ts'

const mostOffers = 100
const filteredBySinch = new Map([
  ['sms', 'SMS'],
  ['voice', 'VOICE'],
])

/** Offers for a query. Sinch wants a type with each search, so without one all types are searched side by side. */
export async function searchOffers(account: SinchAccount, query: OfferQuery, call: Call): Promise<OfferList> {
  const types = wireTypesOf(query)
  const lists = await Promise.allSettled(types.map((type) => searchType(account, query, type, types.length, call)))
  return merge(lists.map(settled))
}

function wireTypesOf(query: OfferQuery): readonly WireType[] {
  if (query.type === undefined) return wireTypes
  const type = typeToWire(query.type)
  return type === undefined ? [] : [type]
}

async function searchType(
  account: SinchAccount,
  query: OfferQuery,
  type: WireType,
  searches: number,
  call: Call,
): Promise<OfferList> {
  const wanted = wireQuery(query, type, account)
  const largest = searches === 1 ? mostOffers : mostOffers / 2
  const { answer, size } = await askWithSizes('size', [largest, undefined], (asked) =>
    account.ask('/availableNumbers', asked === undefined ? wanted : [...wanted, ['size', String(asked)]], call),
  )
  const rows = readAnswer('sinch', successful(answer), searchAnswer).availableNumbers ?? []
  const read = rows.map((row) => readOfferRow(row, query.country, account))
  const offers = read.filter((offer) => offer !== undefined)
  return {
    offers: offers.filter((offer) => fits(offer, query, account)),
    // Sinch counts nothing here and has no next page: as many rows as asked for means that there are probably more.
    more: rows.length > 0 && rows.length >= (size ?? 0),
    unreadable: read.length - offers.length,
  }
}

/** Names with dots, plural `capabilities`, repeated. The pattern is matched against the whole number with its plus. */
function wireQuery(query: OfferQuery, type: WireType, account: SinchAccount): QueryPairs {
  const capabilities = query.capabilities.flatMap((capability) => filteredBySinch.get(capability) ?? [])
  return [
    ['regionCode', query.country],
    ['type', type],
    ...capabilities.map((capability) => ['capabilities', capability] as const),
    ...patternPairs(query, account),
  ]
}

function patternPairs({ country, digits }: OfferQuery, account: SinchAccount): QueryPairs {
  if (digits === undefined) return []
  const code = account.numbering.callingCodeOf(country)
  if (digits.position === 'start' && code === undefined) return []
  const pattern = digits.position === 'start' ? `+${code}${digits.digits}` : digits.digits
  const position = { start: 'START', contains: 'CONTAINS', end: 'END' }[digits.position]
  return [
    ['numberPattern.pattern', pattern],
    ['numberPattern.searchPattern', position],
  ]
}

/** What Sinch cannot filter by or may read otherwise: other capabilities, digits of the national number only. */
function fits(offer: Offer, query: OfferQuery, account: SinchAccount): boolean {
  return (
    query.capabilities.every((capability) => offer.capabilities.includes(capability)) &&
    (query.digits === undefined || matchesDigits(nationalDigits(offer.number, query, account), query.digits))
  )
}

function nationalDigits(number: E164, { country }: OfferQuery, account: SinchAccount): string {
  const code = account.numbering.callingCodeOf(country) ?? ''
  const digits = digitsOf(number)
  return digits.startsWith(code) ? digits.slice(code.length) : digits
}

/** One type's list, or why there is none. */
function settled(outcome: PromiseSettledResult<OfferList>): OfferList | ProviderError {
  if (outcome.status === 'fulfilled') return outcome.value
  if (outcome.reason instanceof ProviderError) return outcome.reason
  throw outcome.reason
}

/** A type that a region does not have may be refused: that hides nothing as long as another type was answered. */
function merge(lists: readonly (OfferList | ProviderError)[]): OfferList {
  const read = lists.filter((list): list is OfferList => !(list instanceof ProviderError))
  const refused = lists.filter((list) => list instanceof ProviderError)
  const serious = refused.find((error) => read.length === 0 || !['invalid', 'notFound'].includes(error.kind))
  if (serious !== undefined) throw serious
  const offers = new Map(read.flatMap((list) => list.offers.map((offer) => [offer.number, offer] as const)))
  return {
    offers: [...offers.values()],
    more: read.some((list) => list.more),
    unreadable: read.reduce((sum, list) => sum + list.unreadable, 0),
  }
}

/** Failures after which renting could still work: only the price stays unconfirmed. */
const passing: ReadonlySet<ProviderErrorKind> = new Set([
  'invalid',
  'network',
  'notFound',
  'rateLimited',
  'timeout',
  'unexpected',
])

/** One offer with today's price, straight from Sinch. */
export async function quoteAgain(account: SinchAccount, offer: Offer, call: Call): Promise<Quote> {
  const segment = numberSegment(offer.number, call.operation)
  try {
    const answer = await account.ask(`/availableNumbers/${segment}`, [], call)
    if (isSinchNotFound(answer)) return { kind: 'gone' }
    const found = readOfferRow(jsonOrUndefined(successful(answer)), offer.country, account)
    if (found?.number === offer.number) return { kind: 'offered', offer: found }
    throw sinchFailure('unexpected', 'quote', { detail: t('the answer is not this offer') })
  } catch (error) {
    if (!(error instanceof ProviderError) || !passing.has(error.kind)) throw error
    return { kind: 'unconfirmed', reason: error.facts.sentence ?? t('Sinch could not be asked for this number now.') }
  }
}

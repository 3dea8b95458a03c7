import type { CountryCode } from '../../core/country.ts'
import { matchesDigits, nationalDigits } from '../../core/digitPattern.ts'
import type { Capability } from '../../core/numberKind.ts'
import type { Offer, OfferList, OfferQuery, Quote } from '../../core/offer.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { ProviderError, type ProviderErrorKind } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { parallelPages } from '../../http/parallelPages.ts'
import type { Call, PlivoAccount } from './plivoAccount.ts'
import { type AskedFor, numberFrom, offerFrom, typeFrom, typeToWire } from './plivoMapping.ts'
import { fetchPage, type Page, pageOffsets, rowsPerPage } from './plivoPages.ts'
import { type OfferRow, offerRow } from './plivoSchemas.ts'

const mostPages = 5
const pagesInFlight = 4

/** Offers for a query, at most 100 rows read at a time. Ends-with, contains and unusual capability sets are filtered here. */
export async function searchOffers(
  account: PlivoAccount,
  numbering: PhoneNumbering,
  query: OfferQuery,
  signal: AbortSignal,
): Promise<OfferList> {
  const services = servicesFor(query.capabilities)
  const asked: AskedFor = { country: query.country, services, ...(query.type ? { type: query.type } : {}) }
  const start = Number(query.from ?? 0)
  const { pages, more } = await readSome(account, wireQuery(query, services), start, { operation: 'search', signal })
  const offers = new Map<E164, Offer>()
  let unreadable = 0
  for (const row of pages.flatMap((page) => page.rows)) {
    const read = readOfferRow(row)
    if (read === undefined) unreadable++
    else if (isOfType(read.row, asked)) offers.set(read.number, offerFrom(read.row, read.number, asked, account.rows))
  }
  const wanted = [...offers.values()].filter(
    (offer) =>
      query.capabilities.every((capability) => offer.capabilities.includes(capability)) &&
      fitsDigits(offer.number, query, numbering),
  )
  return { offers: wanted, more, unreadable, ...(more ? { next: String(start + mostPages * rowsPerPage) } : {}) }
}

/** An exact number as Plivo offers it now, found by its own national digits. Undefined when it is not offered. */
export async function findOffer(
  account: PlivoAccount,
  numbering: PhoneNumbering,
  wanted: { readonly number: E164; readonly country: CountryCode },
  call: Call,
): Promise<{ readonly offer: Offer; readonly restricted: boolean } | undefined> {
  const pattern = nationalDigits(wanted.number, numbering.callingCodeOf(wanted.country))
  const page = await fetchPage(account, 'PhoneNumber/', { country_iso: wanted.country, pattern }, 0, call)
  for (const row of page.rows) {
    const read = readOfferRow(row)
    if (read?.number !== wanted.number) continue
    const offer = offerFrom(read.row, read.number, { country: wanted.country, services: [] }, account.rows)
    return { offer, restricted: (read.row.restriction ?? '') !== '' }
  }
  return undefined
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

/** Asks for an offer again: Plivo has no request for one offer, so it is searched by its exact digits. */
export async function quoteAgain(
  account: PlivoAccount,
  numbering: PhoneNumbering,
  offer: Offer,
  signal: AbortSignal,
): Promise<Quote> {
  const country = offer.country ?? numbering.countryOf(offer.number)
  if (country === undefined || numbering.callingCodeOf(country) === undefined) {
    return {
      kind: 'unconfirmed',
      reason: t('The country of the number is not known, so Plivo cannot be asked for it.'),
    }
  }
  try {
    const found = await findOffer(account, numbering, { number: offer.number, country }, { operation: 'quote', signal })
    return found === undefined ? { kind: 'gone' } : { kind: 'offered', offer: found.offer }
  } catch (error) {
    if (!(error instanceof ProviderError) || !passing.has(error.kind)) throw error
    return { kind: 'unconfirmed', reason: error.facts.sentence ?? t('Plivo could not be asked for this number now.') }
  }
}

/** Plivo's `services` filter knows these sets only; for others the nearest smaller one is asked and the rest filtered here. */
function servicesFor(capabilities: readonly Capability[]): readonly Capability[] {
  const wanted = (capability: string) => capabilities.includes(capability)
  if (wanted('mms')) return wanted('voice') && wanted('sms') ? ['voice', 'sms', 'mms'] : ['mms']
  if (wanted('sms')) return wanted('voice') ? ['voice', 'sms'] : ['sms']
  return wanted('voice') ? ['voice'] : []
}

function wireQuery(query: OfferQuery, services: readonly Capability[]): Readonly<Record<string, string>> {
  return {
    country_iso: query.country,
    ...(query.type === undefined ? {} : { type: typeToWire(query.type) }),
    ...(services.length === 0 ? {} : { services: services.join(',') }),
    ...(query.digits?.position === 'start' ? { pattern: query.digits.digits } : {}),
  }
}

/** Some pages of a search from an offset on. Its count is no promise: results drift between requests. */
async function readSome(account: PlivoAccount, query: Readonly<Record<string, string>>, start: number, call: Call) {
  const read = (offset: number, signal: AbortSignal) =>
    fetchPage(account, 'PhoneNumber/', query, start + offset, { ...call, signal })
  const first = await read(0, call.signal)
  const pages: Page[] = [first]
  const unread = first.rows.length < rowsPerPage ? 0 : Number.POSITIVE_INFINITY
  const total = first.total === undefined ? unread : first.total - start
  for await (const page of parallelPages(pageOffsets(total, mostPages), pagesInFlight, call.signal, read)) {
    pages.push(page)
  }
  const lastIsFull = (pages.at(-1)?.rows.length ?? 0) >= rowsPerPage
  const more = first.total === undefined ? lastIsFull : total > mostPages * rowsPerPage
  return { pages, more }
}

function readOfferRow(row: unknown): { readonly row: OfferRow; readonly number: E164 } | undefined {
  const parsed = offerRow.safeParse(row)
  const number = parsed.success ? numberFrom(parsed.data.number) : undefined
  return parsed.success && number !== undefined ? { row: parsed.data, number } : undefined
}

/** `sub_type` is what the filter uses; `type` is coarser and says nothing here. */
function isOfType(row: OfferRow, asked: AskedFor): boolean {
  const subType = typeFrom(row.sub_type)
  return asked.type === undefined || subType === undefined || subType === asked.type
}

function fitsDigits(number: E164, query: OfferQuery, numbering: PhoneNumbering): boolean {
  if (query.digits === undefined) return true
  return matchesDigits(nationalDigits(number, numbering.callingCodeOf(query.country)), query.digits)
}

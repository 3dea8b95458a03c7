import { matchesDigits, nationalDigits } from '../../core/digitPattern.ts'
import type { Offer, OfferList, OfferQuery, Quote } from '../../core/offer.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { t } from '../../core/words.ts'
import type { ContiguityAccount } from './contiguityAccount.ts'
import { fetchNumber, fetchRows, readRow } from './contiguityLeases.ts'
import { CLOSED_STATUSES, isLeasedByAccount, OFFERED_STATUSES, offerFrom } from './contiguityMapping.ts'
import type { NumberRow } from './contiguitySchemas.ts'

const mostOffers = 200

/**
 * Offers for a query. Contiguity sends everything it has and filters nothing, so all of it is filtered here. At most 200 are returned; for more
 * the list is read again and counted from where it ended.
 */
export async function searchOffers(
  account: ContiguityAccount,
  numbering: PhoneNumbering,
  query: OfferQuery,
  signal: AbortSignal,
): Promise<OfferList> {
  const offers = new Map<E164, Offer>()
  let unreadable = 0
  for (const row of await fetchRows(account, 'leases', { operation: 'search', signal })) {
    const read = readRow(row)
    if (read === undefined) {
      unreadable++
    } else if (isListedAsOffer(read.row) && !offers.has(read.number)) {
      const offer = offerFrom(read.row, read.number, account.rows)
      if (fits(offer, query, numbering)) offers.set(read.number, offer)
    }
  }
  const start = Number(query.from ?? 0)
  const end = start + mostOffers
  const more = offers.size > end
  return { offers: [...offers.values()].slice(start, end), more, unreadable, ...(more ? { next: String(end) } : {}) }
}

/** Asks for one number again: whether it can still be tried, and at which price. */
export async function quote(account: ContiguityAccount, offer: Offer, signal: AbortSignal): Promise<Quote> {
  const row = await fetchNumber(account, offer.number, { operation: 'quote', signal })
  if (row === undefined || isLeasedByAccount(row) || hasStatus(row, CLOSED_STATUSES)) return { kind: 'gone' }
  if (hasStatus(row, OFFERED_STATUSES)) {
    return { kind: 'offered', offer: offerFrom(row, offer.number, account.rows) }
  }
  return { kind: 'unconfirmed', reason: t('Contiguity does not say clearly whether this number can be rented.') }
}

/** A row's `status` is one of these words. */
export function hasStatus(row: NumberRow, statuses: ReadonlySet<string>): boolean {
  return statuses.has((row.status ?? '').trim().toLowerCase())
}

/** Partial rows may come without a status: being in the list of offers is what they say then. */
function isListedAsOffer(row: NumberRow): boolean {
  return (row.status ?? '') === '' || hasStatus(row, OFFERED_STATUSES)
}

function fits(offer: Offer, query: OfferQuery, numbering: PhoneNumbering): boolean {
  return (
    offer.country === query.country &&
    query.capabilities.every((capability) => offer.capabilities.includes(capability)) &&
    fitsDigits(offer.number, query, numbering)
  )
}

function fitsDigits(number: E164, query: OfferQuery, numbering: PhoneNumbering): boolean {
  if (query.digits === undefined) return true
  return matchesDigits(nationalDigits(number, numbering.callingCodeOf(query.country)), query.digits)
}

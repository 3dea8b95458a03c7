import { matchesDigits } from '../../core/digitPattern.ts'
import type { Offer, OfferList, OfferQuery, Quote } from '../../core/offer.ts'
import { digitsOf } from '../../core/phoneNumber.ts'
import { ProviderError, type ProviderErrorKind } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess, jsonOrUndefined } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { rowKey } from '../../http/rowKey.ts'
import type { Call, TryvoxAccount } from './tryvoxAccount.ts'
import { tryvoxFailure } from './tryvoxErrors.ts'
import { offerFrom, readNumberRow } from './tryvoxMapping.ts'
import { askPage, nextPage, type Page, readPage } from './tryvoxPages.ts'
import { listAnswer } from './tryvoxSchemas.ts'

/** Not documented: inferred from the path of a rent ("purchase-from-inventory") and from a provider with the same paths. */
export const INVENTORY_PATH = '/inventory/numbers'

const mostPages = 5
/** With these a search has enough for now; the page that brought them is used whole. */
const enoughOffers = 100

const noSearch = t(
  'TryVox does not answer where its offers were expected; a number that you know can be rented by typing it',
)

/**
 * Offers for a query. Only the country is asked for; type, capabilities and digits are filtered here. Rejects with `unsupported` when
 * there is no list at the inferred path: that is not the same as "no offers".
 */
export async function searchOffers(account: TryvoxAccount, query: OfferQuery, call: Call): Promise<OfferList> {
  const offers = new Map<string, Offer>()
  let unreadable = 0
  let next = Number(query.from ?? 1)
  for await (const page of offerPages(account, query.country, next, call)) {
    for (const row of page.rows) {
      const read = readNumberRow(row)
      if (!('number' in read)) unreadable++
      else {
        const offer = offerFrom(read.row, read.number, query.country, account)
        if (fits(offer, query, account)) offers.set(offer.number, offer)
      }
    }
    if (page.isLast) return { offers: [...offers.values()], more: false, unreadable }
    next = page.number + 1
    if (offers.size >= enoughOffers) break
  }
  return { offers: [...offers.values()], more: true, next: String(next), unreadable }
}

interface OfferPage extends Page {
  readonly isLast: boolean
}

/** Some pages of the inventory of a country, from page `first` on. */
async function* offerPages(
  account: TryvoxAccount,
  country: string,
  first: number,
  call: Call,
): AsyncGenerator<OfferPage> {
  const known = new Set<string>()
  for (let wanted: number | undefined = first; wanted !== undefined && wanted < first + mostPages; ) {
    const answer = await askPage(account, INVENTORY_PATH, { country }, wanted, call)
    if (!hasInventory(answer)) throw notAvailable(answer)
    const page = readPage(answer, wanted)
    const before = known.size
    for (const row of page.rows) known.add(rowKey(row))
    wanted = nextPage(page, known.size > before)
    yield { ...page, isLast: wanted === undefined }
  }
}

/** False when the API itself shows that there is no such list. Answers of other servers are not judged here. */
function hasInventory(answer: HttpAnswer): boolean {
  if (answer.status === 404 || answer.status === 405) return false
  const body = jsonOrUndefined(answer)
  return !isSuccess(answer) || body === undefined || listAnswer.safeParse(body).success
}

function notAvailable(answer: HttpAnswer): ProviderError {
  const { operation, status } = answer
  return tryvoxFailure('unsupported', operation, { status, fields: [{ field: t('Search'), problem: noSearch }] })
}

/** A row that does not say its type is kept: leaving it out would look like "none of this type". */
function fits(offer: Offer, query: OfferQuery, account: TryvoxAccount): boolean {
  return (
    offer.country === query.country &&
    (query.type === undefined || offer.type === undefined || offer.type === query.type) &&
    query.capabilities.every((capability) => offer.capabilities.includes(capability)) &&
    (query.digits === undefined || matchesDigits(nationalDigits(offer, account), query.digits))
  )
}

function nationalDigits(offer: Offer, account: TryvoxAccount): string {
  const code = (offer.country === undefined ? undefined : account.numbering.callingCodeOf(offer.country)) ?? ''
  const digits = digitsOf(offer.number)
  return digits.startsWith(code) ? digits.slice(code.length) : digits
}

/** Failures after which renting could still work: only the price stays unconfirmed. */
const passing: ReadonlySet<ProviderErrorKind> = new Set([
  'invalid',
  'network',
  'notFound',
  'rateLimited',
  'timeout',
  'unexpected',
  'unsupported',
])

/** Looks for an offer among the country's offers: TryVox has no call for one offer. */
export async function quoteAgain(account: TryvoxAccount, offer: Offer, call: Call): Promise<Quote> {
  const country = offer.country ?? account.numbering.countryOf(offer.number)
  if (country === undefined)
    return unconfirmed(t('The country of the number is not known, so its price cannot be asked.'))
  try {
    for await (const page of offerPages(account, country, 1, call)) {
      for (const row of page.rows) {
        const read = readNumberRow(row)
        if (!('number' in read) || read.number !== offer.number) continue
        return { kind: 'offered', offer: offerFrom(read.row, read.number, country, account) }
      }
      if (page.isLast) return { kind: 'gone' }
    }
    return unconfirmed(t('TryVox has too many offers in this country to look through them all.'))
  } catch (error) {
    if (!(error instanceof ProviderError) || !passing.has(error.kind)) throw error
    return unconfirmed(error.facts.sentence ?? t('TryVox could not be asked for this number now.'))
  }
}

function unconfirmed(reason: string): Quote {
  return { kind: 'unconfirmed', reason }
}

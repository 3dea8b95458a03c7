import type { OwnedNumber, UnreadableRow } from '../../core/ownedNumber.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { OwnedPage } from '../../core/providerDriver.ts'
import type { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { isSuccess, jsonOrUndefined } from '../../http/answers.ts'
import { parallelPages } from '../../http/parallelPages.ts'
import { rowKey } from '../../http/rowKey.ts'
import { refuseEndless } from '../../http/rowLimit.ts'
import { type Call, numberPath, type TryvoxAccount } from './tryvoxAccount.ts'
import { tryvoxError, tryvoxFailure } from './tryvoxErrors.ts'
import { ownedFrom, readNumberRow } from './tryvoxMapping.ts'
import { askPage, nextPage, type Page, readPage, rowsPerPage } from './tryvoxPages.ts'
import { type NumberRow, singleNumber } from './tryvoxSchemas.ts'

const mostReadings = 2
const mostPages = 2_000
/** TryVox publishes no rate, so only a few pages are asked for side by side. */
const pagesInFlight = 6

/** Empty = every owned number. A status is never asked for: suspended and pending numbers are owned too. */
export type ListFilters = Readonly<{ country?: string }>

/** What one reading from the first page on has met. */
interface Reading {
  readonly keys: Set<string>
  readonly totals: Set<number>
  last: number | undefined
}

/** Each number of the account once. */
export async function* listOwned(account: TryvoxAccount, filters: ListFilters, call: Call): AsyncGenerator<OwnedPage> {
  for await (const { rows, ...page } of listRows(account, filters, call)) {
    yield { ...page, numbers: rows.map(({ row, number }) => ownedFrom(row, number, account)) }
  }
}

/** A row of TryVox with its number. */
export interface OwnedRow {
  readonly row: NumberRow
  readonly number: E164
}

interface RowPage extends Omit<OwnedPage, 'numbers'> {
  readonly rows: readonly OwnedRow[]
}

/** Page numbers shift when numbers come and go, so a count that does not fit is answered by one more reading. */
async function* listRows(account: TryvoxAccount, filters: ListFilters, call: Call): AsyncGenerator<RowPage> {
  const seen = new Set<string>()
  for (let round = 1; ; round++) {
    const reading: Reading = { keys: new Set(), totals: new Set(), last: undefined }
    for await (const page of readPages(account, filters, call, reading)) yield newRows(page, seen)
    if (isWhole(reading)) return
    if (round === mostReadings) throw incomplete(reading, call)
  }
}

/** Pages in order; what they contain is noted in `reading`. After the first page the others are asked for side by side. */
async function* readPages(account: TryvoxAccount, filters: ListFilters, call: Call, reading: Reading) {
  const read = async (page: number, signal: AbortSignal) =>
    keyed(readPage(await askPage(account, '/numbers', filters, page, { ...call, signal }), page))
  const first = await read(1, call.signal)
  let next = nextPage(first, note(first, reading))
  yield first
  if (first.totalPages === undefined) {
    while (next !== undefined) {
      const page: KeyedPage = await read(next, call.signal)
      const broughtNew = note(page, reading)
      if (isEndless(page, broughtNew))
        throw tryvoxFailure('unexpected', call.operation, { detail: t('the pages repeat') })
      next = nextPage(page, broughtNew)
      yield page
    }
    return
  }
  const others = Array.from({ length: Math.min(first.totalPages, mostPages) - 1 }, (_, index) => index + 2)
  for await (const page of parallelPages(next === undefined ? [] : others, pagesInFlight, call.signal, read)) {
    const broughtNew = note(page, reading)
    yield page
    if (page.rows.length === 0 || !broughtNew) return
  }
}

/** Without a count, a full page that was seen before leaves open what comes after it, and so does a list without an end. */
function isEndless(page: KeyedPage, broughtNew: boolean): boolean {
  return page.number > mostPages || (page.rows.length >= rowsPerPage && !broughtNew)
}

/** A page whose rows were read, each with what it is known by when it comes again: its number, or its text where it has none. */
interface KeyedPage extends Omit<Page, 'rows'> {
  readonly rows: readonly { readonly key: string; readonly read: ReturnType<typeof readNumberRow> }[]
}

function keyed(page: Page): KeyedPage {
  const rows = page.rows.map((row) => {
    const read = readNumberRow(row)
    return { key: 'number' in read ? read.number : rowKey(row), read }
  })
  return { ...page, rows }
}

/** True when the page has a row that this reading did not meet before. */
function note(page: KeyedPage, reading: Reading): boolean {
  const before = reading.keys.size
  for (const { key } of page.rows) reading.keys.add(key)
  refuseEndless('tryvox', 'list', reading.keys.size)
  if (page.total !== undefined) reading.totals.add(page.total)
  reading.last = page.total ?? reading.last
  return reading.keys.size > before
}

function newRows(page: KeyedPage, seen: Set<string>): RowPage {
  const rows: OwnedRow[] = []
  const unreadable: UnreadableRow[] = []
  for (const { key, read } of page.rows) {
    if (seen.has(key)) continue
    seen.add(key)
    if ('number' in read) rows.push(read)
    else unreadable.push(read)
  }
  return { rows, unreadable, ...(page.total === undefined ? {} : { total: page.total }) }
}

/** A count that changed in between may have moved a number from a page not read yet to one that was. */
function isWhole({ keys, totals, last }: Reading): boolean {
  return last === undefined || (totals.size === 1 && keys.size >= last)
}

function incomplete({ keys, totals, last = 0 }: Reading, call: Call): ProviderError {
  const detail =
    keys.size < last
      ? t('{0} of {1} numbers are missing from the list', last - keys.size, last)
      : t('the list kept changing while it was read ({0} to {1} numbers)', Math.min(...totals), Math.max(...totals))
  return tryvoxFailure('unexpected', call.operation, { detail })
}

/** One number of the account; undefined only when a complete list does not have it. */
export async function findOwned(
  account: TryvoxAccount,
  number: E164,
  filters: ListFilters,
  call: Call,
): Promise<OwnedNumber | undefined> {
  const row = await findRow(account, number, filters, call)
  return row && ownedFrom(row, number, account)
}

/**
 * The same as TryVox's own row. The call for a single number is not documented, so its "not found", and anything else that is not this
 * number, proves nothing: then the documented list decides.
 */
export async function findRow(
  account: TryvoxAccount,
  number: E164,
  filters: ListFilters,
  call: Call,
): Promise<NumberRow | undefined> {
  const answer = await account.ask(numberPath(number, call.operation), {}, call)
  if (!isSuccess(answer) && answer.status !== 404 && answer.status !== 405) throw tryvoxError(answer)
  const row = singleNumber.safeParse(jsonOrUndefined(answer))
  if (isSuccess(answer) && row.success && row.data.e164.trim() === number) return row.data
  for await (const page of listRows(account, filters, call)) {
    const found = page.rows.find((one) => one.number === number)
    if (found !== undefined) return found.row
  }
  return undefined
}

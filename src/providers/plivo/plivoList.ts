import type { OwnedNumber, UnreadableRow } from '../../core/ownedNumber.ts'
import type { OwnedPage } from '../../core/providerDriver.ts'
import { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { parallelPages } from '../../http/parallelPages.ts'
import { rowKey } from '../../http/rowKey.ts'
import { refuseEndless } from '../../http/rowLimit.ts'
import type { Call, PlivoAccount } from './plivoAccount.ts'
import type { RowContext } from './plivoMapping.ts'
import { type ReadRow, readOwnedRow } from './plivoOwned.ts'
import { fetchPage, type Page, pageOffsets, rowsPerPage } from './plivoPages.ts'

/** 1,000 numbers are 50 requests: far below Plivo's 300 in 5 seconds. */
const pagesInFlight = 16
const mostPages = 10_000
const mostPasses = 2
const mostBarrenPages = 3

/** What one reading of all pages saw. Offsets shift when rows come and go, so the count decides whether it can be believed. */
interface Pass {
  readonly keys: Set<string>
  readonly totals: Set<number>
}

/**
 * All numbers, each once, pages in parallel. When the rows do not match Plivo's own count the list is read once more and only what is
 * new is added; rejects with `unexpected` when numbers are missing even then.
 */
export async function* listOwned(account: PlivoAccount, signal: AbortSignal): AsyncGenerator<OwnedPage> {
  const call: Call = { operation: 'list', signal }
  const seen = new Set<string>()
  const totals = new Set<number>()
  for (let round = 1; round <= mostPasses; round++) {
    const pass: Pass = { keys: new Set(), totals: new Set() }
    for await (const page of readPages(account, call, pass)) yield newRows(page, seen)
    for (const total of pass.totals) totals.add(total)
    if (isWhole(pass.keys, pass.totals)) return
  }
  // Two readings that differ only in their order, with one steady count, make one whole list.
  if (!isWhole(seen, totals)) throw incomplete(seen.size, totals)
}

/** A page whose rows can be recognised when they come again. */
interface KeyedPage {
  readonly rows: readonly { readonly key: string; readonly read: ReadRow }[]
  readonly total?: number
}

type ReadPage = (offset: number, signal: AbortSignal) => Promise<KeyedPage>

/** Pages in order; what they contain is noted in `pass`. */
async function* readPages(account: PlivoAccount, call: Call, pass: Pass): AsyncGenerator<KeyedPage> {
  const read: ReadPage = async (offset, signal) =>
    keyed(await fetchPage(account, 'Number/', {}, offset, { ...call, signal }), account.rows)
  const first = await read(0, call.signal)
  yield note(first, pass)
  if (first.total === undefined) {
    yield* readUntilShort(first, call, pass, read)
    return
  }
  const offsets = pageOffsets(first.total, mostPages)
  let barren = 0
  for await (const page of parallelPages(offsets, pagesInFlight, call.signal, read)) {
    const before = pass.keys.size
    yield note(page, pass)
    barren = pass.keys.size === before ? barren + 1 : 0
    // The count promises more than there is: what is missing is said by whoever compares it.
    if (barren > mostBarrenPages) return
  }
}

/** For an answer without a count: one page after the other until one is not full. */
async function* readUntilShort(first: KeyedPage, call: Call, pass: Pass, read: ReadPage): AsyncGenerator<KeyedPage> {
  let page = first
  for (let offset = rowsPerPage; page.rows.length >= rowsPerPage; offset += rowsPerPage) {
    page = await read(offset, call.signal)
    const before = pass.keys.size
    note(page, pass)
    if (page.rows.length > 0 && pass.keys.size === before) throw unexpected(t('the pages of the list repeat'))
    yield page
  }
}

function note(page: KeyedPage, pass: Pass): KeyedPage {
  for (const { key } of page.rows) pass.keys.add(key)
  refuseEndless('plivo', 'list', pass.keys.size)
  if (page.total !== undefined) pass.totals.add(page.total)
  return page
}

/** A number is one row however often it comes. A row without a number is known by its text and its turn among equal ones of the page. */
function keyed(page: Page, context: RowContext): KeyedPage {
  const turns = new Map<string, number>()
  const rows = page.rows.map((row) => {
    const read = readOwnedRow(row, context)
    if (read.kind === 'owned') return { key: read.owned.number, read }
    const text = rowKey(row)
    const turn = turns.get(text) ?? 0
    turns.set(text, turn + 1)
    return { key: `${text}#${turn}`, read }
  })
  return page.total === undefined ? { rows } : { rows, total: page.total }
}

function newRows(page: KeyedPage, seen: Set<string>): OwnedPage {
  const numbers: OwnedNumber[] = []
  const unreadable: UnreadableRow[] = []
  for (const { key, read } of page.rows) {
    if (seen.has(key)) continue
    seen.add(key)
    if (read.kind === 'owned') numbers.push(read.owned)
    else unreadable.push(read.row)
  }
  return page.total === undefined ? { numbers, unreadable } : { numbers, unreadable, total: page.total }
}

function isWhole(keys: ReadonlySet<string>, totals: ReadonlySet<number>): boolean {
  return totals.size === 0 || (totals.size === 1 && keys.size >= Math.max(...totals))
}

function incomplete(seen: number, totals: ReadonlySet<number>): ProviderError {
  const most = Math.max(...totals)
  if (seen < most) return unexpected(t('{0} of {1} numbers are missing from the list', most - seen, most))
  return unexpected(t('the list kept changing while it was read ({0} to {1} numbers)', Math.min(...totals), most))
}

function unexpected(detail: string): ProviderError {
  return new ProviderError({ kind: 'unexpected', provider: 'plivo', operation: 'list', detail })
}

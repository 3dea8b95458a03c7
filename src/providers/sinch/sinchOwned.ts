import type { OwnedNumber, UnreadableRow } from '../../core/ownedNumber.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { OwnedPage } from '../../core/providerDriver.ts'
import type { ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { readAnswer } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { inPortions } from '../../http/inPortions.ts'
import { rowKey } from '../../http/rowKey.ts'
import { refuseEndless } from '../../http/rowLimit.ts'
import { type Call, numberSegment, type QueryPairs, type SinchAccount, successful } from './sinchAccount.ts'
import { isSinchNotFound, sinchFailure } from './sinchErrors.ts'
import { ownedFrom, readOwnedRow } from './sinchMapping.ts'
import { listAnswer, type OwnedRow, ownedRow } from './sinchSchemas.ts'
import { askWithSizes, listPageSize } from './sinchSizes.ts'

const mostReadings = 2
const mostPages = 10_000
const mostBarrenPages = 20

/** How one reading from the first page on ended. */
type Reading =
  | { readonly kind: 'ended'; readonly rows: number; readonly total: number | undefined; readonly query: QueryPairs }
  | { readonly kind: 'tokenRefused' }

/**
 * One project's numbers, each once. Read again from the start, once, when a page token dies or rows are missing. `onRow` gets Sinch's
 * own rows, for what our type does not say.
 */
export async function* listOwned(
  account: SinchAccount,
  signal: AbortSignal,
  onRow: (row: OwnedRow) => void = () => {},
): AsyncGenerator<OwnedPage> {
  const call: Call = { operation: 'list', signal }
  const progress: Progress = { seen: new Set(), onRow }
  for (let reading = 1; ; reading++) {
    const outcome = yield* readOnce(account, call, progress)
    if (outcome.kind === 'ended' && isComplete(outcome.rows, outcome.total, outcome.query)) return
    if (reading === mostReadings) throw incomplete(outcome)
  }
}

/** The numbers that were yielded already, and who looks on. */
interface Progress {
  readonly seen: Set<string>
  readonly onRow: (row: OwnedRow) => void
}

/** What is asked for one page. The order's direction is not documented, so none is sent. */
export function listQuery(size: number | undefined, token: string | undefined): QueryPairs {
  return [
    ['orderBy', 'phoneNumber'],
    ...(size === undefined ? [] : [['pageSize', String(size)] as const]),
    ...(token === undefined ? [] : [['pageToken', token] as const]),
  ]
}

const notFilters = new Set(['orderBy', 'pageSize', 'pageToken'])

/** Whether all rows came. What Sinch counts under filters is not documented, so only a list without them is compared. */
export function isComplete(rows: number, total: number | undefined, query: QueryPairs): boolean {
  const filtered = query.some(([name]) => !notFilters.has(name))
  return filtered || total === undefined || rows >= total
}

/** Pages from the first one on; only rows that were not seen yet are yielded. */
async function* readOnce(account: SinchAccount, call: Call, progress: Progress): AsyncGenerator<OwnedPage, Reading> {
  const keys = new Set<string>()
  const tokens = new Set<string>()
  const first = await askFirst(account, call)
  let page = readPage(first.answer)
  let barren = 0
  for (let n = 1; ; n++) {
    const before = keys.size
    refuseEndless('sinch', 'list', keys.size + page.rows.length)
    for await (const rows of inPortions(page.rows)) yield newRows({ ...page, rows }, keys, progress, account)
    const token = page.next
    if (token === undefined) {
      return { kind: 'ended', rows: keys.size, total: page.total, query: listQuery(first.size, undefined) }
    }
    barren = keys.size === before ? barren + 1 : 0
    if (tokens.has(token) || barren > mostBarrenPages || n >= mostPages) throw looping(tokens.has(token))
    tokens.add(token)
    const answer = await account.ask('/activeNumbers', listQuery(first.size, token), call)
    if (answer.status === 400) return { kind: 'tokenRefused' }
    page = readPage(answer)
  }
}

function askFirst(account: SinchAccount, call: Call) {
  return askWithSizes('pageSize', listPageSize, (size) =>
    account.ask('/activeNumbers', listQuery(size, undefined), call),
  )
}

interface Page {
  readonly rows: readonly unknown[]
  /** Undefined on the last page: `""`, null and missing all mean it. */
  readonly next: string | undefined
  readonly total: number | undefined
}

function readPage(answer: HttpAnswer): Page {
  const { activeNumbers, nextPageToken, totalSize } = readAnswer('sinch', successful(answer), listAnswer)
  return { rows: activeNumbers ?? [], next: nextPageToken || undefined, total: totalSize ?? undefined }
}

/** A number is one row however often it comes; a row without a number is known by its text. What this reading met is noted in `keys`. */
function newRows(page: Page, keys: Set<string>, { seen, onRow }: Progress, account: SinchAccount): OwnedPage {
  const numbers: OwnedNumber[] = []
  const unreadable: UnreadableRow[] = []
  for (const row of page.rows) {
    const read = readOwnedRow(row)
    const key = 'number' in read ? read.number : rowKey(row)
    keys.add(key)
    if (seen.has(key)) continue
    seen.add(key)
    if ('number' in read) {
      numbers.push(ownedFrom(read.row, read.number, account))
      onRow(read.row)
    } else unreadable.push(read)
  }
  return { numbers, unreadable, ...(page.total === undefined ? {} : { total: page.total }) }
}

function looping(repeated: boolean): ProviderError {
  const detail = repeated
    ? t('the list leads back to a page that was read before')
    : t('the list does not come to an end')
  return sinchFailure('unexpected', 'list', { detail })
}

function incomplete(outcome: Reading): ProviderError {
  if (outcome.kind === 'tokenRefused') {
    return sinchFailure('unexpected', 'list', {
      status: 400,
      detail: t('the list broke off twice, so numbers are missing'),
    })
  }
  const { rows, total = rows } = outcome
  return sinchFailure('unexpected', 'list', {
    detail: t('{0} of {1} numbers are missing from the list', total - rows, total),
  })
}

/** The readable rows of the list's first page, for what need not be complete. */
export async function firstRows(account: SinchAccount, call: Call): Promise<readonly OwnedRow[]> {
  const { rows } = readPage((await askFirst(account, call)).answer)
  return rows.flatMap((row) => {
    const read = readOwnedRow(row)
    return 'number' in read ? [read.row] : []
  })
}

/** One owned number, undefined when Sinch itself says that the project does not have it. */
export async function getOwned(account: SinchAccount, number: E164, call: Call): Promise<OwnedNumber | undefined> {
  const row = await findRow(account, number, call)
  return row && ownedFrom(row, number, account)
}

/** The same as Sinch's own row, for what our type does not say. */
export async function findRow(account: SinchAccount, number: E164, call: Call): Promise<OwnedRow | undefined> {
  const answer = await account.ask(`/activeNumbers/${numberSegment(number, call.operation)}`, [], call)
  return isSinchNotFound(answer) ? undefined : readRowOf(successful(answer), number)
}

/**
 * The owned number of a successful answer. Throws when it cannot be read or is about another number: `unknownOutcome` after a write,
 * else `unexpected`.
 */
export function readRowOf(answer: HttpAnswer, number: E164): OwnedRow {
  const row = readAnswer('sinch', answer, ownedRow)
  if (row.phoneNumber.trim() === number) return row
  throw sinchFailure(answer.effect === 'write' ? 'unknownOutcome' : 'unexpected', answer.operation, {
    status: answer.status,
    detail: t('the answer is about another number'),
  })
}

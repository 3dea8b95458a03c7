import { readAnswer } from '../../http/answers.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { refuseEndless } from '../../http/rowLimit.ts'
import { type Call, successful, type TryvoxAccount } from './tryvoxAccount.ts'
import { listAnswer, type WirePagination } from './tryvoxSchemas.ts'

/** The documented maximum of `per_page`. */
export const rowsPerPage = 100

/** One page of a list of numbers. Counts are missing where TryVox does not count. */
export interface Page {
  /** The page that was asked for, from 1. */
  readonly number: number
  readonly rows: readonly unknown[]
  readonly total: number | undefined
  readonly totalPages: number | undefined
}

/** Asks for one page. Any status resolves. */
export async function askPage(
  account: TryvoxAccount,
  path: string,
  filters: Readonly<Record<string, string>>,
  page: number,
  call: Call,
): Promise<HttpAnswer> {
  return await account.ask(path, { ...filters, page: String(page), per_page: String(rowsPerPage) }, call)
}

export function readPage(answer: HttpAnswer, page: number): Page {
  const list = readAnswer('tryvox', successful(answer), listAnswer)
  const beside = 'items' in list ? list : undefined
  const { total, totalPages } = countsOf(list.pagination ?? beside)
  const rows = 'items' in list ? list.items : list.data
  refuseEndless('tryvox', answer.operation, rows.length)
  return { number: page, rows, total, totalPages }
}

/** Both shapes that TryVox's lists have: `total` and `current_page` on numbers, `total_count` and `page` on voice lists. */
export function countsOf(paging: WirePagination | undefined): Pick<Page, 'total' | 'totalPages'> {
  const total = paging?.total ?? paging?.total_count ?? undefined
  const perPage = paging?.per_page ?? undefined
  const computed = total !== undefined && perPage ? Math.ceil(total / perPage) : undefined
  return { total, totalPages: paging?.total_pages ?? computed }
}

/**
 * The page to ask for after this one, undefined at the end. An empty page and one that brings no new row always end a list; without a
 * count every other page is followed by one more look.
 */
export function nextPage(
  page: Pick<Page, 'number' | 'totalPages'> & { readonly rows: { readonly length: number } },
  broughtNewRows: boolean,
): number | undefined {
  if (page.rows.length === 0 || !broughtNewRows) return undefined
  if (page.totalPages !== undefined && page.number >= page.totalPages) return undefined
  return page.number + 1
}

import type * as z from 'zod'
import { readAnswer } from '../../http/answers.ts'
import { refuseEndless } from '../../http/rowLimit.ts'
import type { Call, PlivoAccount } from './plivoAccount.ts'
import { listAnswer } from './plivoSchemas.ts'

/** The documented maximum. What happens above it is not known, so more is never asked for. */
export const rowsPerPage = 20

/** One page of any of Plivo's lists. `total` is missing when Plivo does not count. */
export interface Page {
  readonly rows: readonly unknown[]
  readonly total?: number
}

/** Reads the page at `offset`. Plivo's `next` is a path we never follow: the next offset is computed. */
export async function fetchPage(
  account: PlivoAccount,
  path: string,
  query: Readonly<Record<string, string>>,
  offset: number,
  call: Call,
  schema: z.ZodType<z.output<typeof listAnswer>> = listAnswer,
): Promise<Page> {
  const paging = { limit: String(rowsPerPage), offset: String(offset) }
  const answer = await account.get(path, { ...query, ...paging }, call)
  const { meta, objects } = readAnswer('plivo', answer, schema)
  refuseEndless('plivo', call.operation, objects.length)
  const total = meta?.total_count ?? undefined
  return total === undefined ? { rows: objects } : { rows: objects, total }
}

/** The offsets of the pages after the first one, at most `mostPages - 1` of them. */
export function pageOffsets(totalCount: number, mostPages: number): number[] {
  const pages = Math.min(Math.ceil(totalCount / rowsPerPage), mostPages)
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) => (index + 1) * rowsPerPage)
}

import type { PlivoCall } from './plivoCall.ts'
import { invalid } from './refusal.ts'

export interface Page<Item> {
  readonly meta: Readonly<Record<string, number | string | null>>
  readonly items: readonly Item[]
}

const MOST_ROWS = 20

/**
 * Cuts the asked page out of a list. `path` is the list's path below the account, "Number/".
 * @throws Refusal 400 for a limit outside 1 to `most` (a switch clamps instead) or an offset that is no count.
 */
export function pageOf<Item>(call: PlivoCall, path: string, all: readonly Item[], most = MOST_ROWS): Page<Item> {
  const limit = readLimit(call, most)
  const offset = readCount(call.query.get('offset')) ?? 0
  const link = (at: number): string => pageLink(call, path, limit, at)
  const meta = {
    limit,
    next: offset + limit < all.length ? link(offset + limit) : null,
    offset,
    previous: offset > 0 ? link(Math.max(0, offset - limit)) : null,
    total_count: all.length,
  }
  return { meta, items: all.slice(offset, offset + limit) }
}

function readLimit(call: PlivoCall, most: number): number {
  const limit = readCount(call.query.get('limit')) ?? MOST_ROWS
  if (limit >= 1 && limit <= most) return limit
  if (call.switches.clampLimit) return Math.min(Math.max(limit, 1), most)
  throw invalid(`limit should be between 1 and ${most}`)
}

function readCount(text: string | null): number | undefined {
  if (text === null || text === '') return undefined
  if (!/^\d{1,9}$/.test(text)) throw invalid('limit and offset should be whole numbers')
  return Number(text)
}

/** A path without host, filters first, as Plivo writes it. */
function pageLink(call: PlivoCall, path: string, limit: number, offset: number): string {
  const query = new URLSearchParams(call.query)
  query.delete('limit')
  query.delete('offset')
  query.append('limit', String(limit))
  query.append('offset', String(offset))
  return `/v1/Account/${call.caller.authId}/${path}?${query}`
}

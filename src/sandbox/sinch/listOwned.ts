import { readNumberFilter } from './numberFilter.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import { ownedRow } from './ownedRow.ts'
import { badPageToken, type PagePlace, type RowKey, readPageToken, writePageToken } from './pageToken.ts'
import { countParameter, wordParameter } from './query.ts'
import { badField } from './refusal.ts'
import type { SinchCall } from './sinchCall.ts'
import { orderings } from './vocabulary.ts'

type Compare = (left: RowKey, right: RowKey) => number

/**
 * One page of owned numbers. A page continues behind the last row of the one before, so numbers that come or go in
 * between shift nothing.
 * @throws Refusal (400 with a field violation) for unknown words, sizes and page tokens.
 */
export function listOwned(call: SinchCall): unknown {
  const { account, switches, query } = call
  const size = pageSize(call)
  const compare = comparison(wordParameter(query, 'orderBy', orderings))
  const { matches } = readNumberFilter(query, 'capability')
  const token = query.first('pageToken')
  const place = token === undefined ? { page: 1, after: undefined } : openPage(call, token)
  const all = [...account.owned.values()].filter(matches).sort(compare)
  const shown = all.slice(0, Math.max(0, all.length - switches.hiddenRows))
  const { rows, next } = cutPage(shown, place, size, compare, call)
  const looping = switches.loopingToken && token !== undefined
  return {
    activeNumbers: rows.map((number) => ownedRow(number, account.projectId, call.now)),
    nextPageToken: looping
      ? token
      : next === undefined
        ? ''
        : writePageToken(next, fingerprint(call), switches.reservedInTokens),
    totalSize: all.length,
  }
}

function cutPage(
  shown: readonly OwnedNumber[],
  { page, after }: PagePlace,
  size: number,
  compare: Compare,
  { switches }: SinchCall,
): { rows: readonly OwnedNumber[]; next: PagePlace | undefined } {
  if (page === switches.emptyPage) return { rows: [], next: { page: page + 1, after } }
  const firstBehind = after === undefined ? 0 : shown.findIndex((number) => compare(number, after) > 0)
  const start = firstBehind < 0 ? shown.length : firstBehind
  const rows = shown.slice(Math.max(0, start - (page > 1 ? switches.duplicateRows : 0)), start + size)
  const last = shown[start + size - 1]
  return {
    rows,
    next: last === undefined || start + size >= shown.length ? undefined : { page: page + 1, after: last },
  }
}

function openPage(call: SinchCall, token: string): PagePlace {
  const place = readPageToken(token, fingerprint(call))
  if (call.switches.pageTokenDies === 0) return place
  call.setSwitch('pageTokenDies', call.switches.pageTokenDies - 1)
  throw badPageToken()
}

function fingerprint({ query }: SinchCall): string {
  return query.fingerprint('pageToken')
}

function pageSize({ query, switches }: SinchCall): number {
  const asked = countParameter(query, 'pageSize') || switches.defaultPageSize
  if (asked > switches.maxPageSize && switches.rejectLargePageSize) {
    throw badField('pageSize', `Must not be greater than ${switches.maxPageSize}`)
  }
  return Math.max(1, Math.min(asked, switches.maxPageSize))
}

/** Without orderBy the rows come as they came into the account; the real order is not documented. */
function comparison(orderBy: (typeof orderings)[number] | undefined): Compare {
  if (orderBy === undefined) return (left, right) => left.sequence - right.sequence
  return (left, right) => byText(left[orderBy], right[orderBy]) || byText(left.phoneNumber, right.phoneNumber)
}

function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

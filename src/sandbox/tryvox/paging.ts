import { invalid } from './refusal.ts'
import type { TryvoxCall } from './tryvoxCall.ts'

const DEFAULT_ROWS = 20
const MOST_ROWS = 100

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly page: number
  readonly perPage: number
  readonly total: number
}

/** Cuts the asked page out of a list; more rows than allowed get the most. @throws Refusal 400 for anything but counts from 1. */
export function pageOf<Item>({ query, switches }: TryvoxCall, all: readonly Item[]): Page<Item> {
  const page = readCount(query, 'page', 1)
  const perPage = Math.min(readCount(query, 'per_page', DEFAULT_ROWS), MOST_ROWS)
  const start = switches.repeatFirstPage ? 0 : (page - 1) * perPage
  return { items: all.slice(start, start + perPage), page, perPage, total: all.length }
}

function readCount(query: URLSearchParams, field: string, standard: number): number {
  const text = query.get(field) ?? ''
  if (text === '') return standard
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw invalid({ field, reason: 'must be a whole number from 1' })
}

/** `{data, pagination}` as documented for numbers, or in the shape of the voice lists, or without `pagination`. */
export function pageBody(call: TryvoxCall, page: Page<unknown>): Readonly<Record<string, unknown>> {
  const totalPages = Math.ceil(page.total / page.perPage)
  if (call.switches.omitPagination) return { data: page.items }
  if (call.switches.voicePaging) {
    const pagination = { page: page.page, per_page: page.perPage, total_pages: totalPages, total_count: page.total }
    return { data: page.items, pagination }
  }
  const pagination = {
    total: page.total,
    count: page.items.length,
    per_page: page.perPage,
    current_page: page.page,
    total_pages: totalPages,
  }
  return { data: page.items, pagination }
}

import { type NumberFilter, noFilter } from './numberFilter.ts'

export const groupings = ['provider', 'country', 'capability', 'assignment'] as const
export type Grouping = (typeof groupings)[number]

export const sortings = ['number', 'name', 'price', 'renewal'] as const
export type Sorting = (typeof sortings)[number]

/** How a person wants to see the numbers. */
export interface ViewChoice {
  readonly filter: NumberFilter
  readonly grouping: Grouping
  readonly sorting: Sorting
  /** Numbers that stand on top, as `pinKey` writes them. */
  readonly pins: readonly string[]
}

export const plainView: ViewChoice = { filter: noFilter, grouping: 'provider', sorting: 'number', pins: [] }

const mostPins = 200
const mostValues = 500

export function pinKey(accountId: string, number: string): string {
  return `${accountId} ${number}`
}

/** A choice that was stored, perhaps by another version: what makes no sense is left out. */
export function readViewChoice(raw: unknown): ViewChoice {
  const stored = fieldsOf(raw)
  return {
    filter: readFilter(stored['filter']),
    grouping: groupings.find((one) => one === stored['grouping']) ?? plainView.grouping,
    sorting: sortings.find((one) => one === stored['sorting']) ?? plainView.sorting,
    pins: textsIn(stored['pins']).slice(-mostPins),
  }
}

function readFilter(raw: unknown): NumberFilter {
  const stored = fieldsOf(raw)
  return {
    text: typeof stored['text'] === 'string' ? stored['text'] : '',
    countries: textsIn(stored['countries']),
    types: textsIn(stored['types']),
    capabilities: textsIn(stored['capabilities']),
    states: textsIn(stored['states']),
    unassigned: stored['unassigned'] === true,
    expiring: stored['expiring'] === true,
  }
}

function fieldsOf(raw: unknown): Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : {}
}

function textsIn(raw: unknown): string[] {
  const texts: unknown[] = Array.isArray(raw) ? raw : []
  return texts.flatMap((one) => (typeof one === 'string' ? [one] : [])).slice(0, mostValues)
}

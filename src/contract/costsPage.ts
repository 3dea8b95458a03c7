/** Raised with every change of the messages; a page of another version is refused. */
export const costsProtocol = 1

/** From the page, therefore untrusted: it names a row of the view it was given, nothing else. */
export type CostsPageMessage =
  | { readonly v: typeof costsProtocol; readonly type: 'ready' }
  | { readonly v: typeof costsProtocol; readonly type: 'open'; readonly row: number }

/** A message of the page; undefined when it is anything but exactly one that we know. Two messages are not worth a bundle's second copy of zod. */
export function parseCostsPageMessage(raw: unknown): CostsPageMessage | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  const { v, type, row, ...more } = raw as Readonly<Record<string, unknown>>
  if (v !== costsProtocol || Object.keys(more).length > 0) return undefined
  if (type === 'ready') return 'row' in raw ? undefined : { v, type }
  if (type !== 'open' || typeof row !== 'number' || !Number.isInteger(row) || row < 0) return undefined
  return { v, type, row }
}

/** To the page. */
export interface CostsHostMessage {
  readonly v: typeof costsProtocol
  readonly type: 'view'
  readonly view: CostsView
}

/** Everything that the page shows, in words of the host. Text of providers and persons in it is data. */
export interface CostsView {
  readonly title: string
  readonly lead: string
  /** What keeps the totals from being complete. */
  readonly notices: readonly string[]
  readonly currencies: readonly CurrencyCosts[]
  readonly upcoming: UpcomingView
}

/** Everything that is paid in one currency. */
export interface CurrencyCosts {
  readonly heading: string
  /** Other periods, empty when there are none. */
  readonly note: string
  readonly tables: readonly CostTable[]
}

export interface CostTable {
  /** `parts`: the rows are the parts of one bar, each in a colour of its own. `bars`: each row has its bar. */
  readonly chart: 'parts' | 'bars'
  readonly columns: readonly [name: string, numbers: string, amount: string]
  readonly rows: readonly CostRow[]
}

export interface CostRow {
  readonly label: string
  /** Where it belongs, said more quietly; may be empty. */
  readonly detail: string
  readonly numbers: string
  readonly amount: string
  /** The length of its bar in thousandths: of the whole for `parts`, of the longest for `bars`. */
  readonly share: number
}

export interface UpcomingView {
  readonly heading: string
  readonly lead: string
  readonly columns: readonly [day: string, number: string, account: string, event: string, price: string]
  readonly rows: readonly UpcomingRow[]
}

export interface UpcomingRow {
  readonly day: string
  readonly number: string
  readonly place: string
  readonly event: string
  readonly ends: boolean
  readonly price: string
}

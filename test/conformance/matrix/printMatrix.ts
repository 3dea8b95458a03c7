import { columns } from './faultColumns.ts'
import { legend, type Verdict } from './verdicts.ts'

/** One cell: an operation of a provider while one thing goes wrong. */
export interface Cell {
  readonly operation: string
  readonly provider: string
  readonly manner: string
  readonly column: string
  readonly verdict: Verdict
  /** How many requests about money were counted. */
  readonly money: number
}

const nameWidth = 34
const cellWidth = 6

/** The matrix as text: a line for each operation, provider and manner, a column for each fault. */
export function printMatrix(cells: readonly Cell[], milliseconds: number): string {
  const rows = grouped(cells, ({ operation, provider, manner }) => `${operation} · ${provider} · ${manner}`)
  const head = ''.padEnd(nameWidth) + columns.map(({ name }) => name.padEnd(cellWidth)).join('')
  const lines = [...rows].map(([name, row]) => {
    const texts = columns.map(({ name: column }) => letters(row.find((cell) => cell.column === column)))
    return name.padEnd(nameWidth) + texts.map((text) => text.padEnd(cellWidth)).join('')
  })
  const used = new Set(cells.map(({ verdict }) => verdict))
  const verdicts = Object.entries(legend).filter(([verdict]) => [...used].some((one) => one === verdict))
  return [
    `Fault matrix: ${cells.length} cells in ${(milliseconds / 1000).toFixed(1)} s; ${moneySummary(cells)}.`,
    '',
    head.trimEnd(),
    ...lines.map((line) => line.trimEnd()),
    '',
    ...columns.map(({ name, means }) => `${name.padEnd(cellWidth)}${means}`),
    '',
    ...verdicts.map(([, [short, means]]) => `${short.padEnd(cellWidth)}${means}`),
    '',
  ].join('\n')
}

function letters(cell: Cell | undefined): string {
  return cell === undefined ? '' : legend[cell.verdict][0]
}

/** "rent: 160 confirmed, 152 requests, 72 done": what was agreed to, what left, what the provider did. */
function moneySummary(cells: readonly Cell[]): string {
  const money = grouped(
    cells.filter(({ manner }) => manner === 'asked' || manner === 'blind'),
    ({ operation }) => operation,
  )
  return [...money]
    .map(([operation, row]) => {
      const sent = row.reduce((sum, cell) => sum + cell.money, 0)
      const most = Math.max(...row.map((cell) => cell.money))
      return `${operation}: ${row.length} confirmed, ${sent} requests, at most ${most} each`
    })
    .join('; ')
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

import { isMet, type Section, type Target } from './benchCase.ts'

/** A section as a Markdown table, its notes and its targets. */
export function printSection({ title, columns, rows, notes = [], targets }: Section): string {
  return [
    `\n## ${title}\n`,
    ...tableLines([columns, ...rows]),
    ...notes.map((note) => `\n${note}`),
    ...(targets.length === 0 ? [] : ['', ...targets.map(targetLine)]),
  ].join('\n')
}

function tableLines(table: readonly (readonly string[])[]): string[] {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  const [head = [], ...body] = table
  return [line(head), rule, ...body.map(line)]
}

function targetLine(target: Target): string {
  const bound = 'atMost' in target ? `at most ${target.atMost}` : `at least ${target.atLeast}`
  return `- ${isMet(target) ? 'met' : 'MISSED'}: ${target.what}: ${rounded(target.measured)} (${bound})`
}

/** Three digits are enough for a measurement. */
function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toPrecision(3)
}

import { oneLine } from './oneLine.ts'

/** What a spreadsheet would take for the start of a formula, ASCII and full width. */
const formula = /^[\s'"]*[=+\-@＝＋－＠|%]/

/** A number in E.164 form: a spreadsheet reads it as a number, there is nothing in it to calculate, and other programs want it as it is. */
const e164 = /^\+[1-9]\d{6,14}$/

/** One row of comma-separated values (RFC 4180), with its line end. Text that a spreadsheet would calculate gets an apostrophe in front, and is text again. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(text: string): string {
  const line = oneLine(text)
  return `"${(formula.test(line) && !e164.test(line) ? `'${line}` : line).replaceAll('"', '""')}"`
}

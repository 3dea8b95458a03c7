import { setImmediate as turn } from 'node:timers/promises'

/** Reading so many rows takes a few milliseconds, also the first time. */
const rowsPerPortion = 250

/**
 * The rows of one answer in portions, with a turn of the event loop between them: the first ones can be shown before the last ones are
 * read, and an answer with thousands of rows does not hold up the window. An empty list is one empty portion.
 */
export async function* inPortions<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  if (rows.length <= rowsPerPortion) {
    yield rows
    return
  }
  for (let start = 0; start < rows.length; start += rowsPerPortion) {
    if (start > 0) await turn()
    yield rows.slice(start, start + rowsPerPortion)
  }
}

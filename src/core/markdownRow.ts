import { oneLine } from './oneLine.ts'

/** Everything that Markdown, also GitHub's, would read as more than text: marks, links, tags, entities, mentions, addresses. */
const special = /[\\`*_{}[\]<>#|~&$^=:@!]|(?<=www)\./gi

/** One row of a Markdown table, with its line end. All text in it stays text. */
export function markdownRow(cells: readonly string[]): string {
  return `${cells.map((text) => `| ${oneLine(text).replaceAll(special, '\\$&')} `).join('')}|\n`
}

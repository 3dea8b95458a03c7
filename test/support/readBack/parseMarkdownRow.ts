import assert from 'node:assert/strict'

/** The texts of a row of a Markdown table. Fails where a character that means something stands without a backslash. */
export function parseMarkdownRow(row: string): string[] {
  assert.match(row, /^\| .* \|\n$/s)
  const cells: string[] = []
  let cell = ''
  for (const [token] of row.slice(1, -1).matchAll(/\\.|[^\\]/gsu)) {
    if (token.startsWith('\\')) {
      cell += token.slice(1)
    } else if (token === '|') {
      cells.push(cell.slice(1, -1))
      cell = ''
    } else {
      assert.doesNotMatch(token, /[`*_{}[\]<>#~&$^=:@!\r\n]/)
      cell += token
    }
  }
  assert.equal(cell, '')
  return cells
}

import assert from 'node:assert/strict'

/** Reads what RFC 4180 describes: quoted cells, doubled quotes, CRLF. Fails on anything else. */
export function parseCsv(text: string): string[][] {
  assert.ok(text.endsWith('\r\n'))
  const rows = text.slice(0, -2).split('\r\n')
  return rows.map((row) => {
    const cells = [...row.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)]
    assert.equal(cells.map(([cell]) => cell).join(''), row)
    return cells.map(([, cell = '']) => cell.replaceAll('""', '"'))
  })
}

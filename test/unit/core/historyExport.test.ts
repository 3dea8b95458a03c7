import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { historyCsv, historyJson } from '../../../src/core/historyExport.ts'
import type { Deed } from '../../../src/core/journal.ts'
import { oncePrice, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import { buildDeed } from '../../support/buildDeed.ts'
import { parseCsv } from '../../support/readBack/parseCsv.ts'

describe('the history as comma-separated values', () => {
  it('has a column for every fact, amounts apart from currencies', () => {
    const row = rowOf(
      buildDeed(
        { price: recurringPrice('9', 'USD', 3), setup: oncePrice('1.5', 'EUR'), country: 'US' },
        { charged: { amount: '10.5', currency: 'USD' }, requestId: 'req-1', note: 'Fine.' },
      ),
    )
    const expected = {
      ...{ Time: '2026-11-21T10:00:00Z', Action: 'Rent', Country: 'US', Provider: 'Testphone', Account: 'Production' },
      ...{ Sandbox: 'no', Outcome: 'rented', Price: '9', 'Price currency': 'USD', 'Price months': '3' },
      ...{ 'Set-up': '1.5', 'Set-up currency': 'EUR', Charged: '10.5', 'Charged currency': 'USD', Fee: '' },
      ...{ Note: 'Fine.', 'Request ID': 'req-1', Ended: '2026-11-21T10:00:01Z' },
    }
    for (const [name, value] of Object.entries(expected)) assert.equal(row[name], value, name)
  })

  it('leaves an unknown price empty instead of writing zero', () => {
    assert.equal(rowOf(buildDeed({ price: unknownPrice }))['Price'], '')
  })

  it('says of an open end that its outcome is unknown, and puts it first', () => {
    const [first] = rowsOf([buildDeed({ id: 'b', at: '2026-11-22T10:00:00Z' }), buildDeed({ account: 'Open' }, null)])
    assert.equal(first?.['Account'], 'Open')
    assert.match(first?.['Outcome'] ?? '', /^outcome unknown/)
  })

  for (const text of [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "'=1",
    '"=1',
    '+13125550142+1',
    '+1 312 555 0142',
    '|calc',
    '%0',
  ]) {
    it(`makes text of what a spreadsheet would calculate: ${JSON.stringify(text)}`, () => {
      assert.match(rowOf(buildDeed({ account: text }, { note: text }))['Note'] ?? '', /^'/)
      assert.match(rowOf(buildDeed({ account: text }))['Account'] ?? '', /^'/)
    })
  }

  it('leaves a number in E.164 form as it is: there is nothing in it to calculate', () => {
    assert.equal(rowOf(buildDeed())['Number'], '+13125550142')
  })

  it('never starts a cell with a formula and never breaks a row, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (note, account) => {
        const rows = parseCsv(historyCsv([buildDeed({ account }, { note })], { providerOf: (id) => id }))
        assert.deepEqual(
          rows.map((row) => row.length),
          [rows[0]?.length, rows[0]?.length],
        )
        for (const cell of rows[1] ?? []) assert.doesNotMatch(cell, /^(?!\+\d{7,15}$)[=+\-@＝＋－＠\t\r]/)
      }),
    )
  })
})

describe('the history as JSON', () => {
  it('is what was written down, with its outcome', () => {
    const [row] = JSON.parse(historyJson([buildDeed({}, { note: '=1+1', requestId: 'req-1' })]))
    assert.equal(row.number, '+13125550142')
    assert.equal(row.outcome, 'done')
    assert.deepEqual(row.price, recurringPrice('0.50', 'USD'))
    assert.deepEqual(row.ended, { at: '2026-11-21T10:00:01Z', note: '=1+1', requestId: 'req-1' })
  })

  it('calls an open end unknown', () => {
    assert.equal(JSON.parse(historyJson([buildDeed({}, null)]))[0].outcome, 'unknown')
  })
})

function rowsOf(deeds: readonly Deed[]): Record<string, string>[] {
  const [names = [], ...rows] = parseCsv(historyCsv(deeds, { providerOf: () => 'Testphone' }))
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])))
}

function rowOf(deed: Deed): Record<string, string> {
  const [row] = rowsOf([deed])
  assert.ok(row)
  return row
}

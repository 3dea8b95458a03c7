import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { recordOf } from '../../../src/core/listedNumber.ts'
import { type ExportFormat, numbersExport } from '../../../src/core/numbersExport.ts'
import { oneLine } from '../../../src/core/oneLine.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import { oncePrice, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import { createPhoneNumbering } from '../../../src/numbering/phoneFormat.ts'
import { buildOwnedNumber } from '../../support/builders.ts'
import { parseCsv } from '../../support/readBack/parseCsv.ts'
import { parseMarkdownRow } from '../../support/readBack/parseMarkdownRow.ts'

const numbering = createPhoneNumbering()
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('=1+1', 'a|b', '[x](y)', '\u2028', '"'),
)

function exported(format: ExportFormat, owned: Partial<OwnedNumber> = {}, account = 'Production'): string {
  const listed = { owned: buildOwnedNumber('+13125550142', owned), provider: 'Testphone', account, sandbox: false }
  return [...numbersExport([recordOf(listed, numbering)], format)].join('')
}

function csvOf(owned: Partial<OwnedNumber>): Record<string, string> {
  const [names = [], row = []] = parseCsv(exported('csv', owned).slice(1))
  return Object.fromEntries(names.map((name, index) => [name, row[index] ?? '']))
}

describe('numbers as CSV', () => {
  it('have amounts and currencies in columns of their own', () => {
    const row = csvOf({ price: recurringPrice('9.50', 'USD', 3), renewsAt: '2026-12-01', name: 'Support' })
    const expected = {
      ...{ Number: '+13125550142', National: '(312) 555-0142', Name: 'Support', Country: 'US', Type: 'local' },
      ...{ Capabilities: 'sms voice', State: 'active', Provider: 'Testphone', Account: 'Production', Sandbox: 'no' },
      ...{ Price: '9.50', 'Price currency': 'USD', 'Price months': '3', Renews: '2026-12-01', Until: '' },
    }
    for (const [name, value] of Object.entries(expected)) assert.equal(row[name], value, name)
  })

  it('leave an unknown price empty instead of writing zero', () => {
    const row = csvOf({ price: unknownPrice })
    assert.deepEqual([row['Price'], row['Price currency'], row['Price months']], ['', '', ''])
  })

  it('tell until when a number that was given up works', () => {
    const row = csvOf({ state: { kind: 'releasing', until: '2026-12-20T00:00:00Z' } })
    assert.deepEqual([row['State'], row['Until']], ['releasing', '2026-12-20T00:00:00Z'])
  })

  it('never start a cell with a formula and never break a row, whatever the provider wrote', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, routing, account) => {
        const [names = [], row = [], ...more] = parseCsv(exported('csv', { name, routing }, account).slice(1))
        assert.deepEqual([row.length, more.length], [names.length, 0])
        for (const cell of row) assert.doesNotMatch(cell, /^(?!\+\d{7,15}$)[=+\-@＝＋－＠\t\r]/)
      }),
    )
  })
})

describe('numbers as JSON', () => {
  it('are exactly what is known, whatever the provider wrote', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, routing, account) => {
        const [record, ...more] = JSON.parse(exported('json', { name, routing }, account))
        assert.deepEqual(more, [])
        assert.deepEqual([record.name, record.routing, record.account], [name, routing, account])
      }),
    )
  })

  it('leave out what nobody told', () => {
    const [record] = JSON.parse(exported('json', { price: unknownPrice }))
    for (const key of ['price', 'routing', 'name', 'renewsAt', 'until']) assert.ok(!(key in record), key)
  })

  it('write an amount as the text it is', () => {
    const [record] = JSON.parse(exported('json', { price: recurringPrice('0.50000', 'USD') }))
    assert.deepEqual(record.price, { amount: '0.50000', currency: 'USD', months: 1 })
  })

  it('are an empty list when there is none', () => {
    assert.deepEqual(JSON.parse([...numbersExport([], 'json')].join('')), [])
  })
})

describe('numbers as Markdown', () => {
  const rowOf = (owned: Partial<OwnedNumber>, account?: string) => {
    const [header = '', line = '', row = '', ...more] = exported('markdown', owned, account).split(/(?<=\n)/)
    assert.match(line, /^(\| --- )+\|\n$/)
    assert.deepEqual(more, [])
    return { names: parseMarkdownRow(header), cells: parseMarkdownRow(row) }
  }

  it('say the price in words', () => {
    const priceOf = (owned: Partial<OwnedNumber>) => rowOf(owned).cells.at(-2)
    assert.equal(priceOf({ price: recurringPrice('1.00', 'USD') }), 'USD 1.00 per month')
    assert.equal(priceOf({ price: recurringPrice('9', 'EUR', 3) }), 'EUR 9 every 3 months')
    assert.equal(priceOf({ price: oncePrice('2', 'USD') }), 'USD 2 once')
    assert.equal(priceOf({ price: unknownPrice }), 'price unknown')
  })

  it('keep every text as text: no table breaks, no link, no markup', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, routing, account) => {
        const { names, cells } = rowOf({ name, routing }, account)
        const of = (column: string) => cells[names.indexOf(column)]
        assert.equal(cells.length, names.length)
        assert.deepEqual([of('Name'), of('Routing'), of('Account')], [name, routing, account].map(oneLine))
      }),
    )
  })

  it('make no link of an address', () => {
    assert.match(
      exported('markdown', { name: 'https://x.example www.x.example' }),
      /https\\:\/\/x\.example www\\\.x\.example/,
    )
  })
})

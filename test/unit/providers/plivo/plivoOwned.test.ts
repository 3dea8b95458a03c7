import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { RowContext } from '../../../../src/providers/plivo/plivoMapping.ts'
import { readOwnedRow } from '../../../../src/providers/plivo/plivoOwned.ts'

const context: RowContext = { accountId: 'account-1', authId: 'MAEXAMPLE0000000000', countryOf: () => undefined }

describe('readOwnedRow', () => {
  it('reads a row whose other members are all of the wrong type', () => {
    const hostile = {
      number: '17755550123',
      alias: 7,
      application: { id: 1 },
      number_type: [],
      monthly_rental_rate: { amount: '1' },
      sms_enabled: 'yes',
      active: 'no',
      added_on: 20250409,
      carrier: ['Plivo'],
    }
    const read = readOwnedRow(
      JSON.parse(JSON.stringify(hostile).replace('{', '{"__proto__":{"polluted":"yes"},')),
      context,
    )
    assert.equal(read.kind, 'owned')
    assert.deepEqual(read.kind === 'owned' && read.owned, {
      accountId: 'account-1',
      number: '+17755550123',
      capabilities: [],
      state: { kind: 'active' },
      price: { kind: 'unknown' },
      facts: [],
    })
    assert.equal('polluted' in {}, false)
  })

  it('makes a row without a number visible as unreadable', () => {
    for (const row of [null, 7, 'text', [], {}, { number: null }, { number: '' }, { number: { digits: '1' } }]) {
      assert.deepEqual(readOwnedRow(row, context), { kind: 'unreadable', row: { reason: 'It has no number.' } })
    }
  })

  it('shows what a row calls its number when that is no phone number', () => {
    const read = readOwnedRow({ number: 'PLIVO-\u001b[31mALPHA' }, context)
    assert.equal(read.kind, 'unreadable')
    assert.equal(read.kind === 'unreadable' && read.row.hint, 'PLIVO- [31mALPHA')
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { NumberState, OwnedNumber } from '../../../src/core/ownedNumber.ts'
import {
  isSnapshotOf,
  readSnapshotHead,
  readSnapshotLine,
  snapshotHeadLine,
  snapshotLine,
} from '../../../src/core/ownedSnapshot.ts'
import { oncePrice, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import { buildAccount, buildOwnedNumber, e164 } from '../../support/builders.ts'

const account = buildAccount()
const head = {
  ...{
    accountId: account.id,
    provider: account.provider,
    endpoints: { api: 'https://api.example.com', auth: 'https://a.example.com' },
  },
  ...{ at: 1000, count: 2 },
}

const states: fc.Arbitrary<NumberState> = fc.oneof(
  fc.constantFrom<NumberState>({ kind: 'active' }, { kind: 'pending' }, { kind: 'suspended' }, { kind: 'releasing' }),
  fc.string().map((until) => ({ kind: 'releasing', until }) as const),
  fc.string().map((cancellableUntil) => ({ kind: 'released', cancellableUntil }) as const),
  fc.string().map((word) => ({ kind: 'other', word }) as const),
)
const owned: fc.Arbitrary<OwnedNumber> = fc
  .record(
    {
      number: fc.integer({ min: 1_000_000, max: 9_999_999 }).map((digits) => e164(`+1312${digits}`)),
      state: states,
      capabilities: fc.array(fc.string()),
      price: fc.constantFrom(unknownPrice, oncePrice('1.50', 'EUR'), recurringPrice('0.80000', 'USD', 3)),
      ...Object.fromEntries(
        ['country', 'type', 'name', 'routing', 'renewsAt', 'rentedAt'].map((name) => [name, fc.string()]),
      ),
    },
    { requiredKeys: ['number', 'state', 'capabilities', 'price'] },
  )
  .map((fields) => ({ ...fields, accountId: account.id, facts: [{ label: 'Carrier', value: 'Example' }] }))

describe('a snapshot', () => {
  it('gives every number back as it was, without its facts', () => {
    fc.assert(
      fc.property(owned, (number) => {
        const line = snapshotLine(number)
        assert.ok(!line.includes('\n'))
        assert.deepEqual(readSnapshotLine(line, account.id), { ...number, facts: [] })
      }),
    )
  })

  it('gives its head back', () => {
    assert.deepEqual(readSnapshotHead(snapshotHeadLine(head)), head)
  })

  it('never throws, whatever is in the file', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        readSnapshotLine(line, account.id)
        assert.equal(readSnapshotHead(line), undefined)
      }),
    )
  })

  it('of another version, another program, another address or the future is not taken', () => {
    for (const change of [
      { v: 2 },
      { format: 'other' },
      { endpoints: 'x' },
      { at: 'now' },
      { count: -1 },
      { count: 1.5 },
    ]) {
      const line = JSON.stringify({ ...JSON.parse(snapshotHeadLine(head)), ...change })
      assert.equal(readSnapshotHead(line), undefined, line)
    }
    const of = { ...account, endpoints: head.endpoints }
    assert.equal(isSnapshotOf(head, of, 2000), true)
    assert.equal(isSnapshotOf(head, of, 999), false)
    assert.equal(isSnapshotOf(head, account, 2000), false)
    assert.equal(isSnapshotOf(head, { ...of, id: 'account-2' }, 2000), false)
    assert.equal(isSnapshotOf(head, { ...of, provider: 'other' }, 2000), false)
  })

  it('holds a price that cannot be read as unknown, and no number without one', () => {
    const line = (change: object) => JSON.stringify({ ...JSON.parse(snapshotLine(buildOwnedNumber())), ...change })
    assert.deepEqual(readSnapshotLine(line({ price: { kind: 'recurring', months: 0 } }), 'a')?.price, unknownPrice)
    assert.equal(readSnapshotLine(line({ number: '0312' }), 'a'), undefined)
    assert.equal(readSnapshotLine(line({ state: { kind: 'lost' } }), 'a'), undefined)
  })
})

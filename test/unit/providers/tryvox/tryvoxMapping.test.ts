import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import {
  instant,
  offerFrom,
  ownedFrom,
  type RowContext,
  readNumberRow,
  typeFrom,
} from '../../../../src/providers/tryvox/tryvoxMapping.ts'

const context: RowContext = { accountId: 'account-1', numbering: createPhoneNumbering() }

function rowOf(members: Readonly<Record<string, unknown>>) {
  const read = readNumberRow({ e164: '+12025550143', ...members })
  assert.ok('number' in read)
  return read
}

function owned(members: Readonly<Record<string, unknown>> = {}) {
  const { row, number } = rowOf(members)
  return ownedFrom(row, number, context)
}

function offer(members: Readonly<Record<string, unknown>> = {}, asked = 'US') {
  const { row, number } = rowOf(members)
  return offerFrom(row, number, asked, context)
}

describe('an owned row of TryVox', () => {
  it('says everything that a full row knows', () => {
    const row = owned({
      country: 'US',
      type: 'toll_free',
      region: 'DC',
      status: 'active',
      capabilities: ['voice', 'sms', 'mms'],
      monthly_fee: 1.25,
      setup_fee: 0.0,
      currency: 'USD',
      trunk_id: 'trunk_k3m9',
      application_id: null,
      created_at: '2026-03-15T08:20:00Z',
      updated_at: '2026-04-01T14:30:00Z',
    })
    assert.deepEqual(row, {
      accountId: 'account-1',
      number: '+12025550143',
      country: 'US',
      type: 'tollFree',
      capabilities: ['voice', 'sms', 'mms'],
      state: { kind: 'active' },
      price: { kind: 'recurring', money: { amount: '1.25', currency: 'USD' }, months: 1 },
      routing: 'trunk trunk_k3m9',
      rentedAt: '2026-03-15T08:20:00Z',
      facts: [
        { label: 'Region', value: 'DC' },
        { label: 'Setup fee', value: 'USD 0.00 once' },
        { label: 'Trunk', value: 'trunk_k3m9' },
        { label: 'Updated at', value: '2026-04-01T14:30:00Z' },
      ],
    })
  })

  it('is readable with nothing but its number', () => {
    const row = owned()
    assert.deepEqual([row.state, row.price, row.capabilities], [{ kind: 'active' }, { kind: 'unknown' }, []])
    assert.equal(row.country, 'US')
    assert.equal('routing' in row || 'rentedAt' in row || 'type' in row, false)
  })

  it('keeps its state in TryVox’s words, known and unknown', () => {
    const states = ['active', 'pending', 'suspended', 'porting', '', null, 7].map((status) => owned({ status }).state)
    assert.deepEqual(states, [
      { kind: 'active' },
      { kind: 'pending' },
      { kind: 'suspended' },
      { kind: 'other', word: 'porting' },
      { kind: 'active' },
      { kind: 'active' },
      { kind: 'active' },
    ])
  })

  it('is released while it is listed as such, until then when the row says it', () => {
    assert.deepEqual(owned({ status: 'released' }).state, { kind: 'released' })
    const row = owned({ status: 'Released', available_after: '2026-05-09T11:45:00Z' })
    assert.deepEqual(row.state, { kind: 'released', cancellableUntil: '2026-05-09T11:45:00Z' })
  })

  it('refuses amounts that are no plain money', () => {
    for (const monthly_fee of [-1, 1e-9, 1e21, Number.NaN, '1,25', 'free', {}, null])
      assert.deepEqual(owned({ monthly_fee, currency: 'USD' }).price, { kind: 'unknown' })
    assert.deepEqual(owned({ monthly_fee: 1.25 }).price, { kind: 'unknown' })
  })

  it('shows both routes when TryVox says both', () => {
    assert.equal(owned({ trunk_id: 't1', application_id: 'a1' }).routing, 'trunk t1, app a1')
    assert.equal(owned({ application_id: 'a1' }).routing, 'app a1')
  })

  it('survives members of the wrong kind one by one', () => {
    const row = owned({ country: 5, type: [], region: {}, capabilities: 'voice', trunk_id: 9, created_at: false })
    assert.deepEqual(row.capabilities, [])
    assert.deepEqual(row.facts, [])
    assert.equal(
      owned({ capabilities: ['Voice', null, 'voice', 3, 'holograms'] }).capabilities.join(),
      'voice,holograms',
    )
  })

  it('shows unknown scalar members as facts, never credentials', () => {
    const row = owned({ sip_password: 'secret-word', api_key: 'secret-word', pool_name: 'East', vip: false, deep: {} })
    assert.deepEqual(row.facts, [
      { label: 'Pool name', value: 'East' },
      { label: 'Vip', value: 'no' },
    ])
  })

  it('has at most thirty facts of at most three hundred characters', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`member_${n}`, 'x'.repeat(1_000)]))
    const { facts } = owned(many)
    assert.equal(facts.length, 30)
    assert.ok(facts.every(({ value }) => value.length <= 300))
  })
})

describe('a row of TryVox without a readable number', () => {
  it('says why and how it may be recognised', () => {
    for (const row of [null, 7, 'text', [], {}, { e164: null }])
      assert.deepEqual(readNumberRow(row), { reason: 'the row has no phone number' })
    const odd = readNumberRow({ e164: '2025550143' })
    assert.deepEqual(odd, { reason: 'its number is not in international form', hint: '2025550143' })
  })
})

describe('an offer of TryVox', () => {
  it('has its prices, and the country that was asked for when it says none', () => {
    const found = offer({ region: 'Ontario', monthly_fee: 2.5, setup_fee: 1, currency: 'USD', type: 'local' }, 'CA')
    assert.deepEqual(found, {
      accountId: 'account-1',
      number: '+12025550143',
      country: 'CA',
      type: 'local',
      capabilities: [],
      area: 'Ontario',
      price: { kind: 'recurring', money: { amount: '2.5', currency: 'USD' }, months: 1 },
      setup: { kind: 'once', money: { amount: '1', currency: 'USD' } },
      requirements: [],
      rentable: { kind: 'direct' },
    })
    assert.equal(offer({ country: 'us' }, 'CA').country, 'US')
  })

  it('has unknown prices when they are missing', () => {
    assert.deepEqual([offer().price, offer().setup], [{ kind: 'unknown' }, { kind: 'unknown' }])
  })
})

describe('TryVox’s words', () => {
  it('are types of ours or stay as they are', () => {
    assert.deepEqual(['local', 'MOBILE', 'toll_free', 'shared_cost', '', null].map(typeFrom), [
      'local',
      'mobile',
      'tollFree',
      'shared_cost',
      undefined,
      undefined,
    ])
  })

  it('are moments with fractions and offsets, or nothing', () => {
    for (const text of ['2026-05-09T11:45:00Z', '2026-05-09T11:45:00.123456+05:30', '2026-05-09T11:45+0530'])
      assert.equal(instant(text), text)
    for (const text of ['', null, undefined, '2026-05-09', 'tomorrow', '2026-99-09T11:45:00Z'])
      assert.equal(instant(text), undefined)
  })
})

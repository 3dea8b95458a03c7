import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  isHeld,
  isLeasedByAccount,
  numberOf,
  offerFrom,
  ownedFrom,
  type RowContext,
  requirementSentence,
  stateFrom,
} from '../../../../src/providers/contiguity/contiguityMapping.ts'
import { numberRow } from '../../../../src/providers/contiguity/contiguitySchemas.ts'
import { e164 } from '../../../support/builders.ts'

const context: RowContext = { accountId: 'account-1', countryOf: () => 'CA' }
const number = e164('+12125550123')

const plain = {
  id: '+12125550123',
  status: 'available',
  number: { e164: '+12125550123', formatted: '+1 (212) 555-0123' },
  location: { country: 'US', region: 'NY', city: 'New York' },
  carrier: 'Contiguity',
  capabilities: { intl_sms: false, channels: ['sms', 'mms'] },
  health: { reputation: 0.93, previous_owners: 2 },
  data: {},
  created_at: '2026-07-29T12:00:00.000Z',
  pricing: { currency: 'USD', upfront_fee: 2.99, monthly_rate: 19.99 },
}

const leased = {
  ...plain,
  status: 'leased',
  lease_id: 'lsd_7f3k2m',
  lease_status: 'active',
  data: { requirements: ['imessage_entitlement_required'], e911_capable: true },
  created_at: 1_718_848_800,
  billing: { method: 'monthly', period: { start: 1_718_848_800, end: null } },
}

function owned(members: Readonly<Record<string, unknown>>) {
  return ownedFrom(numberRow.parse({ ...leased, ...members }), number, context)
}

function factsByLabel(members: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(owned(members).facts.map(({ label, value }) => [label, value]))
}

describe('an available row', () => {
  it('says what is offered, for how much and where', () => {
    assert.deepEqual(offerFrom(numberRow.parse(plain), number, context), {
      accountId: 'account-1',
      number,
      country: 'US',
      capabilities: ['sms', 'mms'],
      area: 'New York, NY',
      price: { kind: 'recurring', money: { amount: '19.99', currency: 'USD' }, months: 1 },
      setup: { kind: 'once', money: { amount: '2.99', currency: 'USD' } },
      requirements: [],
      requirementsInShort: [],
      rentable: { kind: 'direct' },
    })
  })

  it('is readable with nothing but its id', () => {
    const row = numberRow.parse({ id: '+12125550123' })
    assert.equal(numberOf(row), number)
    const offer = offerFrom(row, number, context)
    assert.equal(offer.country, 'CA')
    assert.deepEqual(offer.price, { kind: 'unknown' })
    assert.deepEqual(offer.setup, { kind: 'unknown' })
    assert.deepEqual(offer.capabilities, [])
  })

  it('is readable when every member has the wrong type', () => {
    const names = Object.keys(leased).filter((name) => name !== 'id')
    for (const wrong of [null, 7, 'text', [], { id: {} }]) {
      const row = numberRow.parse({ id: '+12125550123', ...Object.fromEntries(names.map((name) => [name, wrong])) })
      assert.equal(numberOf(row), number)
      assert.deepEqual(offerFrom(row, number, context).price, { kind: 'unknown' })
      assert.equal(ownedFrom(row, number, context).rentedAt, undefined)
    }
  })

  it('is keyed by its id, also when number.e164 says something else', () => {
    assert.equal(numberOf(numberRow.parse({ ...plain, number: { e164: '+12125550199' } })), number)
    assert.equal(numberOf(numberRow.parse({ ...plain, id: 'num_1' })), number)
    assert.equal(numberOf(numberRow.parse({ ...plain, id: 'num_1', number: {} })), undefined)
  })

  it('accepts the older plain array of channels, in lower case and once each', () => {
    const row = numberRow.parse({ ...plain, capabilities: ['SMS', 'sms', 7, 'Voice'] })
    assert.deepEqual(offerFrom(row, number, context).capabilities, ['sms', 'voice'])
  })

  it('announces requirements as sentences and keeps unknown ones', () => {
    assert.equal(requirementSentence('whatsapp_entitlement_required'), 'Contiguity asks for the WhatsApp entitlement.')
    assert.equal(requirementSentence('moon_permit'), 'Contiguity requires: moon_permit.')
  })

  it('has no price in another currency than a row says, and none for exponents and negatives', () => {
    const price = (pricing: unknown) => offerFrom(numberRow.parse({ ...plain, pricing }), number, context).price
    assert.deepEqual(price({ currency: 'eur', monthly_rate: 2.5 }), {
      kind: 'recurring',
      money: { amount: '2.5', currency: 'EUR' },
      months: 1,
    })
    for (const monthly_rate of [1e-7, -1, '1e3', null]) {
      assert.deepEqual(price({ currency: 'USD', monthly_rate }), { kind: 'unknown' })
    }
    assert.deepEqual(price({ monthly_rate: 2.5 }), { kind: 'unknown' })
  })
})

describe('a leased row', () => {
  it('says what is rented and shows the rest as facts', () => {
    const { facts: _facts, ...rest } = owned({})
    assert.deepEqual(rest, {
      accountId: 'account-1',
      number,
      country: 'US',
      capabilities: ['sms', 'mms'],
      state: { kind: 'active' },
      price: { kind: 'recurring', money: { amount: '19.99', currency: 'USD' }, months: 1 },
      rentedAt: '2024-06-20T02:00:00.000Z',
    })
    assert.deepEqual(factsByLabel({}), {
      Lease: 'lsd_7f3k2m',
      'Lease status': 'active',
      'Billing method': 'monthly',
      Carrier: 'Contiguity',
      Region: 'NY',
      City: 'New York',
      'International SMS': 'no',
      Reputation: '0.93',
      'Previous owners': '2',
      Requirements: 'imessage_entitlement_required',
      'Emergency calls (E911)': 'yes',
      Created: '2024-06-20T02:00:00.000Z',
    })
  })

  it('shows the end of a lease that has one, and that a contract’s price is a list price', () => {
    const facts = factsByLabel({
      billing: { method: 'service_contract', period: { start: 1_718_848_800, end: 1_718_848_800_000 } },
    })
    assert.equal(facts['Lease ends'], '2024-06-20T02:00:00.000Z')
    assert.equal(facts['Billing method'], 'service contract')
    assert.match(facts['Price'] ?? '', /list price/)
    assert.equal(factsByLabel({})['Price'], undefined)
  })

  it('keeps unknown scalar fields and never anything named like a credential', () => {
    const facts = factsByLabel({ spam_label: 'clean', api_key: 'canary', nested: { token: 'canary' } })
    assert.equal(facts['spam label'], 'clean')
    assert.equal(JSON.stringify(facts).includes('canary'), false)
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field_${index}`, 'x'.repeat(5_000)]))
    const bounded = owned(many).facts
    assert.equal(bounded.length, 30)
    assert.ok(bounded.every(({ value }) => value.length <= 300))
  })
})

describe('lease words', () => {
  it('ended leases are not owned; paused, missing and unknown ones are', () => {
    for (const word of ['expired', 'terminated', 'Terminated']) assert.equal(isHeld(word), false)
    for (const word of ['active', 'paused', 'pending', 'something new', '', null, undefined]) {
      assert.equal(isHeld(word), true)
    }
  })

  it('are shown as they are when we do not know them', () => {
    assert.deepEqual(stateFrom('active'), { kind: 'active' })
    assert.deepEqual(stateFrom(undefined), { kind: 'active' })
    assert.deepEqual(stateFrom('pending'), { kind: 'pending' })
    assert.deepEqual(stateFrom('paused'), { kind: 'other', word: 'paused' })
  })

  it('belong to the account only with a lease id', () => {
    const { lease_id: _lease, ...stranger } = leased
    assert.equal(isLeasedByAccount(numberRow.parse(leased)), true)
    assert.equal(isLeasedByAccount(numberRow.parse(stranger)), false)
    assert.equal(isLeasedByAccount(numberRow.parse({ ...leased, lease_status: 'expired' })), false)
  })
})

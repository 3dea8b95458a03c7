import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import {
  instant,
  ownedFrom,
  type RowContext,
  readOfferRow,
  readOwnedRow,
  typeFrom,
  typeToWire,
} from '../../../../src/providers/sinch/sinchMapping.ts'

const context: RowContext = { accountId: 'account-1', numbering: createPhoneNumbering() }

function owned(members: Readonly<Record<string, unknown>> = {}) {
  const read = readOwnedRow({ phoneNumber: '+13125550142', ...members })
  assert.ok('number' in read)
  return ownedFrom(read.row, read.number, context)
}

describe('an owned row of Sinch', () => {
  it('says everything that a full row knows', () => {
    const { facts, ...rest } = owned({
      projectId: 'project-1',
      displayName: 'Support',
      regionCode: 'US',
      type: 'LOCAL',
      capability: ['SMS', 'VOICE'],
      money: { currencyCode: 'USD', amount: '1.00' },
      paymentIntervalMonths: 1,
      nextChargeDate: '2026-12-03T09:14:22.104311Z',
      expireAt: null,
      smsConfiguration: { servicePlanId: 'plan_eu_7', campaignId: 'CX1', scheduledProvisioning: null },
      voiceConfiguration: { type: 'EST', trunkId: '01HZX', appId: '', serviceId: '', scheduledVoiceProvisioning: null },
      callbackUrl: '',
    })
    assert.deepEqual(rest, {
      accountId: 'account-1',
      number: '+13125550142',
      country: 'US',
      type: 'local',
      capabilities: ['sms', 'voice'],
      state: { kind: 'active' },
      price: { kind: 'recurring', money: { amount: '1.00', currency: 'USD' }, months: 1 },
      name: 'Support',
      routing: 'SMS plan plan_eu_7, trunk 01HZX',
      renewsAt: '2026-12-03T09:14:22.104311Z',
    })
    assert.deepEqual(facts, [
      { label: 'SMS service plan', value: 'plan_eu_7' },
      { label: '10DLC campaign', value: 'CX1' },
      { label: 'Voice type', value: 'EST' },
      { label: 'Voice', value: 'trunk 01HZX' },
    ])
  })

  it('is readable with nothing but its number', () => {
    const row = owned()
    assert.deepEqual(row.state, { kind: 'active' })
    assert.deepEqual(row.price, { kind: 'unknown' })
    assert.deepEqual(row.capabilities, [])
    assert.equal(row.country, 'US')
    assert.equal('name' in row || 'routing' in row || 'renewsAt' in row || 'type' in row, false)
  })

  it('is releasing when it has an end, and then nothing renews', () => {
    const row = owned({ expireAt: '2026-12-03T09:14:22Z', nextChargeDate: '2026-12-03T09:14:22Z' })
    assert.deepEqual(row.state, { kind: 'releasing', until: '2026-12-03T09:14:22Z' })
    assert.equal(row.renewsAt, undefined)
    assert.deepEqual(owned({ expireAt: 'soon' }).state, { kind: 'releasing' })
  })

  it('is active while its end is null, missing or empty', () => {
    for (const expireAt of [null, undefined, '', ' ']) assert.deepEqual(owned({ expireAt }).state, { kind: 'active' })
  })

  it('has an unknown price without amount, currency or interval', () => {
    const money = { currencyCode: 'USD', amount: '1.00' }
    for (const members of [
      { money },
      { money, paymentIntervalMonths: 0 },
      { money: null, paymentIntervalMonths: 1 },
      { money: { amount: '1.00' }, paymentIntervalMonths: 1 },
      { money: { currencyCode: 'USD', amount: '-1' }, paymentIntervalMonths: 1 },
      { money: { currencyCode: 'USD', amount: '1e3' }, paymentIntervalMonths: 1 },
      { money: 'one dollar', paymentIntervalMonths: 1 },
    ])
      assert.deepEqual(owned(members).price, { kind: 'unknown' })
  })

  it('keeps an amount as it was written and its interval', () => {
    const price = owned({ money: { currencyCode: 'EUR', amount: '42.0001' }, paymentIntervalMonths: 3 }).price
    assert.deepEqual(price, { kind: 'recurring', money: { amount: '42.0001', currency: 'EUR' }, months: 3 })
  })

  it('survives members of the wrong kind one by one', () => {
    const hostile = {
      displayName: 7,
      regionCode: ['US'],
      type: {},
      capability: ['SMS', null, 3, 'SMS', 'RCS_NEW'],
      smsConfiguration: 'none',
      voiceConfiguration: [],
      callbackUrl: {},
      nextChargeDate: 0,
    }
    const row = owned(hostile)
    assert.deepEqual(row.capabilities, ['sms', 'rcs_new'])
    assert.equal(row.name, undefined)
    assert.deepEqual(row.facts, [])
  })

  it('passes words on that nobody knows yet', () => {
    assert.equal(owned({ type: 'SATELLITE' }).type, 'SATELLITE')
  })

  it('shows a link that is under way with its state and what went wrong', () => {
    const scheduledProvisioning = {
      servicePlanId: 'plan_us_1',
      campaignId: '',
      status: 'FAILED',
      errorCodes: ['TFN_NOT_ALLOWED'],
    }
    const row = owned({
      smsConfiguration: { servicePlanId: '', campaignId: '', scheduledProvisioning },
      voiceConfiguration: {
        type: 'RTC',
        appId: 'app-1',
        scheduledVoiceProvisioning: { type: 'EST', trunkId: '01HZX', status: 'WAITING' },
      },
    })
    assert.equal(row.routing, 'app app-1')
    assert.deepEqual(
      row.facts.filter(({ label }) => label.includes('under way')),
      [
        {
          label: 'SMS link under way',
          value: 'SMS plan plan_us_1: failed, a toll-free number cannot be linked this way (TFN_NOT_ALLOWED)',
        },
        { label: 'Voice link under way', value: 'trunk 01HZX: waiting' },
      ],
    )
  })

  it('takes a voice link without a type for an app', () => {
    assert.equal(owned({ voiceConfiguration: { appId: 'app-1' } }).routing, 'app app-1')
    assert.equal(owned({ voiceConfiguration: { type: 'FAX', serviceId: 'fax-1' } }).routing, 'fax service fax-1')
    assert.equal(owned({ voiceConfiguration: { type: 'SIPX', appId: 'x1' } }).routing, 'SIPX x1')
  })

  it('shows unknown scalar members as facts, and neither credentials nor whole callback addresses', () => {
    const row = owned({
      callbackUrl: 'https://user:secret-word@hooks.example.com/n?token=secret-word',
      hmacSecret: 'secret-word',
      accessToken: 'secret-word',
      newColour: 'blue',
      flagged: true,
      nested: { a: 1 },
    })
    assert.deepEqual(row.facts, [
      { label: 'Callback', value: 'https://hooks.example.com/n?…' },
      { label: 'New colour', value: 'blue' },
      { label: 'Flagged', value: 'yes' },
    ])
  })

  it('has at most thirty facts of at most three hundred characters', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`member${n}`, 'x'.repeat(1_000)]))
    const { facts } = owned(many)
    assert.equal(facts.length, 30)
    assert.ok(facts.every(({ value }) => value.length <= 300))
  })
})

describe('a row of Sinch without a readable number', () => {
  it('says why and how it may be recognised', () => {
    for (const row of [null, 7, 'text', [], {}, { phoneNumber: null }, { phoneNumber: 5 }]) {
      assert.deepEqual(readOwnedRow(row), { reason: 'the row has no phone number' })
      assert.equal(readOfferRow(row, 'US', context), undefined)
    }
    const odd = readOwnedRow({ phoneNumber: '0049 \u202e 30' })
    assert.deepEqual(odd, { reason: 'its number is not in international form', hint: '0049   30' })
  })
})

describe('number types of Sinch', () => {
  it('are the same there and back', () => {
    for (const type of ['local', 'mobile', 'tollFree'] as const) assert.equal(typeFrom(typeToWire(type)), type)
  })

  it('have no word for types that Sinch does not know', () => {
    assert.equal(typeToWire('national'), undefined)
    assert.equal(typeFrom(''), undefined)
    assert.equal(typeFrom(null), undefined)
  })
})

describe('a moment from Sinch', () => {
  it('is kept with none to six fraction digits', () => {
    for (const text of ['2026-12-03T09:14:22Z', '2026-12-03T09:14:22.5Z', '2026-12-03T09:14:22.104311Z'])
      assert.equal(instant(text), text)
  })

  it('is nothing when it is no moment', () => {
    for (const text of ['', null, undefined, 'soon', '2026-12-03', '2026-13-40T09:14:22Z', '2026-12-03T09:14:22'])
      assert.equal(instant(text), undefined)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  isSubaccount,
  numberFrom,
  offerFrom,
  ownedFrom,
  type RowContext,
  rentableWith,
  requirementsOf,
  typeFrom,
  typeToWire,
} from '../../../../src/providers/plivo/plivoMapping.ts'
import { offerRow, ownedRow } from '../../../../src/providers/plivo/plivoSchemas.ts'
import { e164 } from '../../../support/builders.ts'

const context: RowContext = { accountId: 'account-1', authId: 'MAEXAMPLE0000000000', countryOf: () => 'US' }
const number = e164('+17755550123')

function owned(members: Readonly<Record<string, unknown>>) {
  return ownedFrom(ownedRow.parse({ number: '17755550123', ...members }), number, context)
}

function offer(members: Readonly<Record<string, unknown>>, services: readonly string[] = []) {
  return offerFrom(offerRow.parse({ number: '17755550123', ...members }), number, { country: 'US', services }, context)
}

describe('an owned row', () => {
  it('says everything that a full row knows', () => {
    const { facts, ...rest } = owned({
      active: true,
      added_on: '2025-04-09',
      alias: 'Support line',
      application: '/v1/Account/MA1/Application/21004477130012345/',
      carrier: 'Plivo',
      monthly_rental_rate: '0.50000',
      number_type: 'local',
      renewal_date: '2026-12-09',
      sms_enabled: true,
      mms_enabled: false,
      voice_enabled: true,
    })
    assert.deepEqual(rest, {
      accountId: 'account-1',
      number,
      country: 'US',
      type: 'local',
      capabilities: ['sms', 'voice'],
      state: { kind: 'active' },
      price: { kind: 'recurring', money: { amount: '0.50000', currency: 'USD' }, months: 1 },
      name: 'Support line',
      routing: 'app 21004477130012345',
      renewsAt: '2026-12-09',
      rentedAt: '2025-04-09',
    })
    assert.deepEqual(facts, [
      { label: 'Application', value: '21004477130012345' },
      { label: 'Carrier', value: 'Plivo' },
    ])
  })

  it('is readable with nothing but its number', () => {
    const row = owned({})
    assert.deepEqual(row.state, { kind: 'active' })
    assert.deepEqual(row.price, { kind: 'unknown' })
    assert.deepEqual(row.capabilities, [])
    assert.equal('name' in row || 'routing' in row || 'renewsAt' in row, false)
  })

  it('has no name when the alias is null or empty', () => {
    for (const alias of [null, '', '   ']) assert.equal(owned({ alias }).name, undefined)
  })

  it('is pending while Plivo calls it inactive', () => {
    assert.deepEqual(owned({ active: false }).state, { kind: 'pending' })
  })

  it('prefers number_type and falls back to type', () => {
    assert.equal(owned({ number_type: 'tollfree', type: 'local' }).type, 'tollFree')
    assert.equal(owned({ number_type: null, type: 'mobile' }).type, 'mobile')
  })

  it('keeps days as days and drops what is not one', () => {
    assert.equal(owned({ renewal_date: '2026-02-09' }).renewsAt, '2026-02-09')
    for (const renewal_date of ['2026-13-45', 'soon', '2026-02-09T00:00:00Z', 7]) {
      assert.equal(owned({ renewal_date }).renewsAt, undefined)
    }
  })
})

describe('money', () => {
  it('labels Plivo prices as USD and nothing else', () => {
    const { price, setup } = offer({ monthly_rental_rate: '0.80000', setup_rate: '1.00000', currency: 'INR' })
    assert.deepEqual(price, { kind: 'recurring', money: { amount: '0.80000', currency: 'USD' }, months: 1 })
    assert.deepEqual(setup, { kind: 'once', money: { amount: '1.00000', currency: 'USD' } })
  })

  it('is unknown, not zero, when Plivo leaves a rate out or writes nonsense', () => {
    for (const rate of [undefined, null, '', 'free', '-1.00', '1e-7', {}]) {
      assert.deepEqual(offer({ monthly_rental_rate: rate }).price, { kind: 'unknown' })
    }
  })
})

describe('an offer row', () => {
  it('believes sub_type before the coarse type', () => {
    assert.equal(offer({ type: 'fixed', sub_type: 'local' }).type, 'local')
    assert.equal(offer({ type: 'tollfree' }).type, 'tollFree')
  })

  it('lets the filter answer for a missing capability flag, but not against a flag that says no', () => {
    assert.deepEqual(offer({ sms_enabled: true }, ['sms', 'mms']).capabilities, ['sms', 'mms'])
    assert.deepEqual(offer({ sms_enabled: true, mms_enabled: false }, ['sms', 'mms']).capabilities, ['sms'])
  })

  it('names the area without repeating the country', () => {
    assert.equal(offer({ city: 'RENO', region: 'United States', country: 'UNITED STATES' }).area, 'RENO')
    assert.equal(offer({ city: 'RENO', region: 'Nevada', country: 'UNITED STATES' }).area, 'RENO, Nevada')
    assert.equal(offer({ city: null, rate_center: 'ELKO' }).area, 'ELKO')
    assert.equal(offer({}).area, undefined)
  })

  it('shows the restriction in Plivo’s own words, or in ours where it has none', () => {
    const of = (members: Readonly<Record<string, unknown>>) =>
      requirementsOf(offerRow.parse({ number: '1', ...members }))
    assert.deepEqual(of({ restriction: null, restriction_text: null }), [])
    assert.deepEqual(of({ restriction: 'city-address', restriction_text: 'Needs a Paris address.' }), [
      'Needs a Paris address.',
    ])
    assert.deepEqual(of({ restriction: 'country-address' }), ['Plivo asks for an address in the number’s country.'])
    assert.deepEqual(of({ restriction: 'moon-address' }), ['Plivo restricts it: moon-address.'])
    assert.deepEqual(of({ prerequisites: [{ type: 'address', scope: 'city' }, 7] }), [
      'Plivo asks for documents: address, city.',
    ])
  })
})

describe('words', () => {
  it('translates types both ways and keeps unknown ones', () => {
    assert.equal(typeFrom('TOLLFREE'), 'tollFree')
    assert.equal(typeFrom('shortcode'), 'shortcode')
    assert.equal(typeFrom(''), undefined)
    assert.equal(typeToWire('tollFree'), 'tollfree')
  })

  it('reads digits as E.164 and refuses everything else', () => {
    assert.equal(numberFrom('17755550123'), '+17755550123')
    assert.equal(numberFrom('+17755550123'), '+17755550123')
    for (const text of ['', '0123', '1-775', 'PLIVO', '1234567890123456']) assert.equal(numberFrom(text), undefined)
  })

  it('knows that subaccounts cannot rent', () => {
    assert.equal(isSubaccount('SAEXAMPLE0000000000'), true)
    assert.equal(rentableWith('SAEXAMPLE0000000000').kind, 'notHere')
    assert.deepEqual(rentableWith('MAEXAMPLE0000000000'), { kind: 'direct' })
  })
})

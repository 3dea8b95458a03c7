import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import { canRentDirectly, type RowContext, readOfferRow } from '../../../../src/providers/sinch/sinchMapping.ts'

const context: RowContext = { accountId: 'account-1', numbering: createPhoneNumbering() }

function offer(members: Readonly<Record<string, unknown>> = {}) {
  const found = readOfferRow({ phoneNumber: '+13125550177', ...members }, undefined, context)
  assert.ok(found)
  return found
}

describe('an offer of Sinch', () => {
  it('has the price per month and what is paid once', () => {
    const found = offer({
      regionCode: 'US',
      type: 'LOCAL',
      capability: ['SMS', 'VOICE'],
      setupPrice: { currencyCode: 'USD', amount: '0.50' },
      monthlyPrice: { currencyCode: 'EUR', amount: '0.8' },
      paymentIntervalMonths: 1,
      supportingDocumentationRequired: false,
    })
    assert.deepEqual(found, {
      accountId: 'account-1',
      number: '+13125550177',
      country: 'US',
      type: 'local',
      capabilities: ['sms', 'voice'],
      price: { kind: 'recurring', money: { amount: '0.8', currency: 'EUR' }, months: 1 },
      setup: { kind: 'once', money: { amount: '0.50', currency: 'USD' } },
      requirements: [],
      requirementsInShort: [],
      rentable: { kind: 'direct' },
    })
  })

  it('says that documents may be asked for, without being blocked by it', () => {
    const found = offer({ regionCode: 'US', type: 'LOCAL', supportingDocumentationRequired: true })
    assert.deepEqual(found.requirements, ['Sinch may ask for supporting documents.'])
    assert.deepEqual(found.rentable, { kind: 'direct' })
  })

  it('has unknown prices when they are missing', () => {
    assert.deepEqual([offer().price, offer().setup], [{ kind: 'unknown' }, { kind: 'unknown' }])
  })

  it('tells when several months are charged at a time', () => {
    assert.deepEqual(offer({ paymentIntervalMonths: 12 }).requirements, ['Sinch charges for 12 months at a time.'])
  })
})

describe('renting directly at Sinch', () => {
  it('is for local numbers of the United States only', () => {
    assert.deepEqual(canRentDirectly({ country: 'US', type: 'local' }), { kind: 'direct' })
    for (const traits of [
      { country: 'US', type: 'tollFree' },
      { country: 'US', type: 'mobile' },
      { country: 'CA', type: 'local' },
      { country: 'DE', type: 'local' },
      { country: 'US' },
      {},
    ]) {
      const rentable = canRentDirectly(traits)
      assert.equal(rentable.kind, 'notHere')
      assert.ok(rentable.kind === 'notHere' && rentable.reason.includes('number order'))
    }
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberPath, type Offers, pretendedSinch, type Row, violatedFields } from './pretendedSinch.ts'

type Sinch = ReturnType<typeof pretendedSinch>

function firstOffer(sinch: Sinch, regionCode = 'US', type = 'LOCAL'): string {
  const { availableNumbers } = sinch.ok<Offers>('GET', `/availableNumbers?regionCode=${regionCode}&type=${type}&size=1`)
  return availableNumbers[0]?.phoneNumber ?? ''
}

const rentPath = (number: string) => numberPath('availableNumbers', number, ':rent')

test('rents a US local number, takes it off the shelf and pays setup and first month', () => {
  const sinch = pretendedSinch()
  const number = firstOffer(sinch)
  const rented = sinch.ok<Row>('POST', rentPath(number), {})
  assert.deepEqual([rented.phoneNumber, rented.displayName, rented.expireAt], [number, '', null])
  assert.match(rented.nextChargeDate ?? '', /^2026-12-03T10:00:00\.\d{6}Z$/)
  assert.deepEqual(sinch.ok<Row>('GET', numberPath('activeNumbers', number)), rented)
  assert.equal(sinch.refused(404, 'POST', rentPath(number), {}).details[0]?.resourceType, 'AvailableNumber')
  const { balance, charges } = sinch.world()
  assert.equal(balance.amount, '99.00')
  assert.deepEqual(
    charges.map(({ phoneNumber, amount }) => [phoneNumber, amount]),
    [[number, '1.00']],
  )
})

test('links asynchronously: waiting, in progress, then the ids move up', () => {
  const sinch = pretendedSinch()
  const number = firstOffer(sinch)
  const body = { smsConfiguration: { servicePlanId: 'plan_us_1', campaignId: 'CQ7SBX1' } }
  const rented = sinch.ok<Row>('POST', rentPath(number), body)
  assert.equal(rented.smsConfiguration.servicePlanId, '')
  const read = () => sinch.ok<Row>('GET', numberPath('activeNumbers', number)).smsConfiguration
  assert.equal(read().scheduledProvisioning?.status, 'WAITING')
  sinch.advance(5000)
  assert.equal(read().scheduledProvisioning?.status, 'IN_PROGRESS')
  sinch.advance(4999)
  assert.equal(read().servicePlanId, '')
  sinch.advance(1)
  assert.deepEqual(read(), { servicePlanId: 'plan_us_1', scheduledProvisioning: null, campaignId: 'CQ7SBX1' })
})

test('ends a link FAILED with the codes that were asked for', () => {
  const sinch = pretendedSinch()
  sinch.sinch.setSwitch('smsErrorCodes', ['INSUFFICIENT_BALANCE'])
  const number = firstOffer(sinch)
  sinch.ok<Row>('POST', rentPath(number), { smsConfiguration: { servicePlanId: 'plan_us_1' } })
  sinch.advance(60_000)
  const { smsConfiguration } = sinch.ok<Row>('GET', numberPath('activeNumbers', number))
  assert.equal(smsConfiguration.servicePlanId, '')
  assert.equal(smsConfiguration.scheduledProvisioning?.status, 'FAILED')
  assert.deepEqual(smsConfiguration.scheduledProvisioning?.errorCodes, ['INSUFFICIENT_BALANCE'])
})

test('refuses every region and type but US local and rents nothing', () => {
  const sinch = pretendedSinch()
  for (const [regionCode, type] of [
    ['DE', 'LOCAL'],
    ['US', 'TOLL_FREE'],
  ] as const) {
    const error = sinch.refused(400, 'POST', rentPath(firstOffer(sinch, regionCode, type)), {})
    assert.equal(error.status, 'INVALID_ARGUMENT')
  }
  assert.equal(sinch.world().owned.length, 12)
})

test('refuses without enough credit and keeps the offer', () => {
  const sinch = pretendedSinch()
  const number = firstOffer(sinch)
  sinch.sinch.act({ balance: '0.999999' })
  assert.match(sinch.refused(400, 'POST', rentPath(number), {}).message, /credit/)
  assert.deepEqual([sinch.world().charges.length, firstOffer(sinch)], [0, number])
  sinch.sinch.act({ balance: '1.00' })
  sinch.ok<Row>('POST', rentPath(number), {})
  assert.equal(sinch.world().balance.amount, '0.00')
})

test('refuses on a trial account with the words of production', () => {
  const sinch = pretendedSinch()
  sinch.sinch.setSwitch('trialAccount', true)
  const error = sinch.refused(403, 'POST', rentPath(firstOffer(sinch)), {})
  assert.equal(error.message, 'Trial account is not enabled to rent number')
})

test('refuses a number that was taken in between', () => {
  const sinch = pretendedSinch()
  const number = firstOffer(sinch)
  sinch.sinch.act({ take: number })
  sinch.refused(404, 'POST', rentPath(number), {})
  sinch.refused(404, 'GET', numberPath('activeNumbers', number))
})

test('refuses broken bodies before any money moves', () => {
  const sinch = pretendedSinch()
  const number = firstOffer(sinch)
  const fields = (body: unknown) => violatedFields(sinch.refused(400, 'POST', rentPath(number), body))
  assert.deepEqual(fields({ smsConfiguration: {} }), ['smsConfiguration'])
  assert.deepEqual(fields({ voiceConfiguration: { type: 'EST' } }), ['voiceConfiguration.trunkId'])
  assert.deepEqual(fields({ voiceConfiguration: { type: 'SIP', appId: 'x' } }), ['voiceConfiguration.type'])
  assert.deepEqual(fields({ callbackUrl: 'not a url' }), ['callbackUrl'])
  assert.deepEqual(fields([]), [])
  assert.equal(sinch.world().balance.amount, '100.00')
})

test('takes a literal plus in a path and counts it', () => {
  const sinch = pretendedSinch()
  const number = firstOffer(sinch)
  assert.equal(sinch.ok<Row>('POST', `/availableNumbers/${number}:rent`, {}).phoneNumber, number)
  assert.equal(sinch.world().observed['rawPlusInPath'], 1)
})

test('does not offer orders and says so in the envelope of Sinch', () => {
  const sinch = pretendedSinch()
  for (const rest of ['/numberOrders:createNumberOrder', '/numberOrders/x/submit', '/availableNumbers:rentAny']) {
    const error = sinch.refused(501, 'POST', rest, {})
    assert.deepEqual([error.code, error.status], [501, 'UNIMPLEMENTED'])
  }
  assert.equal(sinch.refused(404, 'GET', '/somewhere').status, 'NOT_FOUND')
})

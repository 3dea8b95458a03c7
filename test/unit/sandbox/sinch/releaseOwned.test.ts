import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberPath, pretendedSinch, type Row } from './pretendedSinch.ts'

const NUMBER = '+12125550177'
const PATH = numberPath('activeNumbers', NUMBER)
const DAY = 86_400_000

function ownsOne() {
  const sinch = pretendedSinch()
  sinch.sinch.act({ own: NUMBER })
  return sinch
}

test('keeps a released number until its paid period ends, then it is gone', () => {
  const sinch = ownsOne()
  const before = sinch.ok<Row>('GET', PATH)
  const released = sinch.ok<Row>('POST', `${PATH}:release`)
  assert.equal(released.expireAt, before.nextChargeDate)
  assert.deepEqual({ ...released, expireAt: null }, before)
  sinch.advance(30 * DAY - 1)
  assert.equal(sinch.ok<Row>('GET', PATH).expireAt, released.expireAt)
  sinch.advance(1)
  sinch.refused(404, 'GET', PATH)
  assert.ok(sinch.world().gone.includes(NUMBER))
  sinch.refused(404, 'GET', numberPath('availableNumbers', NUMBER))
})

test('drops a waiting voice link and nothing else', () => {
  const sinch = ownsOne()
  sinch.ok('PATCH', PATH, { smsConfiguration: { servicePlanId: 'p' }, voiceConfiguration: { appId: 'a' } })
  const { smsConfiguration, voiceConfiguration } = sinch.ok<Row>('POST', `${PATH}:release`)
  assert.equal(voiceConfiguration.scheduledVoiceProvisioning, null)
  assert.equal(smsConfiguration.scheduledProvisioning?.status, 'WAITING')
})

test('changes nothing when a number is released twice and never moves its end', () => {
  const sinch = ownsOne()
  const first = sinch.ok<Row>('POST', `${PATH}:release`)
  sinch.advance(5 * DAY)
  assert.deepEqual(sinch.ok<Row>('POST', `${PATH}:release`), first)
})

test('renews a number that is kept, month by month, at the same day and time', () => {
  const sinch = ownsOne()
  const date = () => sinch.ok<Row>('GET', PATH).nextChargeDate?.slice(0, 19)
  assert.equal(date(), '2026-12-03T10:00:00')
  sinch.advanceTo('2026-12-03T10:00:00Z')
  assert.equal(date(), '2027-01-03T10:00:00')
  sinch.advanceTo('2027-04-10T00:00:00Z')
  assert.equal(date(), '2027-05-03T10:00:00')
  assert.equal(sinch.world().balance.amount, '100.00')
})

test('ends a number without a charge date at once', () => {
  const sinch = pretendedSinch()
  const number = sinch.world().owned.find(({ nextChargeDate }) => nextChargeDate === null)?.phoneNumber ?? ''
  const path = numberPath('activeNumbers', number)
  assert.match(sinch.ok<Row>('POST', `${path}:release`).expireAt ?? '', /^2026-11-03T10:00:00/)
  sinch.refused(404, 'GET', path)
})

test('refuses to release a number that the account does not have', () => {
  const sinch = ownsOne()
  const path = numberPath('activeNumbers', '+12125550999', ':release')
  assert.equal(sinch.refused(404, 'POST', path).details[0]?.resourceType, 'ActiveNumber')
})

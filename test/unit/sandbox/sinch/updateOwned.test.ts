import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trunkIds } from '../../../../src/sandbox/sinch/linkTargets.ts'
import { numberPath, pretendedSinch, type Row, violatedFields } from './pretendedSinch.ts'

const NUMBER = '+12125550177'
const PATH = numberPath('activeNumbers', NUMBER)

function ownsOne(switches: Record<string, unknown> = {}) {
  const sinch = pretendedSinch()
  sinch.sinch.act({ own: NUMBER })
  for (const [name, value] of Object.entries(switches)) sinch.sinch.setSwitch(name, value)
  return { ...sinch, patch: (body: unknown) => sinch.ok<Row>('PATCH', PATH, body) }
}

/** The same with a service plan and a trunk whose links are done. */
function ownsLinked(switches: Record<string, unknown> = {}) {
  const sinch = ownsOne()
  sinch.patch({
    smsConfiguration: { servicePlanId: 'plan_a', campaignId: 'CA' },
    voiceConfiguration: { type: 'EST', trunkId: trunkIds.office },
  })
  sinch.advance(10_000)
  for (const [name, value] of Object.entries(switches)) sinch.sinch.setSwitch(name, value)
  return sinch
}

test('changes what is sent, keeps what is not and ignores unknown members', () => {
  const { patch } = ownsOne()
  assert.equal(patch({ displayName: 'Desk', callbackUrl: 'https://hooks.example.com/a' }).displayName, 'Desk')
  const row = patch({ displayName: '', colour: 'red' })
  assert.deepEqual([row.displayName, row.callbackUrl], ['', 'https://hooks.example.com/a'])
  assert.equal(patch({ callbackUrl: '' }).callbackUrl, '')
})

test('refuses an empty configuration and changes nothing, not even the name beside it', () => {
  const sinch = ownsOne()
  const body = { displayName: 'New', smsConfiguration: {} }
  assert.deepEqual(violatedFields(sinch.refused(400, 'PATCH', PATH, body)), ['smsConfiguration'])
  const voice = sinch.refused(400, 'PATCH', PATH, { displayName: 'New', voiceConfiguration: {} })
  assert.deepEqual(violatedFields(voice), ['voiceConfiguration'])
  assert.equal(sinch.ok<Row>('GET', PATH).displayName, '')
})

test('demands the service plan beside a campaign and allows campaigns in the US only', () => {
  const sinch = ownsOne()
  const fields = (path: string, smsConfiguration: unknown) =>
    violatedFields(sinch.refused(400, 'PATCH', path, { smsConfiguration }))
  assert.deepEqual(fields(PATH, { campaignId: 'CA' }), ['smsConfiguration.servicePlanId'])
  sinch.sinch.act({ own: '+46846500499', regionCode: 'SE' })
  const swedish = numberPath('activeNumbers', '+46846500499')
  assert.deepEqual(fields(swedish, { servicePlanId: 'p', campaignId: 'CA' }), ['smsConfiguration.campaignId'])
})

test('keeps the old voice type and id until the change is done', () => {
  const sinch = ownsLinked()
  const { voiceConfiguration } = sinch.patch({ voiceConfiguration: { type: 'RTC', appId: 'app-1' } })
  assert.deepEqual([voiceConfiguration.type, voiceConfiguration.trunkId], ['EST', trunkIds.office])
  assert.deepEqual(
    [voiceConfiguration.scheduledVoiceProvisioning?.type, voiceConfiguration.scheduledVoiceProvisioning?.status],
    ['RTC', 'WAITING'],
  )
  sinch.advance(10_000)
  const done = sinch.ok<Row>('GET', PATH).voiceConfiguration
  assert.deepEqual([done.type, done.appId, done.trunkId, done.scheduledVoiceProvisioning], ['RTC', 'app-1', '', null])
  assert.match(done.lastUpdatedTime ?? '', /^2026-11-03T10:00:20\.\d{6}Z$/)
})

test('treats a missing voice type as RTC', () => {
  const { patch } = ownsOne()
  const { scheduledVoiceProvisioning } = patch({ voiceConfiguration: { appId: 'app-1' } }).voiceConfiguration
  assert.equal(scheduledVoiceProvisioning?.type, 'RTC')
})

test('ends the link to an unknown trunk FAILED and keeps the old one', () => {
  const sinch = ownsLinked()
  sinch.patch({ voiceConfiguration: { type: 'EST', trunkId: 'nowhere' } })
  sinch.advance(10_000)
  const { voiceConfiguration } = sinch.ok<Row>('GET', PATH)
  assert.equal(voiceConfiguration.trunkId, trunkIds.office)
  assert.equal(voiceConfiguration.scheduledVoiceProvisioning?.status, 'FAILED')
})

test('ends every voice link FAILED when switched to', () => {
  const sinch = ownsOne({ voiceProvisioningFails: true })
  sinch.patch({ voiceConfiguration: { type: 'EST', trunkId: trunkIds.office } })
  sinch.advance(10_000)
  const { scheduledVoiceProvisioning, trunkId } = sinch.ok<Row>('GET', PATH).voiceConfiguration
  assert.deepEqual([scheduledVoiceProvisioning?.status, trunkId], ['FAILED', ''])
})

test('relinks directly, or only after unlinking when switched to', () => {
  const relink = { smsConfiguration: { servicePlanId: 'plan_b' } }
  const direct = ownsLinked().patch(relink).smsConfiguration
  assert.deepEqual([direct.servicePlanId, direct.scheduledProvisioning?.servicePlanId], ['plan_a', 'plan_b'])
  const strict = ownsLinked({ requireUnlink: true })
  const error = strict.refused(400, 'PATCH', PATH, relink)
  assert.deepEqual(violatedFields(error), ['smsConfiguration.servicePlanId'])
  strict.patch({ smsConfiguration: { servicePlanId: '' } })
  assert.equal(strict.patch(relink).smsConfiguration.scheduledProvisioning?.status, 'WAITING')
})

test('unlinks by empty strings at once and keeps the campaign that was not named', () => {
  const { patch } = ownsLinked()
  const { smsConfiguration } = patch({ smsConfiguration: { servicePlanId: '' } })
  assert.deepEqual(smsConfiguration, { servicePlanId: '', scheduledProvisioning: null, campaignId: 'CA' })
  const voice = patch({ voiceConfiguration: { type: 'EST', trunkId: '' } }).voiceConfiguration
  assert.deepEqual([voice.trunkId, voice.scheduledVoiceProvisioning], ['', null])
})

test('unlinks on the clock or keeps the voice link when switched to', () => {
  const slow = ownsLinked({ scheduleUnlink: true })
  assert.equal(slow.patch({ smsConfiguration: { servicePlanId: '' } }).smsConfiguration.servicePlanId, 'plan_a')
  slow.advance(10_000)
  assert.equal(slow.ok<Row>('GET', PATH).smsConfiguration.servicePlanId, '')
  const stubborn = ownsLinked({ keepVoiceOnUnlink: true })
  const { voiceConfiguration } = stubborn.patch({ voiceConfiguration: { type: 'EST', trunkId: '' } })
  assert.equal(voiceConfiguration.trunkId, trunkIds.office)
})

test('drops a waiting link when the present one is asked for again', () => {
  const { patch } = ownsLinked()
  patch({ smsConfiguration: { servicePlanId: 'plan_b' } })
  const { smsConfiguration } = patch({ smsConfiguration: { servicePlanId: 'plan_a' } })
  assert.deepEqual([smsConfiguration.servicePlanId, smsConfiguration.scheduledProvisioning], ['plan_a', null])
})

test('lets null overwrite and counts it, as it counts an update mask', () => {
  const sinch = ownsOne()
  sinch.patch({ displayName: 'Desk' })
  assert.equal(sinch.patch({ displayName: null, updateMask: 'displayName' }).displayName, '')
  assert.deepEqual([sinch.world().observed['nullsSent'], sinch.world().observed['updateMasks']], [1, 1])
})

test('refuses text that is no JSON, and numbers that the account does not have', () => {
  const sinch = ownsOne()
  const { projectId } = sinch.sinch.credentials
  const headers = { authorization: sinch.basic }
  assert.equal(sinch.raw('PATCH', `/v1/projects/${projectId}${PATH}`, headers, '{"displayName":').status, 400)
  const error = sinch.refused(404, 'PATCH', numberPath('activeNumbers', '+12125550999'), { displayName: 'x' })
  assert.equal(error.details[0]?.resourceType, 'ActiveNumber')
})

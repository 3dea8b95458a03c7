import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ProviderError } from '../../../../src/core/providerError.ts'
import { type OwnedRow, ownedRow } from '../../../../src/providers/sinch/sinchSchemas.ts'
import { settingsPatch, smsPatch, textPatch, voicePatch } from '../../../../src/providers/sinch/sinchSettingsPatch.ts'

function row(members: Readonly<Record<string, unknown>> = {}): OwnedRow {
  return ownedRow.parse({ phoneNumber: '+13125550142', ...members })
}

function refusedAt(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof ProviderError && error.kind === 'invalid') return error.facts.fields?.[0]?.field
    throw error
  }
  return assert.fail('it was not refused')
}

const linked = row({ smsConfiguration: { servicePlanId: 'P1', campaignId: 'C1', scheduledProvisioning: null } })

function scheduled(status: string): OwnedRow {
  const scheduledProvisioning = { servicePlanId: 'P2', campaignId: 'C2', status }
  return row({ smsConfiguration: { servicePlanId: 'P1', campaignId: '', scheduledProvisioning } })
}

describe('the body of a change at Sinch', () => {
  it('is empty when nothing changes, whatever the row leaves out', () => {
    assert.deepEqual(settingsPatch(row(), {}), {})
    const nothing = { displayName: null, callbackUrl: '', servicePlanId: null, campaignId: '', voiceType: null }
    for (const empty of [row(), row({ smsConfiguration: null, voiceConfiguration: {} })])
      assert.deepEqual(settingsPatch(empty, nothing), {})
  })

  it('has texts that changed only, without the spaces around them', () => {
    const named = row({ displayName: 'Old', callbackUrl: 'https://a.example' })
    assert.deepEqual(textPatch(named, { displayName: ' New ', callbackUrl: 'https://a.example' }), {
      displayName: 'New',
    })
    assert.deepEqual(textPatch(named, { callbackUrl: null }), { callbackUrl: '' })
  })

  it('refuses settings that do not exist and values that are no text', () => {
    assert.equal(
      refusedAt(() => settingsPatch(row(), { colour: 'red' })),
      'colour',
    )
    assert.equal(
      refusedAt(() => settingsPatch(row(), { displayName: true })),
      'displayName',
    )
    assert.equal(
      refusedAt(() => settingsPatch(row(), { servicePlanId: ['a'] })),
      'servicePlanId',
    )
  })
})

describe('the SMS part of a change', () => {
  it('repeats the service plan when only the campaign changes', () => {
    assert.deepEqual(smsPatch(linked, { campaignId: 'C2' }), { servicePlanId: 'P1', campaignId: 'C2' })
    assert.deepEqual(smsPatch(linked, { campaignId: null }), { servicePlanId: 'P1', campaignId: '' })
  })

  it('names the campaign only when it changes', () => {
    assert.deepEqual(smsPatch(linked, { servicePlanId: 'P2' }), { servicePlanId: 'P2' })
    assert.deepEqual(smsPatch(linked, { servicePlanId: 'P2', campaignId: 'C1' }), { servicePlanId: 'P2' })
    assert.deepEqual(smsPatch(linked, { servicePlanId: null, campaignId: '' }), { servicePlanId: '', campaignId: '' })
  })

  it('loses nothing that is on its way', () => {
    assert.deepEqual(smsPatch(scheduled('WAITING'), { campaignId: 'C3' }), { servicePlanId: 'P2', campaignId: 'C3' })
    assert.deepEqual(smsPatch(scheduled('WAITING'), { servicePlanId: 'P3' }), { servicePlanId: 'P3', campaignId: 'C2' })
    assert.equal(smsPatch(scheduled('IN_PROGRESS'), { servicePlanId: 'P2' }), undefined)
  })

  it('can go back to what is linked while something else is on its way, and can take everything off', () => {
    assert.deepEqual(smsPatch(scheduled('WAITING'), { servicePlanId: 'P1', campaignId: '' }), {
      servicePlanId: 'P1',
      campaignId: '',
    })
    assert.deepEqual(smsPatch(scheduled('WAITING'), { servicePlanId: '' }), { servicePlanId: '' })
  })

  it('does not count a link that failed', () => {
    assert.deepEqual(smsPatch(scheduled('FAILED'), { campaignId: 'C3' }), { servicePlanId: 'P1', campaignId: 'C3' })
    assert.deepEqual(smsPatch(scheduled('FAILED'), { servicePlanId: 'P2' }), { servicePlanId: 'P2' })
  })
})

describe('the voice part of a change', () => {
  const onTrunk = row({ voiceConfiguration: { type: 'EST', trunkId: 'T1', appId: '', serviceId: '' } })
  const onApp = row({ voiceConfiguration: { appId: 'A1' } })

  it('is the type with its own id', () => {
    assert.deepEqual(voicePatch(row(), { voiceType: 'RTC', voiceAppId: 'A1' }), { type: 'RTC', appId: 'A1' })
    assert.deepEqual(voicePatch(onApp, { voiceType: 'EST', voiceTrunkId: 'T1' }), { type: 'EST', trunkId: 'T1' })
    assert.deepEqual(voicePatch(onApp, { voiceType: 'FAX', voiceServiceId: 'F1' }), { type: 'FAX', serviceId: 'F1' })
  })

  it('keeps the type when only its id changes, where a missing type is RTC', () => {
    assert.deepEqual(voicePatch(onTrunk, { voiceTrunkId: 'T2' }), { type: 'EST', trunkId: 'T2' })
    assert.deepEqual(voicePatch(onApp, { voiceAppId: 'A2' }), { type: 'RTC', appId: 'A2' })
  })

  it('unlinks with the type and an empty id', () => {
    assert.deepEqual(voicePatch(onTrunk, { voiceType: '' }), { type: 'EST', trunkId: '' })
    assert.deepEqual(voicePatch(onApp, { voiceType: null }), { type: 'RTC', appId: '' })
  })

  it('ignores ids of types that were not chosen', () => {
    const change = { voiceType: 'EST', voiceTrunkId: 'T2', voiceAppId: 'A9', voiceServiceId: '' }
    assert.deepEqual(voicePatch(onApp, change), { type: 'EST', trunkId: 'T2' })
    assert.deepEqual(voicePatch(onTrunk, { voiceType: '', voiceAppId: 'A9' }), { type: 'EST', trunkId: '' })
  })

  it('is refused at the id that is missing or belongs to another type', () => {
    assert.equal(
      refusedAt(() => voicePatch(onApp, { voiceType: 'EST' })),
      'voiceTrunkId',
    )
    assert.equal(
      refusedAt(() => voicePatch(onTrunk, { voiceTrunkId: null })),
      'voiceTrunkId',
    )
    assert.equal(
      refusedAt(() => voicePatch(onTrunk, { voiceAppId: 'A1' })),
      'voiceAppId',
    )
    assert.equal(
      refusedAt(() => voicePatch(onTrunk, { voiceType: 'SMOKE' })),
      'voiceType',
    )
  })

  it('does not touch a link of a type that is unknown, except by another link', () => {
    const strange = row({ voiceConfiguration: { type: 'NEW', serviceId: 'S1' } })
    assert.equal(
      refusedAt(() => voicePatch(strange, { voiceType: '' })),
      'voiceType',
    )
    assert.deepEqual(voicePatch(strange, { voiceType: 'RTC', voiceAppId: 'A1' }), { type: 'RTC', appId: 'A1' })
  })

  it('is not sent for a link that is made or on its way, and is for going back', () => {
    const moving = (status: string) =>
      row({
        voiceConfiguration: {
          type: 'RTC',
          appId: 'A1',
          scheduledVoiceProvisioning: { type: 'EST', trunkId: 'T1', status },
        },
      })
    assert.equal(voicePatch(onTrunk, { voiceType: 'EST', voiceTrunkId: 'T1' }), undefined)
    assert.equal(voicePatch(moving('WAITING'), { voiceType: 'EST', voiceTrunkId: 'T1' }), undefined)
    assert.deepEqual(voicePatch(moving('FAILED'), { voiceType: 'EST', voiceTrunkId: 'T1' }), {
      type: 'EST',
      trunkId: 'T1',
    })
    assert.deepEqual(voicePatch(moving('WAITING'), { voiceAppId: 'A1' }), { type: 'RTC', appId: 'A1' })
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { provisioningOf } from '../../../../src/providers/sinch/sinchProvisioning.ts'
import { type OwnedRow, ownedRow } from '../../../../src/providers/sinch/sinchSchemas.ts'
import { settingsFrom } from '../../../../src/providers/sinch/sinchSettings.ts'
import { notesAfter } from '../../../../src/providers/sinch/sinchSettingsNotes.ts'
import { e164 } from '../../../support/builders.ts'

const number = e164('+13125550142')

function row(members: Readonly<Record<string, unknown>> = {}): OwnedRow {
  return ownedRow.parse({ phoneNumber: number, ...members })
}

function sms(status: unknown, errorCodes: unknown = [], servicePlanId = 'P2'): OwnedRow {
  return row({ smsConfiguration: { scheduledProvisioning: { servicePlanId, campaignId: '', status, errorCodes } } })
}

function fieldsOf(of: OwnedRow) {
  return new Map(settingsFrom(of, number).fields.map((field) => [field.key, field]))
}

describe('the fields of a Sinch number', () => {
  it('have a known value each, also when the row says nothing', () => {
    const { fields, values, provisioning } = settingsFrom(row({ regionCode: 'US' }), number)
    assert.deepEqual(values, Object.fromEntries(fields.map(({ key }) => [key, { kind: 'known', value: '' }])))
    assert.deepEqual(provisioning, [])
  })

  it('show an id only for the voice type that is chosen', () => {
    const ids = ['voiceAppId', 'voiceTrunkId', 'voiceServiceId']
    const fields = fieldsOf(row())
    assert.deepEqual(
      ids.map((id) => fields.get(id)?.visibleWhen),
      ['RTC', 'EST', 'FAX'].map((value) => ({ key: 'voiceType', value })),
    )
  })

  it('have the campaign in the United States, and where there is one to take off', () => {
    assert.equal(fieldsOf(row({ regionCode: 'us' })).has('campaignId'), true)
    assert.equal(fieldsOf(row({ regionCode: 'CA' })).has('campaignId'), false)
    assert.equal(fieldsOf(row({ regionCode: 'CA', smsConfiguration: { campaignId: 'C' } })).has('campaignId'), true)
  })

  it('call a voice type without its id nothing', () => {
    const { values } = settingsFrom(row({ voiceConfiguration: { type: 'EST', trunkId: '', appId: 'left' } }), number)
    assert.deepEqual(values['voiceType'], { kind: 'known', value: '' })
  })

  it('keep a voice type that is unknown among the choices', () => {
    const strange = row({ voiceConfiguration: { type: 'NEW', serviceId: 'S1' } })
    const input = fieldsOf(strange).get('voiceType')?.input
    assert.deepEqual(input?.kind === 'fixedChoice' && input.choices.at(-1), { value: 'NEW', label: 'NEW' })
    assert.deepEqual(settingsFrom(strange, number).values['voiceType'], { kind: 'known', value: 'NEW' })
  })
})

describe('what Sinch still works at', () => {
  it('says in words why it failed, with the codes', () => {
    const details = (codes: unknown) => provisioningOf(sms('FAILED', codes))[0]?.detail
    assert.equal(
      details(['CAMPAIGN_EXPIRED', 'BRAND_NEW']),
      'SMS plan P2 could not be linked: the campaign has expired (CAMPAIGN_EXPIRED); BRAND_NEW.',
    )
    assert.equal(details(null), 'SMS plan P2 could not be linked: Sinch does not say why.')
  })

  it('is never called done or failed by a word that is unknown', () => {
    for (const word of ['PROVISIONING_STATUS_UNSPECIFIED', 'SOON', null]) {
      const [one] = provisioningOf(sms(word))
      assert.equal(one?.status, 'waiting')
      assert.match(one?.detail ?? '', /^SMS plan P2 is to be linked; Sinch says /)
    }
  })

  it('may be taking a link off', () => {
    assert.equal(provisioningOf(sms('IN_PROGRESS', [], ''))[0]?.detail, 'The former link is being taken off.')
  })
})

describe('the notes after a change at Sinch', () => {
  it('are none when everything is as it was sent', () => {
    const all = {
      displayName: 'A',
      smsConfiguration: { servicePlanId: 'P' },
      voiceConfiguration: { type: 'RTC', appId: '' },
    }
    const after = row({ displayName: 'A', smsConfiguration: { servicePlanId: 'P', campaignId: 'C' } })
    assert.deepEqual(notesAfter(after, all), [])
  })

  it('name a text that Sinch did not take over', () => {
    assert.deepEqual(notesAfter(row({ displayName: 'Old' }), { displayName: 'New' }), [
      'The display name at Sinch is “Old”, not what was saved.',
    ])
    assert.deepEqual(notesAfter(row(), { callbackUrl: 'https://a.example' }), [
      'The callback URL at Sinch is empty, not what was saved.',
    ])
  })

  it('name each part of an SMS link that stayed', () => {
    const after = row({ smsConfiguration: { servicePlanId: 'P1', campaignId: 'C1' } })
    assert.deepEqual(notesAfter(after, { smsConfiguration: { servicePlanId: '', campaignId: '' } }), [
      'Sinch accepted the change but the SMS link stayed as it was: service plan P1.',
      'Sinch accepted the change but the 10DLC campaign stayed as it was: C1.',
    ])
  })

  it('leave a failed link to the provisioning, which says why', () => {
    assert.deepEqual(notesAfter(sms('FAILED'), { smsConfiguration: { servicePlanId: 'P2' } }), [])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HttpAnswer } from '../../../../src/http/httpClient.ts'
import { refusedChange } from '../../../../src/providers/sinch/sinchRefusals.ts'

function answer(status: number, message: string, fields: readonly string[] = []): HttpAnswer {
  const fieldViolations = fields.map((field) => ({ field, description: `bad ${field}` }))
  const error = { code: status, message, status: 'X', details: fields.length > 0 ? [{ fieldViolations }] : [] }
  return { status, headers: {}, text: JSON.stringify({ error }), operation: 'settings', effect: 'write' }
}

describe('a refused change at Sinch', () => {
  it('has its problems at our fields, however Sinch writes theirs', () => {
    const theirs = [
      'displayName',
      'smsConfiguration.servicePlanId',
      'sms_configuration.campaign_id',
      'voiceConfiguration',
    ]
    const voice = [
      'voiceConfiguration.type',
      'appId',
      'voiceConfiguration.trunkId',
      'voice_configuration.service_id',
      'x.y',
    ]
    const { fields } = refusedChange(answer(400, '', [...theirs, ...voice]), {
      displayName: 'A',
      campaignId: 'B',
    }).facts
    assert.deepEqual(
      fields?.map(({ field }) => field),
      [
        ...['displayName', 'servicePlanId', 'campaignId', 'voiceType'],
        ...['voiceType', 'voiceAppId', 'voiceTrunkId', 'voiceServiceId', 'x.y'],
      ],
    )
    assert.equal(fields?.[0]?.problem, 'bad displayName')
  })

  it('belongs to the only field that was changed when Sinch names none', () => {
    const fieldsFor = (message: string, change: Record<string, string>) =>
      refusedChange(answer(400, message), change).facts.fields
    assert.deepEqual(fieldsFor('No', { callbackUrl: 'x' }), [{ field: 'callbackUrl', problem: 'No' }])
    assert.deepEqual(fieldsFor('', { callbackUrl: 'x' }), [
      { field: 'callbackUrl', problem: 'Sinch refused this value without a reason' },
    ])
    assert.deepEqual(fieldsFor('No', { callbackUrl: 'x', displayName: 'y' }), [])
  })

  it('blames no field when it is not about the values', () => {
    const kinds = [403, 404, 429, 500].map((status) => refusedChange(answer(status, 'Sorry'), { displayName: 'A' }))
    assert.deepEqual(
      kinds.map(({ kind, facts }) => [kind, facts.fields]),
      [
        ['forbidden', undefined],
        ['notFound', undefined],
        ['rateLimited', undefined],
        ['unknownOutcome', undefined],
      ],
    )
  })
})

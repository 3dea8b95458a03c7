import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HttpAnswer } from '../../../../src/http/httpClient.ts'
import { plivoSettingsError } from '../../../../src/providers/plivo/plivoSettingsError.ts'
import { declaredSettings } from '../../../../src/providers/plivo/plivoSettingsFields.ts'
import type { PlivoChange } from '../../../../src/providers/plivo/plivoSettingsPatch.ts'

const declared = declaredSettings({ country: 'US', type: 'local', withSubaccount: true })

function refused(error: unknown, asked: PlivoChange, status = 400) {
  const text = JSON.stringify({ api_id: 'x', error })
  const answer: HttpAnswer = { status, headers: {}, text, operation: 'settings', effect: 'write' }
  return plivoSettingsError(answer, declared, asked)
}

describe('a change that Plivo refused', () => {
  it('has its sentence at the field that the sentence names', () => {
    const both = { alias: 'a', compliance: 'c' }
    for (const [sentence, field] of [
      ['alias should be a string', 'alias'],
      ['app_id is not valid', 'application'],
      ['The subaccount is disabled', 'subaccount'],
      ['compliance_application_id is not accepted', 'compliance_US_local'],
      ['compliance_id is unknown', 'compliance_US_local'],
      ['cnam_lookup is not available', 'cnamLookup'],
    ]) {
      assert.deepEqual(refused(sentence, both).facts.fields, [{ field, problem: sentence }])
    }
  })

  it('has it at the only field that was asked for when the sentence names none or several', () => {
    for (const sentence of ['That is not possible', 'alias or app_id is wrong']) {
      assert.deepEqual(refused(sentence, { cnamLookup: 'enabled' }).facts.fields, [
        { field: 'cnamLookup', problem: sentence },
      ])
      assert.equal(refused(sentence, { alias: 'a', cnamLookup: 'enabled' }).facts.fields, undefined)
    }
  })

  it('translates the names of an error that lists fields, and keeps names it does not know', () => {
    const error = refused({ app_id: ['unknown'], colour: 'odd' }, { alias: 'a' })
    assert.deepEqual(error.facts.fields, [
      { field: 'application', problem: 'unknown' },
      { field: 'colour', problem: 'odd' },
    ])
    assert.equal(error.facts.requestId, 'x')
  })

  it('points at no field when the reason is another one', () => {
    for (const [status, kind] of [
      [401, 'auth'],
      [403, 'forbidden'],
      [404, 'notFound'],
      [500, 'unknownOutcome'],
    ] as const) {
      const { facts } = refused('alias', { alias: 'a' }, status)
      assert.equal(facts.kind, kind)
      assert.equal(facts.fields, undefined)
    }
  })
})

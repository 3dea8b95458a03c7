import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { NumberType } from '../../../../src/core/numberKind.ts'
import { settingsRow } from '../../../../src/providers/plivo/plivoSchemas.ts'
import { applicationId, settingsFrom } from '../../../../src/providers/plivo/plivoSettings.ts'
import {
  complianceKey,
  complianceScopeFrom,
  declaredSettings,
  recordTypeOf,
} from '../../../../src/providers/plivo/plivoSettingsFields.ts'
import { e164 } from '../../../support/builders.ts'

const number = e164('+17755550123')
const surroundings = { country: 'US', authId: 'MAEXAMPLE0000000000' }

function read(row: Readonly<Record<string, unknown>>, authId = surroundings.authId) {
  return settingsFrom(settingsRow.parse({ number: '17755550123', ...row }), number, { ...surroundings, authId })
}

describe('the settings of a Plivo number', () => {
  it('are read from its row, ids as text', () => {
    const { settings } = read({
      alias: 'Support line',
      application: '/v1/Account/MAEXAMPLE0000000000/Application/21004477130012345/',
      sub_account: 'SAEXAMPLE0000000000',
      compliance_application_id: '11004477130077701',
      cnam_lookup: 'ENABLED',
      number_type: 'local',
    })
    assert.deepEqual(settings.values, {
      alias: { kind: 'known', value: 'Support line' },
      application: { kind: 'known', value: '21004477130012345' },
      subaccount: { kind: 'known', value: 'SAEXAMPLE0000000000' },
      compliance_US_local: { kind: 'known', value: '11004477130077701' },
      cnamLookup: { kind: 'known', value: 'enabled' },
    })
    assert.deepEqual(
      settings.fields.map(({ key }) => key),
      Object.keys(settings.values),
    )
  })

  it('are none where a row says null, empty text or nothing', () => {
    for (const none of [null, '', undefined]) {
      const { values } = read({ alias: none, application: none, sub_account: none, number_type: 'local' }).settings
      for (const key of ['alias', 'application', 'subaccount', 'compliance_US_local']) {
        assert.deepEqual(values[key], { kind: 'known', value: '' }, key)
      }
    }
  })

  it('are unknown where a row says something that cannot be chosen', () => {
    const { values } = read({ application: '/v1/Account/MA1/Endpoint/9/', cnam_lookup: null, type: 'local' }).settings
    assert.deepEqual(values['application'], { kind: 'unknown' })
    assert.deepEqual(values['cnamLookup'], { kind: 'unknown' })
  })

  it('do not offer to move a number with subaccount credentials', () => {
    assert.equal('subaccount' in read({}, 'SAEXAMPLE0000000000').settings.values, false)
    assert.equal('subaccount' in read({}).settings.values, true)
  })

  it('wait for a number that is not active', () => {
    assert.equal(read({ active: false }).settings.provisioning[0]?.status, 'waiting')
    assert.deepEqual(read({ active: true }).settings.provisioning, [])
    assert.deepEqual(read({}).settings.provisioning, [])
  })
})

describe('applicationId', () => {
  it('sends a trunk back as app_id', () => {
    assert.equal(applicationId('/v1/Account/MA1/Zentrunk/Trunk/31004477130055501/'), '31004477130055501')
  })

  it('tells nowhere from unreadable', () => {
    for (const nowhere of [null, undefined, '', '  ']) assert.equal(applicationId(nowhere), '')
    for (const unreadable of ['/v1/Account/MA1/Endpoint/9/', 2100, {}, true]) {
      assert.equal(applicationId(unreadable), undefined)
    }
  })
})

describe('the fields of a Plivo number', () => {
  const keys = (country: string | undefined, type: NumberType | undefined) =>
    declaredSettings({ country, type, withSubaccount: false }).map(({ field }) => field.key)

  it('have the caller name lookup for local and toll-free numbers of the United States only', () => {
    assert.deepEqual(
      [
        keys('US', 'local'),
        keys('US', 'tollFree'),
        keys('US', 'mobile'),
        keys('CA', 'local'),
        keys('GB', 'tollFree'),
      ].map((all) => all.includes('cnamLookup')),
      [true, true, false, false, false],
    )
  })

  it('name in the compliance key which records fit, and have none where that is not known', () => {
    assert.deepEqual(keys('IN', 'fixed'), ['alias', 'application', 'compliance_IN_local'])
    assert.deepEqual(keys('IN', 'satellite'), ['alias', 'application'])
    assert.deepEqual(keys(undefined, 'local'), ['alias', 'application'])
  })

  it('give a compliance key that is understood again, and no other key is', () => {
    for (const type of ['local', 'mobile', 'tollfree'] as const) {
      assert.deepEqual(complianceScopeFrom(complianceKey({ country: 'DE', type })), { country: 'DE', type })
    }
    for (const key of ['compliance', 'compliance_DE_fixed', 'compliance_de_local', 'xcompliance_DE_local']) {
      assert.equal(complianceScopeFrom(key), undefined)
    }
  })

  it('count fixed and national numbers as local ones', () => {
    assert.deepEqual(['fixed', 'national', 'local', 'mobile', 'tollFree', 'short'].map(recordTypeOf), [
      'local',
      'local',
      'local',
      'mobile',
      'tollfree',
      undefined,
    ])
  })
})

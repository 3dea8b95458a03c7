import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SettingsChange } from '../../../../src/core/numberSettings.ts'
import { declaredSettings } from '../../../../src/providers/plivo/plivoSettingsFields.ts'
import { type PlivoValues, readChange, settingsPatch } from '../../../../src/providers/plivo/plivoSettingsPatch.ts'
import { refusedFields } from '../../../support/refusedFields.ts'

const current: PlivoValues = {
  alias: 'Support line',
  application: '21004477130012345',
  subaccount: '',
  compliance: '',
  cnamLookup: 'disabled',
}

describe('settingsPatch', () => {
  it('always carries the current application', () => {
    assert.deepEqual(settingsPatch(current, { alias: 'Sales' }), { alias: 'Sales', app_id: '21004477130012345' })
    assert.deepEqual(settingsPatch(current, { cnamLookup: 'enabled' }), {
      app_id: '21004477130012345',
      cnam_lookup: 'enabled',
    })
  })

  it('names a new application instead of the current one, and clears it with empty text', () => {
    assert.deepEqual(settingsPatch(current, { application: '7' }), { app_id: '7' })
    assert.deepEqual(settingsPatch(current, { application: '' }), { app_id: '' })
  })

  it('has nothing to resend when the number goes nowhere', () => {
    assert.deepEqual(settingsPatch({ ...current, application: '' }, { alias: 'Sales' }), { alias: 'Sales' })
  })

  it('uses the names of requests, not those of answers', () => {
    const change = { alias: '', application: '7', subaccount: 'SA1', compliance: 'c1', cnamLookup: 'enabled' }
    assert.deepEqual(settingsPatch(current, change), {
      alias: '',
      app_id: '7',
      subaccount: 'SA1',
      compliance_application_id: 'c1',
      cnam_lookup: 'enabled',
    })
  })

  it('refuses to save over an application that it cannot read, until one is chosen', () => {
    const unreadable = { ...current, application: undefined }
    assert.deepEqual(
      refusedFields(() => settingsPatch(unreadable, { alias: 'Sales' })),
      ['application'],
    )
    assert.deepEqual(settingsPatch(unreadable, { alias: 'Sales', application: '7' }), { alias: 'Sales', app_id: '7' })
  })
})

describe('readChange', () => {
  const american = declaredSettings({ country: 'US', type: 'local', withSubaccount: true })

  it('translates keys, trims text and takes null for clearing', () => {
    const change = { alias: ' Sales ', application: null, compliance_US_local: '6f0a' }
    assert.deepEqual(readChange(american, change), { alias: 'Sales', application: '', compliance: '6f0a' })
  })

  it('refuses what a number does not have', () => {
    const british = declaredSettings({ country: 'GB', type: 'mobile', withSubaccount: false })
    const change = { cnamLookup: 'enabled', subaccount: 'SA1', compliance_US_local: 'c', callback_url: 'https://a.b' }
    assert.deepEqual(
      refusedFields(() => readChange(british, change)),
      Object.keys(change),
    )
  })

  it('refuses to clear what cannot be cleared', () => {
    const change = { subaccount: null, compliance_US_local: '', cnamLookup: null }
    assert.deepEqual(
      refusedFields(() => readChange(american, change)),
      Object.keys(change),
    )
  })

  it('refuses values of the wrong kind, unknown choices and text that is too long', () => {
    const wrong: readonly SettingsChange[] = [
      { alias: true },
      { application: ['7'] },
      { cnamLookup: 'maybe' },
      { alias: 'x'.repeat(256) },
    ]
    for (const change of wrong) {
      assert.deepEqual(
        refusedFields(() => readChange(american, change)),
        Object.keys(change),
      )
    }
    assert.deepEqual(readChange(american, { alias: 'x'.repeat(255) }), { alias: 'x'.repeat(255) })
  })
})

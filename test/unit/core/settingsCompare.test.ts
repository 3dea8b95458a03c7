import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FieldValue, KnownValue, NumberSettings } from '../../../src/core/numberSettings.ts'
import {
  differences,
  sameFieldValue,
  showsChange,
  showsNothingOf,
  stillToDo,
  visibleChange,
} from '../../../src/core/settingsCompare.ts'
import { knownOf, sharedSettings } from '../../../src/core/sharedSettings.ts'
import { e164 } from '../../support/builders.ts'
import { sampleFields, sampleValues } from '../../support/settingsForm/sampleFields.ts'

const known = (value: FieldValue): KnownValue => ({ kind: 'known', value })

function settings(differing: Readonly<Record<string, KnownValue>> = {}): NumberSettings {
  const values = { ...sampleValues, ...differing }
  return { number: e164('+13125550142'), fields: sampleFields, values, provisioning: [] }
}

describe('comparing values', () => {
  const same: [FieldValue | null, FieldValue | null][] = [
    [null, ''],
    ['', []],
    [' x ', 'x'],
    [
      ['a', 'b'],
      ['b', 'a'],
    ],
    [true, true],
  ]
  for (const [a, b] of same)
    it(`takes ${JSON.stringify(a)} and ${JSON.stringify(b)} for one`, () => assert.equal(sameFieldValue(a, b), true))
  const others: [FieldValue | null, FieldValue | null][] = [
    [false, null],
    [false, ''],
    ['true', true],
    ['null', null],
    [['a'], 'a'],
    ['[]', []],
  ]
  for (const [a, b] of others)
    it(`tells ${JSON.stringify(a)} from ${JSON.stringify(b)}`, () => assert.equal(sameFieldValue(a, b), false))
})

describe('what a reading tells of a change', () => {
  it('is that it was made only when every value shows it', () => {
    const now = settings({ alias: known('new'), application: known('') })
    assert.equal(showsChange(now, { alias: 'new', application: null }), true)
    assert.equal(showsChange(now, { alias: 'new', recording: true }), false)
    assert.equal(showsChange(now, { failover: true }), false)
  })

  it('is that nothing was made only when every value is the old one', () => {
    assert.equal(showsNothingOf({ alias: 'new' }, settings(), settings()), true)
    assert.equal(showsNothingOf({ alias: 'new' }, settings(), settings({ alias: known('third') })), false)
    assert.equal(showsNothingOf({ failover: true }, settings(), settings()), false)
  })

  it('is what is still to do', () => {
    assert.deepEqual(
      stillToDo(settings(), { alias: 'support-ivr', recording: true, callbackUrl: null, failover: false }),
      {
        recording: true,
        failover: false,
      },
    )
  })

  it('are the fields that differ; what is not told differs from nothing', () => {
    const now = settings({ alias: known('x'), failover: known(true), recording: { kind: 'unknown' } })
    assert.deepEqual(
      differences(settings(), now).map(({ key }) => key),
      ['alias'],
    )
  })
})

describe('a change of fields that are shown', () => {
  const visible = (change: Readonly<Record<string, FieldValue | null>>, values = sampleValues) =>
    Object.keys(visibleChange(sampleFields, values, change))

  it('leaves out what belongs to another choice', () => {
    assert.deepEqual(visible({ trunkId: 't' }), [])
    assert.deepEqual(visible({ voice: 'TRUNK', trunkId: 't' }), ['voice', 'trunkId'])
    assert.deepEqual(visible({ trunkId: 't' }, { ...sampleValues, voice: known('TRUNK') }), ['trunkId'])
    assert.deepEqual(visible({ voice: null, trunkId: 't' }, { ...sampleValues, voice: known('TRUNK') }), ['voice'])
  })

  it('keeps what it does not know, so that it can be refused', () =>
    assert.deepEqual(visible({ ghost: 'x' }), ['ghost']))
})

describe('what several numbers share', () => {
  it('is everything for one number', () => {
    assert.deepEqual(sharedSettings([settings()]).fields, sampleFields)
    assert.deepEqual(sharedSettings([]), { fields: [], values: {} })
  })

  it('are the fields for several that all have alike, with their common values', () => {
    const { fields, values } = sharedSettings([settings(), settings({ alias: known('other') })])
    assert.ok(!fields.some(({ key }) => key === 'callbackUrl'))
    assert.deepEqual(
      [values['alias'], values['application'], values['failover']],
      [{ kind: 'mixed' }, known('app-0007'), { kind: 'unknown' }],
    )
    assert.deepEqual(knownOf({ fields, values })['alias'], { kind: 'unknown' })
  })

  it('is no field that one number lacks or has otherwise, nor one that depends on such a field', () => {
    const without = { ...settings(), fields: sampleFields.filter(({ key }) => key !== 'voice') }
    const keys = sharedSettings([settings(), without]).fields.map(({ key }) => key)
    assert.deepEqual([keys.includes('voice'), keys.includes('trunkId'), keys.includes('alias')], [false, false, true])
    const other = sampleFields.map((field) => (field.key === 'alias' ? { ...field, help: 'other' } : field))
    assert.ok(!sharedSettings([settings(), { ...settings(), fields: other }]).fields.some(({ key }) => key === 'alias'))
  })
})

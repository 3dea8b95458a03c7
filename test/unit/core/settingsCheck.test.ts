import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FieldValue, SettingsChange } from '../../../src/core/numberSettings.ts'
import { missingValues, settingsProblems } from '../../../src/core/settingsCheck.ts'
import { changeLines, changeSentence, fieldWords } from '../../../src/core/settingsWords.ts'
import { sampleFields, sampleValues } from '../../support/settingsForm/sampleFields.ts'

const own = ['+13125550188']

function problem(key: string, value: FieldValue | null): string | undefined {
  return settingsProblems(sampleFields, { [key]: value }, own)[0]?.problem
}

const good: [string, FieldValue | null][] = [
  ['alias', 'Front desk'],
  ['alias', null],
  ['alias', '👩‍💻'.repeat(8)],
  ['application', 'app-1'],
  ['application', null],
  ['voice', ''],
  ['voice', null],
  ['voice', 'TRUNK'],
  ['recording', false],
  ['callbackUrl', 'HTTPS://hooks.example/a?b=c'],
  ['failoverNumbers', own],
  ['failoverNumbers', null],
]

const bad: [string, FieldValue | null, RegExp][] = [
  ['ghost', 'x', /not there any more/],
  ['alias', 'x'.repeat(41), /at most 40 characters/],
  ['alias', true, /not a value/],
  ['alias', ['x'], /not a value/],
  ['application', 'a b', /no spaces/],
  ['application', 'x'.repeat(501), /at most 500/],
  ['application', false, /not a value/],
  ['trunkId', null, /cannot be empty/],
  ['trunkId', '  ', /cannot be empty/],
  ['voice', 'SATELLITE', /Choose one/],
  ['voice', true, /Choose one/],
  ['recording', null, /not a value/],
  ['recording', 'on', /not a value/],
  ['callbackUrl', 'http://hooks.example', /starts with https/],
  ['callbackUrl', 'https://a b', /starts with https/],
  ['callbackUrl', 'javascript:alert(1)', /starts with https/],
  ['failoverNumbers', ['+4930123456'], /\+4930123456 is not in the list/],
  ['failoverNumbers', 'all', /not a value/],
]

describe('what is wrong with a value', () => {
  for (const [key, value] of good)
    it(`is nothing with ${key} ${JSON.stringify(value)}`, () => assert.equal(problem(key, value), undefined))

  for (const [key, value, words] of bad)
    it(`is said of ${key} ${JSON.stringify(value)?.slice(0, 40)}`, () => assert.match(problem(key, value) ?? '', words))

  it('leaves numbers to the provider when no list of them is known', () =>
    assert.deepEqual(settingsProblems(sampleFields, { failoverNumbers: ['+4930123456'] }, []), []))
})

describe('what a change still needs', () => {
  const missing = (change: SettingsChange, values = sampleValues) =>
    missingValues(sampleFields, values, change).map(({ field, problem }) => `${field}: ${problem}`)
  const needed = ['trunkId: Enter the trunk ID.']

  it('is the value that another one asks for, while there is none', () => {
    assert.deepEqual(missing({ voice: 'TRUNK' }), needed)
    assert.deepEqual(missing({ voice: 'TRUNK', trunkId: '  ' }), needed)
    assert.deepEqual(missing({ voice: 'TRUNK', trunkId: 'trunk-1' }), [])
    assert.deepEqual(missing({ voice: 'APP', trunkId: null }), [])
  })

  it('is nothing that the number has already, unless it is taken away', () => {
    const values = { ...sampleValues, trunkId: { kind: 'known', value: 'trunk-1' } } as const
    assert.deepEqual(missing({ voice: 'TRUNK' }, values), [])
    assert.deepEqual(missing({ voice: 'TRUNK', trunkId: null }, values), needed)
  })

  it('is asked for where the provider does not tell what is there', () =>
    assert.deepEqual(missing({ voice: 'TRUNK' }, { ...sampleValues, trunkId: { kind: 'unknown' } }), needed))

  it('is nothing while neither it nor what asks for it is changed', () => {
    const values = { ...sampleValues, voice: { kind: 'known', value: 'TRUNK' } } as const
    assert.deepEqual([missing({ alias: 'x' }, values), missing({ trunkId: null }, values)], [[], needed])
  })
})

describe('a change in words', () => {
  const choices = [{ value: 'app-0007', label: 'Support' }]

  it('says labels instead of ids, and that nothing or something unknown was there', () => {
    const change = { alias: null, application: 'app-9', voice: null, recording: true, failoverNumbers: own }
    const lines = changeLines(sampleFields, sampleValues, change, () => choices)
    assert.deepEqual(lines.map(changeSentence), [
      'Alias: support-ivr → none',
      'Application: Support → app-9',
      'Calls go to: Voice app → Nothing',
      'Recording: off → on',
      'Takes over for: not known → +13125550188',
    ])
  })

  it('names selected numbers by their labels where they are known', () => {
    const field = sampleFields.find(({ key }) => key === 'failoverNumbers')
    assert.ok(field)
    const labels = [{ value: '+13125550188', label: '+1 312 555 0188' }]
    assert.equal(
      fieldWords(field, own, () => labels),
      '+1 312 555 0188',
    )
  })
})

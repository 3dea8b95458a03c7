import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changeNotes, showsChange } from '../../../../src/providers/plivo/plivoSettingsNotes.ts'
import type { PlivoValues } from '../../../../src/providers/plivo/plivoSettingsPatch.ts'

const before: PlivoValues = { alias: 'A', application: '7', subaccount: '', compliance: '', cnamLookup: undefined }

describe('changeNotes', () => {
  it('say nothing when exactly the change happened', () => {
    assert.deepEqual(changeNotes(before, { alias: 'B' }, { ...before, alias: 'B' }), [])
    assert.deepEqual(changeNotes(before, { application: '' }, { ...before, application: '' }), [])
  })

  it('say what was kept back', () => {
    assert.deepEqual(changeNotes(before, { alias: '' }, before), [
      'Plivo accepted the change but does not show it: the alias is “A”.',
    ])
    assert.deepEqual(changeNotes(before, { application: '' }, before), [
      'Plivo accepted the change but kept the application: calls and messages still go to “7”.',
    ])
  })

  it('say what changed without being asked for', () => {
    const moved = { ...before, subaccount: 'SA1', application: '' }
    assert.deepEqual(changeNotes(before, { subaccount: 'SA1' }, moved), [
      'Plivo changed the application too, from “7” to none.',
    ])
    assert.deepEqual(changeNotes(before, { alias: 'A' }, { ...before, application: undefined }), [
      'Plivo changed the application too, from “7” to something unreadable.',
    ])
  })

  it('keep control characters of ids out of sentences', () => {
    const [note] = changeNotes(before, { alias: 'A' }, { ...before, application: '8\n\u202e9' })
    assert.equal(note, 'Plivo changed the application too, from “7” to “8 9”.')
  })
})

describe('showsChange', () => {
  it('waits for every setting that was asked for', () => {
    const change = { alias: 'B', cnamLookup: 'enabled' }
    assert.equal(showsChange({ ...before, alias: 'B' }, change), false)
    assert.equal(showsChange({ ...before, alias: 'B', cnamLookup: 'enabled' }, change), true)
  })

  it('takes an alias that came back without control characters for the one that was sent', () => {
    assert.equal(showsChange({ ...before, alias: 'a b' }, { alias: 'a\tb' }), true)
  })
})

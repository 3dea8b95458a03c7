import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changedSettings } from '../../../../src/vscode/help/changedSettings.ts'

const inspecting =
  (values: Readonly<Record<string, object>>) =>
  <Value>(key: string) =>
    values[key] as { key: string; defaultValue?: Value } | undefined

const lines = (value: object, words: readonly string[] = []) =>
  changedSettings([{ name: 'a', words }], inspecting({ a: value }))

describe('settings in a report', () => {
  it('are those that differ from the default, with the place where they were set', () => {
    assert.deepEqual(lines({ defaultValue: true }), [])
    assert.deepEqual(lines({ defaultValue: true, globalValue: true }), [])
    assert.deepEqual(lines({ defaultValue: true, globalValue: true, workspaceValue: false }), [
      ['a', 'false (workspace)'],
    ])
    assert.deepEqual(changedSettings([{ name: 'unknown', words: [] }], inspecting({})), [])
  })

  it('show switches, figures and words to choose from, and of all else only that it is set', () => {
    assert.deepEqual(lines({ globalValue: 500 }), [['a', '500 (user)']])
    assert.deepEqual(lines({ globalValue: 'typeNumber' }, ['button', 'typeNumber']), [['a', 'typeNumber (user)']])
    assert.deepEqual(lines({ globalValue: 'http://ada:secret@proxy' }, ['off']), [['a', 'set (user)']])
    assert.deepEqual(lines({ defaultValue: {}, globalValue: { plivo: 'https://intern.example' } }), [
      ['a', 'set, 1 entry (user)'],
    ])
    assert.deepEqual(lines({ globalValue: ['+12025550142', '+12025550143'] }), [['a', 'set, 2 entries (user)']])
  })
})

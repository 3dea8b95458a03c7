import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SettingsFieldView } from '../../../src/contract/settingsView.ts'
import { sharedNotes } from '../../../webview-ui/sharedNotes.ts'

function field(key: string, group: string, note?: string): SettingsFieldView {
  const value =
    note === undefined ? ({ kind: 'known', value: '', words: '' } as const) : ({ kind: 'open', note } as const)
  return { ...{ key, label: key, help: '', group }, input: { kind: 'toggle' }, value }
}

describe('notes of fields without a value', () => {
  it('are said once for a group in which all say the same, whatever its other fields are', () => {
    const fields = [field('a', 'One', 'x'), field('b', 'Two', 'x'), field('c', 'Two'), field('d', 'Two', 'x')]
    assert.deepEqual([...sharedNotes(fields)], [['Two', { id: 'note-1', text: 'x' }]])
  })

  it('stay with their fields when they differ', () =>
    assert.deepEqual([...sharedNotes([field('a', 'One', 'x'), field('b', 'One', 'y')])], []))
})

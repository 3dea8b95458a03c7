import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countText, fillText } from '../../../webview-ui/fillText.ts'
import { type PickerQuestion, pickerRows } from '../../../webview-ui/pickerRows.ts'

const many = Array.from({ length: 1000 }, (_, index) => ({ value: `id-${index}`, label: `App ${index}`, hint: 'live' }))
const question = (differences: Partial<PickerQuestion> = {}): PickerQuestion => ({
  ...{ choices: many, query: '', clearable: true, typable: true },
  ...differences,
})
const kinds = (differences: Partial<PickerQuestion>) => pickerRows(question(differences)).rows.map(({ kind }) => kind)

describe('the lines of a list', () => {
  it('are none, the first fifty, and how many more there are', () => {
    const { rows, found, more } = pickerRows(question())
    assert.deepEqual([rows.length, rows[0]?.kind, found, more], [51, 'none', 1000, 950])
  })

  it('match every word anywhere, whatever its case, in label, hint and id', () => {
    const found = (query: string) => pickerRows(question({ query })).found
    assert.deepEqual([found('LIVE 99'), found('id-999'), found('app zebra')], [19, 1, 0])
  })

  it('begin with labels that begin like that', () => {
    const choices = [
      { value: '1', label: 'Night desk' },
      { value: '2', label: 'Desk' },
    ]
    const { rows } = pickerRows(question({ choices, query: 'desk' }))
    assert.deepEqual(
      rows.map((row) => row.kind === 'choice' && row.value),
      ['2', '1', false],
    )
  })

  it('end with what was typed as an id, unless it is a choice or nothing may be typed', () => {
    assert.deepEqual(kinds({ query: 'zebra' }), ['typed'])
    assert.deepEqual(kinds({ query: 'zebra', typable: false }), [])
    assert.deepEqual(kinds({ query: 'id-999' }), ['choice'])
    assert.deepEqual(kinds({ choices: [], query: '  abc ' }), ['typed'])
  })

  it('offer nothing only where that can be, and an empty choice never twice', () => {
    const choices = [{ value: '', label: 'None of them' }]
    assert.deepEqual([kinds({ choices }), kinds({ choices, clearable: false })], [['none'], []])
  })
})

describe('sentences with places', () => {
  it('are filled with text as it is', () => {
    assert.equal(fillText('Use “{x}” as {y}', '$& {y}', 'ID'), 'Use “$& {y}” as ID')
    const words = { none: 'none', one: 'one', many: '{n} of them' }
    assert.deepEqual(
      [0, 1, 1234].map((count) => countText(words, count, 'en')),
      ['none', 'one', '1,234 of them'],
    )
    assert.equal(countText(words, 1234, 'de'), '1.234 of them')
  })
})

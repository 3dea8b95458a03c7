import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { completionWords } from '../../../../src/core/code/completionWords.ts'

const number = {
  inserted: '"+17025550120"',
  national: '(702) 555-0120',
  name: 'Support line',
  provider: 'Plivo',
  account: 'Production',
}
/** Whether some word of the text begins with what is typed, as the editor asks for the first letter. */
const narrows = (typed: string, text = completionWords(number)) =>
  text
    .toLowerCase()
    .split(/[\s"]/)
    .some((word) => word.startsWith(typed))

describe('the words that narrow a list of numbers', () => {
  it('are the number in international and national form, its name, provider and account', () => {
    for (const typed of ['+1702', '1702', '702', 'supp', 'line', 'pli', 'prod']) assert.ok(narrows(typed), typed)
    assert.ok(!narrows('555'))
  })

  it('begin with what is put into the file', () => {
    assert.ok(completionWords(number).startsWith(number.inserted))
  })

  it('leave room for provider and account behind a long name', () => {
    const text = completionWords({ ...number, name: 'n'.repeat(500) })
    assert.ok(text.indexOf('Production') < 100)
    assert.ok(narrows('702', completionWords({ ...number, name: undefined })))
  })
})

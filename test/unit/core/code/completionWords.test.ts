import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { beginsWord, completionWords, mayFit } from '../../../../src/core/code/completionWords.ts'
import { parseE164 } from '../../../../src/core/phoneNumber.ts'

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

describe('what is typed', () => {
  it('is compared with the beginnings of words, digits however they are written', () => {
    const words = completionWords(number)
    for (const typed of ['', '+1', '+1 (702) 5', '702-555', 'Supp', 'support line', 'PROD'])
      assert.ok(beginsWord(words, typed), typed)
    for (const typed of ['555', 'hello', 'upport', '+17039']) assert.ok(!beginsWord(words, typed), typed)
  })

  it('is first compared without formatting anything, which finds all that fit', () => {
    const e164 = parseE164('+17025550120')
    assert.ok(e164 !== undefined)
    for (const typed of ['', '+1 (702) 5', '0702', 'Supp', 'prod'])
      assert.ok(mayFit(typed, e164, 'Support line Plivo Production'), typed)
    for (const typed of ['44', '+1703', 'hello'])
      assert.ok(!mayFit(typed, e164, 'Support line Plivo Production'), typed)
  })
})

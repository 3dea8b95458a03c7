import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { numberLookup } from '../../../../src/core/code/numberLookup.ts'
import { inFileOrder, type NumberUse, usesIn, useText } from '../../../../src/core/code/numberUses.ts'
import { usesOfSeveralText, usesText } from '../../../../src/core/code/usesText.ts'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import { e164 } from '../../../support/builders.ts'

const [ours, other] = [e164('+12025550142'), e164('+442079460018')]
const numbering = createPhoneNumbering()
const lookup = numberLookup((number) => number === ours || number === other, ['US', 'GB'], numbering)
const file = { uri: 'file:///w/src/a.ts', path: 'src/a.ts' }
const use = (path: string, line: number, number = ours): NumberUse => {
  return { number, uri: `file:///w/${path}`, path, line, start: 0, end: 12, preview: '' }
}
const uses = (...some: readonly NumberUse[]) => ({ uses: some, files: 12, complete: true })

describe('the uses of a number', () => {
  it('are told with line, place and the text of the line', () => {
    const text = `const a = 1\n\n  const from = '+1 202-555-0142'\r\n// (202) 555-0142 or +442079460018`
    assert.deepEqual(usesIn(text, file, lookup), [
      { ...file, number: ours, line: 2, start: 16, end: 31, preview: "const from = '+1 202-555-0142'" },
      { ...file, number: ours, line: 3, start: 3, end: 17, preview: '// (202) 555-0142 or +442079460018' },
      { ...file, number: other, line: 3, start: 21, end: 34, preview: '// (202) 555-0142 or +442079460018' },
    ])
  })

  it('are in the order of files and lines', () => {
    const order = inFileOrder([use('b.ts', 3), use('a.ts', 11), use('.env', 3), use('a.ts', 2)])
    assert.deepEqual(order.map(useText), ['.env:4', 'a.ts:3', 'a.ts:12', 'b.ts:4'])
  })
})

describe('the words about uses before a release', () => {
  it('count the places and name the first', () => {
    assert.equal(
      usesText(uses(use('.env', 3), use('src/sms.ts', 11))),
      'Still used in 2 places: .env:4, src/sms.ts:12.',
    )
    const many = Array.from({ length: 8 }, (_, line) => use('a.ts', line))
    assert.equal(usesText(uses(...many)), 'Still used in 8 places: a.ts:1, a.ts:2, a.ts:3, a.ts:4, a.ts:5 and 3 more.')
  })

  it('say that nothing was found, and how much was looked at', () => {
    assert.equal(usesText(uses()), 'Not used in the 12 files of the open folder.')
  })

  it('never promise more than was searched', () => {
    assert.equal(
      usesText({ ...uses(use('.env', 3)), complete: false }),
      'Still used in 1 place: .env:4. The search was not finished: there may be more.',
    )
    assert.equal(
      usesText({ ...uses(), complete: false }),
      'Whether it is still used is not known: the search was not finished (none in the first 12 files).',
    )
  })

  it('name each of several numbers that is used', () => {
    const found = { ...uses(use('.env', 3), use('a.ts', 1, other), use('b.ts', 1, other)), complete: false }
    assert.equal(
      usesOfSeveralText(found, String),
      'Still used:\n+12025550142: 1 place: .env:4\n+442079460018: 2 places: a.ts:2, b.ts:2\nThe search was not finished: there may be more.',
    )
    const many = Array.from({ length: 10 }, (_, at) => use('a.ts', at, e164(`+1202555010${at}`)))
    assert.match(
      usesOfSeveralText(uses(...many), String),
      /(\n\+1202555010\d: 1 place: a\.ts:\d){8}\nand 2 more of them$/,
    )
    assert.equal(usesOfSeveralText(uses(), String), 'Not used in the 12 files of the open folder.')
  })
})

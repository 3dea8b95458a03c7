import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findNumbers, type NumberLookup } from '../../../../src/core/code/findNumbers.ts'
import { parseE164 } from '../../../../src/core/phoneNumber.ts'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import { e164 } from '../../../support/builders.ts'
import { numberCorpus, ourNumbers } from '../../../support/code/numberCorpus.ts'

const numbering = createPhoneNumbering()
const leastPrecision = 0.98
const leastRecall = 0.98

function lookupOf(numbers: readonly string[], national = true): NumberLookup {
  const ours = new Set(numbers.map(e164))
  const countries = new Set(national ? [...ours].flatMap((number) => numbering.countryOf(number) ?? []) : [])
  return {
    has: (number) => ours.has(number),
    countries: [...countries].map((country) => ({ country, callingCode: numbering.callingCodeOf(country) ?? '' })),
    parse: numbering.parse,
  }
}

/** The text without its marks, and the places that they mark. */
function unmarked(text: string): { readonly plain: string; readonly places: readonly string[] } {
  const places: string[] = []
  let plain = ''
  for (const [at, part] of text.split(/[⟦⟧]/).entries()) {
    if (at % 2 === 1) places.push(`${plain.length}-${plain.length + part.length}`)
    plain += part
  }
  return { plain, places }
}

describe('the numbers in a text', () => {
  it('are found in a corpus of true and false places', () => {
    const lookup = lookupOf(ourNumbers)
    const wrong: string[] = []
    let [right, found, there] = [0, 0, 0]
    for (const { kind, text } of numberCorpus) {
      const { plain, places } = unmarked(text)
      const hits = findNumbers(plain, lookup).map(({ start, end }) => `${start}-${end}`)
      found += hits.length
      there += places.length
      right += hits.filter((hit) => places.includes(hit)).length
      if (hits.join() !== places.join()) wrong.push(`${kind}: ${text} → ${hits.join(' ') || 'nothing'}`)
    }
    const [precision, recall] = [right / found, right / there]
    console.log(
      `${numberCorpus.length} texts, ${there} places: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    )
    for (const line of wrong) console.log(`  ${line}`)
    assert.ok(precision >= leastPrecision, `precision ${precision}`)
    assert.ok(recall >= leastRecall, `recall ${recall}`)
  })

  it('are found by the digits of each country only when national forms are wanted', () => {
    const text = "'(202) 555-0142' and '+12025550142' and '12025550142'"
    assert.deepEqual(
      findNumbers(text, lookupOf(ourNumbers, false)).map(({ form }) => form),
      ['international', 'bare'],
    )
  })

  it('are not told apart by guessing when a national form fits two of them', () => {
    const numbers = ['+15555550142', '+445555550142']
    const lookup: NumberLookup = {
      has: (number) => numbers.includes(number),
      countries: [
        { country: 'US', callingCode: '1' },
        { country: 'GB', callingCode: '44' },
      ],
      parse: (digits, country) => parseE164(country === 'US' ? `+1${digits}` : `+44${digits.replace(/^0/, '')}`),
    }
    assert.deepEqual(findNumbers("'5555550142'", lookup), [])
    assert.deepEqual(
      findNumbers("'05555550142'", lookup).map(({ number }) => number),
      ['+445555550142'],
    )
  })

  it('are found at the same places wherever in a text they stand', () => {
    const lookup = lookupOf(ourNumbers)
    const written = fc.constantFrom('+12025550142', '+44 20 7946 0018', '+1 (312) 555-0187', '(202) 555-0142')
    const around = fc.string({ unit: fc.constantFrom('a', ' ', '"', '=', ',', ';', '{', 'é', '😀'), maxLength: 30 })
    fc.assert(
      fc.property(around, written, around, (before, number, after) => {
        const text = `${before}\n"${number}"\n${after}`
        const [hit, ...others] = findNumbers(text, lookup)
        assert.equal(others.length, 0)
        assert.equal(text.slice(hit?.start, hit?.end), number)
      }),
    )
  })

  it('are never found where none of their digits are', () => {
    const lookup = lookupOf(['+12025550142'])
    const digits = fc.string({ unit: fc.constantFrom(...'+3456789 -.()/\n'), maxLength: 200 })
    fc.assert(fc.property(digits, (text) => assert.deepEqual(findNumbers(text, lookup), [])))
  })

  it('take a time that grows with the text only, whatever it is', () => {
    const lookup = lookupOf(ourNumbers)
    const hostile = ['1', '1 ', '+1', '(', '1-', '1(', '%2B1', '+', '0', '2025550142 ', '" +1 '].map((part) =>
      part.repeat(Math.ceil(1_000_000 / part.length)),
    )
    for (const text of hostile) {
      const begun = performance.now()
      findNumbers(text, lookup)
      assert.ok(performance.now() - begun < 2_000, JSON.stringify(text.slice(0, 12)))
    }
  })
})

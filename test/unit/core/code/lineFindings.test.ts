import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findNumbers } from '../../../../src/core/code/findNumbers.ts'
import { createLineFindings } from '../../../../src/core/code/lineFindings.ts'
import { numberLookup } from '../../../../src/core/code/numberLookup.ts'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import { numberCorpus, ourNumbers } from '../../../support/code/numberCorpus.ts'

const linesOf = (lines: readonly string[]) => ({ lineCount: lines.length, lineAt: (line: number) => lines[line] ?? '' })

function counting() {
  const looked: string[] = []
  const findings = createLineFindings((text) => {
    looked.push(text)
    return text.match(/\d/g) ?? []
  })
  return { findings, looked }
}

describe('what was found line by line', () => {
  it('is looked for again only in the lines that an edit touched', () => {
    const { findings, looked } = counting()
    const lines = Array.from({ length: 5_000 }, (_, line) => `line ${line % 10}`)
    assert.equal(findings.update(linesOf(lines)).length, 5_000)
    assert.equal(looked.length, 5_000)
    lines[2_000] = 'line 77'
    findings.edit({ first: 2_000, last: 2_000, count: 1 })
    assert.equal(findings.update(linesOf(lines)).length, 5_001)
    assert.deepEqual(looked.slice(5_000), ['line 77'])
    lines.splice(10, 3, 'new 1', 'new')
    findings.edit({ first: 10, last: 12, count: 2 })
    assert.equal(findings.update(linesOf(lines)).at(-1)?.line, 4_998)
    assert.deepEqual(looked.slice(5_001), ['new 1', 'new'])
    findings.update(linesOf(lines))
    assert.equal(looked.length, 5_003)
  })

  it('is the same as looking at everything, whatever is edited', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '1', '2'), maxLength: 4 })
    const edit = fc.record({
      at: fc.nat(20),
      removed: fc.nat(5),
      added: fc.array(line, { minLength: 1, maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.array(edit, { maxLength: 8 }), (start, edits) => {
        const { findings } = counting()
        const lines = [...start]
        findings.update(linesOf(lines))
        for (const { at, removed, added } of edits) {
          const first = Math.min(at, lines.length - 1)
          const last = Math.min(first + removed, lines.length - 1)
          lines.splice(first, last - first + 1, ...added)
          findings.edit({ first, last, count: added.length })
          assert.deepEqual(findings.update(linesOf(lines)), counting().findings.update(linesOf(lines)))
        }
      }),
    )
  })

  it('costs little in a file of 5,000 lines', () => {
    const numbering = createPhoneNumbering()
    const ours = new Set(ourNumbers)
    const lookup = numberLookup((number) => ours.has(number), ['US', 'GB', 'DE', 'FR'], numbering)
    const texts = numberCorpus.map(({ text }) => text.replace(/[⟦⟧]/g, ''))
    const lines = Array.from({ length: 5_000 }, (_, line) => `${texts[line % texts.length]} // line ${line}`)
    const findings = createLineFindings((text) => findNumbers(text, lookup))
    const timed = (work: () => unknown) => {
      const begun = performance.now()
      work()
      return performance.now() - begun
    }
    const whole = timed(() => findings.update(linesOf(lines)))
    findings.edit({ first: 2_500, last: 2_500, count: 1 })
    const keystroke = timed(() => findings.update(linesOf(lines)))
    const size = lines.join('\n').length
    console.log(
      `5,000 lines, ${(size / 1000).toFixed(0)} kB: ${whole.toFixed(1)} ms at first, ${keystroke.toFixed(2)} ms after an edit`,
    )
    assert.ok(findings.update(linesOf(lines)).length > 1_000)
  })
})

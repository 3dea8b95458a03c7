import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { evidenceText } from '../../../../src/core/code/evidenceText.ts'
import type { NumberEvidence } from '../../../../src/core/code/numberEvidence.ts'

const from = { provider: 'testphone', account: 'Production' }
const words = { providerOf: (id: string) => id.toUpperCase(), day: (iso: string) => `<${iso}>` }
const text = (evidence: NumberEvidence) => evidenceText('+1 202 555 0142', evidence, words)

describe('a warning at a number', () => {
  it('says what happened to it, where and when, and what that means', () => {
    assert.deepEqual(
      [
        text({ kind: 'released', from, at: 'day' }),
        text({ kind: 'released', from }),
        text({ kind: 'released', from, at: 'day', cancellableUntil: 'end' }),
        text({ kind: 'releasing', from, until: 'end' }),
        text({ kind: 'releasing', from }),
        text({ kind: 'gone', from, at: 'day' }),
        text({ kind: 'moved', from, to: { provider: 'otherphone', account: 'Staging' } }),
      ],
      [
        '+1 202 555 0142 was released at TESTPHONE (Production) on <day>. It may belong to somebody else by now.',
        '+1 202 555 0142 was released at TESTPHONE (Production). It may belong to somebody else by now.',
        '+1 202 555 0142 was released at TESTPHONE (Production) on <day>. The release can be taken back until <end>.',
        '+1 202 555 0142 is being released at TESTPHONE (Production) and works until <end>.',
        '+1 202 555 0142 is being released at TESTPHONE (Production) and soon stops working.',
        '+1 202 555 0142 was not in the list of TESTPHONE (Production) any more on <day>. It may belong to somebody else by now.',
        '+1 202 555 0142 is not at TESTPHONE (Production) any more. OTHERPHONE (Staging) has it now.',
      ],
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { codeExample } from '../../../src/core/codeExample.ts'
import { e164 } from '../../support/builders.ts'

describe('the example of numbers in code', () => {
  it('has the number in a line of its own and an empty line to choose one in', () => {
    const lines = codeExample(e164('+13125550142')).split('\n')
    assert.ok(lines.includes('SMS_FROM=+13125550142'))
    assert.ok(lines.includes('SUPPORT_NUMBER='))
  })

  it('holds only letters that the editor does not mark as ambiguous', () => {
    assert.match(codeExample(e164('+13125550142')), /^[\x20-\x7e\n]+$/)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { typedCount, typedNumber } from '../../../src/core/typedConfirmation.ts'
import { e164 } from '../../support/builders.ts'

describe('typing the number to release it', () => {
  const expected = typedNumber(e164('+13125550142'), '+1 312 555 0142')

  for (const text of [
    '+13125550142',
    '+1 312 555 0142',
    ' +1 (312) 555-0142 ',
    '+1\u00a0312\u00a0555\u00a00142',
    '+1 312‑555‑0142',
  ]) {
    it(`accepts “${text}”`, () => assert.equal(expected.matches(text), true))
  }

  for (const text of [
    '',
    '+',
    '13125550142',
    '312 555 0142',
    '+13125550143',
    '+131255501421',
    'release',
    '+1 312 555 0142 x',
  ]) {
    it(`does not accept “${text}”`, () => assert.equal(expected.matches(text), false))
  }

  it('asks for it as people write it', () => assert.equal(expected.asked, '+1 312 555 0142'))
})

describe('typing how many numbers to release', () => {
  const expected = typedCount(3)

  for (const text of ['release 3', ' Release  3 ', 'RELEASE 3']) {
    it(`accepts “${text}”`, () => assert.equal(expected.matches(text), true))
  }

  for (const text of ['', '3', 'release', 'release 2', 'release 33', 'release3']) {
    it(`does not accept “${text}”`, () => assert.equal(expected.matches(text), false))
  }
})

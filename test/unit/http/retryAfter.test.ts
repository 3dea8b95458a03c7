import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { retryAfterMs } from '../../../src/http/retryAfter.ts'

const now = Date.parse('2026-11-03T10:00:00Z')
const wait = (value: string) => retryAfterMs({ 'retry-after': value }, now)

describe('Retry-After', () => {
  it('is read in seconds', () => {
    assert.equal(wait('7'), 7_000)
    assert.equal(wait(' 0 '), 0)
  })

  it('is read as a date, in the current and in the older form', () => {
    assert.equal(wait('Tue, 03 Nov 2026 10:00:30 GMT'), 30_000)
    assert.equal(wait('Tuesday, 03-Nov-26 10:00:30 GMT'), 30_000)
  })

  it('is no wait when the date has passed', () => {
    assert.equal(wait('Tue, 03 Nov 2026 09:00:00 GMT'), 0)
  })

  for (const text of [
    '',
    'soon',
    '-5',
    '1.5',
    '7 days',
    '2026-11-03',
    '1e3',
    '9999999',
    'Tue, 03 Foo 2026 10:00:30 GMT',
  ]) {
    it(`is as good as missing when it is ${JSON.stringify(text)}`, () => assert.equal(wait(text), undefined))
  }

  it('is undefined when there is none', () => assert.equal(retryAfterMs({}, now), undefined))
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { instant } from '../../../../src/providers/contiguity/contiguityInstant.ts'

describe('instant', () => {
  it('reads ISO text, seconds and milliseconds as the same moment', () => {
    const moment = '2024-06-20T02:00:00.000Z'
    assert.equal(instant('2024-06-20T02:00:00Z'), moment)
    assert.equal(instant('2024-06-20T04:00:00.000+02:00'), moment)
    assert.equal(instant(1_718_848_800), moment)
    assert.equal(instant(1_718_848_800_000), moment)
  })

  it('reads a time without a zone as UTC', () => {
    assert.equal(instant('2024-06-20T02:00:00'), '2024-06-20T02:00:00.000Z')
    assert.equal(instant('2024-06-20'), '2024-06-20T00:00:00.000Z')
  })

  it('is no date for anything else', () => {
    for (const value of [
      '',
      'soon',
      '1718848800',
      '2024-13-45T00:00:00Z',
      Number.NaN,
      Infinity,
      0,
      -5,
      1e300,
      null,
      undefined,
    ]) {
      assert.equal(instant(value), undefined, String(value))
    }
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { writtenLike } from '../../../../src/core/code/writtenLike.ts'
import { e164 } from '../../../support/builders.ts'

const like = (written: string, form: Parameters<typeof writtenLike>[1]) =>
  writtenLike(written, form, e164('+442079460018'), () => '+44 20 7946 0018')

describe('a replaced number', () => {
  it('is written as the one before it', () => {
    assert.equal(like('+12025550142', 'international'), '+442079460018')
    assert.equal(like('+1 202-555-0142', 'international'), '+44 20 7946 0018')
    assert.equal(like('%2B12025550142', 'international'), '%2B442079460018')
    assert.equal(like('12025550142', 'bare'), '442079460018')
    assert.equal(like('0012025550142', 'bare'), '+442079460018')
    assert.equal(like('(202) 555-0142', 'national'), '+44 20 7946 0018')
    assert.equal(like('2025550142', 'national'), '+442079460018')
  })
})

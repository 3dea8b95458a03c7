import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inSlices } from '../../../src/core/inSlices.ts'

/** A clock that grows by `step` with every look at it. */
function clock(step: number) {
  let at = 0
  return () => {
    at += step
    return at
  }
}

describe('work in slices', () => {
  it('makes everything in its order and pauses whenever a slice is over', async () => {
    let pauses = 0
    const pause = async () => {
      pauses += 1
    }
    const numbers = Array.from({ length: 100 }, (_, index) => index)
    assert.deepEqual(await inSlices(numbers, { now: clock(1), pause }), numbers)
    assert.ok(pauses >= 8 && pauses <= 10, `${pauses} pauses`)
  })

  it('does not pause when it is quick', async () => {
    const pause = () => assert.fail('paused')
    assert.deepEqual(await inSlices([1, 2, 3], { now: () => 0, pause }), [1, 2, 3])
  })

  it('ends when the pause says so', async () => {
    const pause = () => Promise.reject(new Error('cancelled'))
    await assert.rejects(inSlices([1, 2, 3], { now: clock(100), pause }), /cancelled/)
  })
})

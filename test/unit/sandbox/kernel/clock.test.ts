import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createClock, SANDBOX_START } from '../../../../src/sandbox/clock.ts'

describe('the virtual clock', () => {
  it('starts on 3 November 2026 at ten in the morning UTC', () => {
    assert.equal(new Date(createClock().now()).toISOString(), '2026-11-03T10:00:00.000Z')
  })

  it('stands still until it is advanced, and adds up what it is advanced by', () => {
    const clock = createClock(5_000)
    assert.equal(clock.now(), 5_000)
    clock.advance(250)
    clock.advance(0)
    clock.advance(750)
    assert.equal(clock.now(), 6_000)
  })

  it('runs along with real time when given a wall clock', () => {
    let wall = 123_456.7
    const clock = createClock(SANDBOX_START, () => wall)
    assert.equal(clock.now(), SANDBOX_START)
    wall += 90.9
    clock.advance(10)
    assert.equal(clock.now(), SANDBOX_START + 100)
  })

  it('never goes back and counts whole milliseconds', () => {
    const clock = createClock()
    for (const ms of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) assert.throws(() => clock.advance(ms), RangeError)
    assert.equal(clock.now(), SANDBOX_START)
  })
})

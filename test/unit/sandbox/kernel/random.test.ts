import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createRandom, seedFor } from '../../../../src/sandbox/random.ts'

const take = (seed: number, count: number): number[] => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => random())
}

describe('seeded random numbers', () => {
  it('repeat with the same seed and differ with another', () => {
    assert.deepEqual(take(42, 20), take(42, 20))
    assert.notDeepEqual(take(42, 20), take(43, 20))
  })

  it('stay in [0, 1) and reach every tenth of it', () => {
    const numbers = take(7, 5_000)
    assert.ok(numbers.every((number) => number >= 0 && number < 1))
    assert.equal(new Set(numbers.map((number) => Math.floor(number * 10))).size, 10)
  })

  it('give every provider a sequence of its own', () => {
    const seeds = ['sinch', 'plivo', 'tryvox', 'contiguity'].map((name) => seedFor(1, name))
    assert.equal(new Set(seeds).size, 4)
    assert.notEqual(seedFor(1, 'plivo'), seedFor(2, 'plivo'))
  })
})

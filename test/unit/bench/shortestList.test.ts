import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { shortestList } from '../../bench/shortestList.ts'

const limit = { requests: 300, perMs: 5_000 }

describe('the shortest time of a list', () => {
  it('is a round trip for each request that waits for the one before', () => {
    assert.equal(shortestList({ inTurn: 2, together: 0 }, 100), 200)
  })

  it('is a round trip for every sixteen that may go together', () => {
    assert.equal(shortestList({ inTurn: 1, together: 16 }, 100), 200)
    assert.equal(shortestList({ inTurn: 1, together: 17 }, 100), 300)
    assert.equal(shortestList({ inTurn: 1, together: 49, limit }, 100), 500)
  })

  it('waits for the rate, which the earlier requests leave one after the other', () => {
    // The 301st may leave at 5 s, like the first one did at 0; the last 199 follow in thirteen rounds of sixteen.
    assert.equal(shortestList({ inTurn: 1, together: 499, limit }, 100), 6_400)
    assert.equal(shortestList({ inTurn: 1, together: 300, limit }, 0), 5_000)
  })

  it('is nothing without latency and below the rate', () => {
    assert.equal(shortestList({ inTurn: 1, together: 49, limit }, 0), 0)
  })
})

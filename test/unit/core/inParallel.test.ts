import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { inParallel } from '../../../src/core/inParallel.ts'

describe('working on several things at once', () => {
  it('keeps the order of the items and never exceeds the limit, whatever finishes first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat()), fc.integer({ min: 1, max: 6 }), fc.scheduler(), async (items, limit, s) => {
        let running = 0
        const work = async (item: number) => {
          running += 1
          assert.ok(running <= limit)
          await s.schedule(Promise.resolve())
          running -= 1
          return item * 2
        }
        const all = inParallel(items, limit, work)
        assert.deepEqual(
          await s.waitFor(all),
          items.map((item) => item * 2),
        )
      }),
    )
  })

  it('starts nothing new after a failure', async () => {
    const started: number[] = []
    const work = async (item: number) => {
      started.push(item)
      if (item === 1) throw new Error('no')
      return item
    }
    await assert.rejects(inParallel([1, 2, 3, 4, 5, 6], 2, work), /no/)
    assert.deepEqual(started, [1, 2])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inPortions } from '../../../src/http/inPortions.ts'

const rows = Array.from({ length: 600 }, (_, index) => index)

describe('rows in portions', () => {
  it('are all of them, in their order', async () => {
    const lengths: number[] = []
    const all: number[] = []
    for await (const portion of inPortions(rows)) {
      lengths.push(portion.length)
      all.push(...portion)
    }
    assert.deepEqual(lengths, [250, 250, 100])
    assert.deepEqual(all, rows)
  })

  it('let other work be done between two portions', async () => {
    const events: string[] = []
    const other = () => {
      events.push('other work')
      if (events.length < 20) setImmediate(other)
    }
    setImmediate(other)
    for await (const portion of inPortions(rows)) events.push(`rows from ${portion[0]}`)
    const [first, second, third] = [0, 250, 500].map((row) => events.indexOf(`rows from ${row}`))
    assert.ok(events.slice(first, second).includes('other work'))
    assert.ok(events.slice(second, third).includes('other work'))
  })

  it('are one empty portion when there are none, so that the list is known to be empty', async () => {
    const portions: (readonly number[])[] = []
    for await (const portion of inPortions<number>([])) portions.push(portion)
    assert.deepEqual(portions, [[]])
  })
})

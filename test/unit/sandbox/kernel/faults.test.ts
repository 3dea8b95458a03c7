import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createFaultBook, type Fault } from '../../../../src/sandbox/faults.ts'

const onRent = (more: Partial<Fault> = {}): Fault =>
  ({ provider: 'plivo', route: 'rent', kind: 'resetBefore', ...more }) as Fault

const takeKinds = (book: ReturnType<typeof createFaultBook>, count: number): (string | undefined)[] =>
  Array.from({ length: count }, () => book.take('plivo', 'rent')?.kind)

describe('the book of faults', () => {
  it('applies a fault once by default, and only to its provider and route', () => {
    const book = createFaultBook()
    book.add(onRent())
    assert.equal(book.take('sinch', 'rent'), undefined)
    assert.equal(book.take('plivo', 'release'), undefined)
    assert.deepEqual(takeKinds(book, 2), ['resetBefore', undefined])
  })

  it('applies a fault as often as it says, and until removed for 0', () => {
    const book = createFaultBook()
    book.add(onRent({ times: 2 }))
    assert.deepEqual(takeKinds(book, 3), ['resetBefore', 'resetBefore', undefined])
    const id = book.add(onRent({ times: 0 }))
    assert.deepEqual(takeKinds(book, 50), Array(50).fill('resetBefore'))
    assert.equal(book.remove(id), true)
    assert.equal(book.remove(id), false)
    assert.deepEqual(takeKinds(book, 1), [undefined])
  })

  it('matches every route of the provider with a star', () => {
    const book = createFaultBook()
    book.add(onRent({ route: '*', times: 0 }))
    assert.equal(book.take('plivo', 'listOwned')?.kind, 'resetBefore')
    assert.equal(book.take('sinch', 'listOwned'), undefined)
  })

  it('lets as many matching requests pass first as `after` says', () => {
    const book = createFaultBook()
    book.add(onRent({ after: 2 }))
    assert.deepEqual(takeKinds(book, 4), [undefined, undefined, 'resetBefore', undefined])
  })

  it('applies one fault per request, the oldest that is due, and counts `after` from the start', () => {
    const book = createFaultBook()
    book.add(onRent())
    book.add(onRent({ kind: 'truncate' }))
    book.add(onRent({ kind: 'resetAfter', after: 2 }))
    assert.deepEqual(takeKinds(book, 4), ['resetBefore', 'truncate', 'resetAfter', undefined])
  })

  it('lists what happened to each fault and forgets all when cleared', () => {
    const book = createFaultBook()
    const id = book.add(onRent({ times: 2 }))
    takeKinds(book, 1)
    assert.deepEqual(book.list(), [{ id, fault: onRent({ times: 2 }), fired: 1, finished: false }])
    takeKinds(book, 1)
    assert.deepEqual(
      book.list().map(({ finished }) => finished),
      [true],
    )
    book.clear()
    assert.deepEqual(book.list(), [])
  })
})

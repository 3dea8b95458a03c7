import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HttpAnswer } from '../../../../src/http/httpClient.ts'
import { nextPage, readPage } from '../../../../src/providers/tryvox/tryvoxPages.ts'
import { rejection } from '../../../support/rejection.ts'

function page(body: unknown, number = 1) {
  const answer: HttpAnswer = {
    status: 200,
    headers: {},
    text: JSON.stringify(body),
    operation: 'list',
    effect: 'read',
  }
  return readPage(answer, number)
}

const rows = [{ e164: '+12025550143' }]

describe('a page of TryVox', () => {
  it('understands both paging shapes and stops on an empty or repeated page', () => {
    const numbers = { total: 3, count: 1, per_page: 1, current_page: 2, total_pages: 3 }
    const voice = { page: 2, per_page: 1, total_pages: 3, total_count: 3 }
    for (const pagination of [numbers, voice]) {
      const second = page({ data: rows, pagination }, 2)
      assert.deepEqual([second.total, second.totalPages], [3, 3])
      assert.equal(nextPage(second, true), 3)
      assert.equal(nextPage(page({ data: rows, pagination }, 3), true), undefined)
      assert.equal(nextPage(second, false), undefined)
      assert.equal(nextPage(page({ data: [], pagination }, 2), true), undefined)
    }
  })

  it('goes on without a count until nothing new comes', () => {
    const uncounted = page({ data: rows })
    assert.deepEqual([uncounted.total, uncounted.totalPages], [undefined, undefined])
    assert.equal(nextPage(uncounted, true), 2)
    assert.equal(nextPage(uncounted, false), undefined)
  })

  it('reads items with the paging beside them and works the number of pages out', () => {
    const { rows: items, total, totalPages } = page({ items: rows, page: 1, per_page: 20, total: 41 })
    assert.deepEqual([items.length, total, totalPages], [1, 41, 3])
  })

  it('does not trust counts of the wrong kind', () => {
    for (const pagination of ['none', { total: -1, total_pages: 'many' }, { total: 1.5, per_page: 0 }, [], null]) {
      const read = page({ data: rows, pagination })
      assert.deepEqual([read.rows.length, read.total, read.totalPages], [1, undefined, undefined])
    }
  })

  it('is unexpected when it is no list', async () => {
    for (const body of [{}, [], null, 'text', { data: {} }, { data: null }, { items: 'none' }])
      assert.equal((await rejection(Promise.resolve().then(() => page(body)))).kind, 'unexpected')
  })
})

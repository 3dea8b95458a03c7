import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pageOffsets, rowsPerPage } from '../../../../src/providers/plivo/plivoPages.ts'

describe('pageOffsets', () => {
  it('never asks for more than 20 rows', () => {
    assert.equal(rowsPerPage, 20)
    assert.deepEqual(pageOffsets(61, 100), [20, 40, 60])
  })

  it('needs no further page for 20 numbers and one for 21', () => {
    assert.deepEqual(pageOffsets(0, 100), [])
    assert.deepEqual(pageOffsets(20, 100), [])
    assert.deepEqual(pageOffsets(21, 100), [20])
  })

  it('stays bounded whatever count the provider claims', () => {
    assert.equal(pageOffsets(Number.MAX_SAFE_INTEGER, 5).length, 4)
    assert.equal(pageOffsets(Number.POSITIVE_INFINITY, 5).length, 4)
  })
})

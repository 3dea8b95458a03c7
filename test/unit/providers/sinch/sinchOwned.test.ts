import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isComplete, listQuery } from '../../../../src/providers/sinch/sinchOwned.ts'
import { listAnswer } from '../../../../src/providers/sinch/sinchSchemas.ts'

describe('a list of Sinch', () => {
  it('compares the row count only without filters', () => {
    const plain = listQuery(1000, undefined)
    assert.equal(isComplete(11, 12, plain), false)
    assert.equal(isComplete(12, 12, plain), true)
    assert.equal(isComplete(13, 12, plain), true)
    assert.equal(isComplete(1, 12, [...plain, ['regionCode', 'US']]), true)
    assert.equal(isComplete(1, undefined, plain), true)
  })

  it('is asked in the order of numbers, without a direction', () => {
    assert.deepEqual(listQuery(1000, 'abc'), [
      ['orderBy', 'phoneNumber'],
      ['pageSize', '1000'],
      ['pageToken', 'abc'],
    ])
    assert.deepEqual(listQuery(undefined, undefined), [['orderBy', 'phoneNumber']])
  })

  it('may leave its rows out only when it counts none', () => {
    assert.equal(listAnswer.safeParse({ totalSize: 0 }).success, true)
    assert.equal(listAnswer.safeParse({ activeNumbers: [], totalSize: null }).success, true)
    for (const page of [
      {},
      { totalSize: 3 },
      { activeNumbers: null },
      { activeNumbers: 'none', totalSize: 0 },
      [],
      null,
    ])
      assert.equal(listAnswer.safeParse(page).success, false)
  })

  it('counts in numbers and in text, and is not read with a token that is no text', () => {
    assert.equal(listAnswer.parse({ activeNumbers: [], totalSize: '12' }).totalSize, 12)
    assert.equal(listAnswer.parse({ activeNumbers: [], totalSize: 'many' }).totalSize, undefined)
    assert.equal(listAnswer.safeParse({ activeNumbers: [], nextPageToken: 7 }).success, false)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { describeSearch, type LastSearch, readLastSearch } from '../../../src/core/lastSearch.ts'

const search: LastSearch = {
  country: 'US',
  type: 'tollFree',
  capabilities: ['sms', 'voice'],
  digits: { position: 'end', digits: '0142' },
  accountIds: ['account-1'],
  order: 'monthly',
}

describe('the last search', () => {
  it('is read as it was stored', () => {
    assert.deepEqual(readLastSearch(JSON.parse(JSON.stringify(search))), search)
    const least = { country: 'DE', capabilities: [], accountIds: [] }
    assert.deepEqual(readLastSearch(least), least)
  })

  it('is none when what is stored is no search', () => {
    for (const value of [undefined, null, 'US', 7, [], {}, { country: 'usa' }, { country: 7 }]) {
      assert.equal(readLastSearch(value), undefined)
    }
  })

  it('leaves out what cannot be read and keeps the rest', () => {
    const damaged = {
      ...search,
      type: 'moon',
      capabilities: ['sms', 7],
      digits: { position: 'end', digits: '4x' },
      order: 1,
    }
    assert.deepEqual(readLastSearch(damaged), { country: 'US', capabilities: ['sms'], accountIds: ['account-1'] })
  })

  it('is told in the words of its questions', () => {
    assert.equal(describeSearch(search), 'United States · toll-free · SMS, voice · ends with 0142')
    assert.equal(describeSearch({ country: 'DE', capabilities: [], accountIds: [] }), 'Germany')
  })
})

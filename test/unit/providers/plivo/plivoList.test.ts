import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HttpAnswer } from '../../../../src/http/httpClient.ts'
import type { PlivoAccount } from '../../../../src/providers/plivo/plivoAccount.ts'
import { listOwned } from '../../../../src/providers/plivo/plivoList.ts'

/** An account whose pages answer one turn of the event loop after they were asked, and that counts how many wait at once. */
function countingAccount(total: number) {
  let waiting = 0
  let most = 0
  const ask = async (_path: string, query: Readonly<Record<string, string>>): Promise<HttpAnswer> => {
    waiting += 1
    most = Math.max(most, waiting)
    await new Promise(setImmediate)
    waiting -= 1
    const offset = Number(query['offset'])
    const count = Math.min(20, total - offset)
    const objects = Array.from({ length: count }, (_, index) => ({ number: String(17_750_000_000 + offset + index) }))
    const text = JSON.stringify({ meta: { total_count: total }, objects })
    return { status: 200, headers: {}, text, operation: 'list', effect: 'read' }
  }
  const unused = () => Promise.reject(new Error('not expected here'))
  const account: PlivoAccount = {
    rows: { accountId: 'account-1', authId: 'MAEXAMPLE0000000000', countryOf: () => 'US' },
    ask,
    get: ask,
    find: unused,
    post: unused,
    remove: unused,
  }
  return { account, most: () => most }
}

describe('listOwned', () => {
  it('has at most 16 requests under way, and yields pages in order', async () => {
    const { account, most } = countingAccount(1_000)
    const numbers: string[] = []
    for await (const page of listOwned(account, new AbortController().signal)) {
      numbers.push(...page.numbers.map(({ number }) => number))
    }
    assert.equal(most(), 16)
    assert.equal(numbers.length, 1_000)
    assert.deepEqual(numbers, numbers.toSorted())
  })
})

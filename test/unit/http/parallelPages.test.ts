import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { parallelPages } from '../../../src/http/parallelPages.ts'

const keys = [1, 2, 3, 4, 5, 6]
const manyKeys = Array.from({ length: 20 }, (_, index) => index + 1)

describe('pages in parallel', () => {
  it('come in order, whichever arrives first', async () => {
    const fetcher = createFetcher()
    const pages = collect(fetcher, 3)
    fetcher.answer(3)
    fetcher.answer(2)
    await turn()
    assert.deepEqual(pages.got, [])
    fetcher.answer(1)
    await turn()
    assert.deepEqual(pages.got, [1, 2, 3])
    for (const key of [4, 5, 6]) fetcher.answer(key)
    await pages.done
    assert.deepEqual(pages.got, keys)
  })

  it('are asked for behind a slow one, but only so many as may wait for it', async () => {
    const fetcher = createFetcher(manyKeys)
    const pages = collect(fetcher, 2)
    for (const key of manyKeys.slice(1)) {
      fetcher.answer(key)
      await turn()
    }
    assert.deepEqual(pages.got, [])
    assert.deepEqual(fetcher.asked(), manyKeys.slice(0, 5))
    fetcher.answer(1)
    await pages.done
    assert.deepEqual(pages.got, manyKeys)
  })

  it('are never more at a time than the limit', async () => {
    const fetcher = createFetcher()
    const pages = collect(fetcher, 2)
    for (const key of keys) {
      await turn()
      assert.equal(fetcher.underWay(), Math.min(2, keys.length - key + 1))
      fetcher.answer(key)
    }
    await pages.done
    assert.equal(fetcher.most(), 2)
  })

  it('are asked for one by one with a limit of 1, each when the reader wants it', async () => {
    const fetcher = createFetcher()
    for (const key of keys) fetcher.answer(key)
    for await (const page of parallelPages(keys, 1, new AbortController().signal, fetcher.fetch)) {
      await turn()
      if (page === 3) break
    }
    assert.deepEqual(fetcher.asked(), [1, 2, 3])
  })

  it('before a failing one are kept; the rest is cancelled and not asked for', async () => {
    const fetcher = createFetcher()
    const pages = collect(fetcher, 3)
    fetcher.answer(1)
    await turn()
    fetcher.fail(2, new Error('page 2 broke'))
    await assert.rejects(pages.done, /page 2 broke/)
    assert.deepEqual(pages.got, [1])
    assert.deepEqual(fetcher.cancelled(), [3, 4])
    assert.deepEqual(fetcher.asked(), [1, 2, 3, 4])
  })

  it('that fail after an earlier failure do not become unhandled', async () => {
    const fetcher = createFetcher()
    const pages = collect(fetcher, 3)
    fetcher.fail(3, new Error('page 3 broke'))
    fetcher.fail(1, new Error('page 1 broke'))
    await assert.rejects(pages.done, /page 1 broke/)
    await turn()
  })

  it('are cancelled when the reader stops', async () => {
    const fetcher = createFetcher()
    const pages = parallelPages(keys, 3, new AbortController().signal, fetcher.fetch)
    fetcher.answer(1)
    for await (const page of pages) {
      assert.equal(page, 1)
      break
    }
    assert.deepEqual(fetcher.cancelled(), [2, 3, 4])
  })

  it('are cancelled by the signal', async () => {
    const controller = new AbortController()
    const fetcher = createFetcher()
    const pages = collect(fetcher, 3, controller.signal)
    await turn()
    controller.abort()
    await assert.rejects(pages.done, /cancelled/)
    assert.deepEqual(fetcher.cancelled(), [1, 2, 3])
  })

  it('of nothing are nothing', async () => {
    const none: number[] = []
    for await (const page of parallelPages([], 3, new AbortController().signal, async () => 1)) none.push(page)
    assert.deepEqual(none, [])
  })
})

function collect(fetcher: ReturnType<typeof createFetcher>, limit: number, signal = new AbortController().signal) {
  const got: number[] = []
  const read = async () => {
    for await (const page of parallelPages(fetcher.keys, limit, signal, fetcher.fetch)) got.push(page)
  }
  return { got, done: read() }
}

/** Pages that arrive, fail or are cancelled one by one, as the test says. */
function createFetcher(all = keys) {
  const slots = new Map(all.map((key) => [key, Promise.withResolvers<number>()]))
  const asked: number[] = []
  const cancelled: number[] = []
  let underWay = 0
  let most = 0
  for (const slot of slots.values()) slot.promise.catch(() => undefined)
  return {
    keys: all,
    asked: () => asked,
    cancelled: () => cancelled,
    underWay: () => underWay,
    most: () => most,
    answer: (key: number) => slots.get(key)?.resolve(key),
    fail: (key: number, error: Error) => slots.get(key)?.reject(error),
    async fetch(key: number, signal: AbortSignal): Promise<number> {
      asked.push(key)
      underWay += 1
      most = Math.max(most, underWay)
      const slot = slots.get(key)
      const cancel = () => {
        cancelled.push(key)
        slot?.reject(new Error('cancelled'))
      }
      signal.addEventListener('abort', cancel)
      try {
        return (await slot?.promise) ?? 0
      } finally {
        underWay -= 1
        signal.removeEventListener('abort', cancel)
      }
    },
  }
}

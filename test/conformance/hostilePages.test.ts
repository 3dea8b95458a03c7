import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { mostRows } from '../../src/http/rowLimit.ts'
import { type ProviderId, providers } from '../../src/providers/registry.ts'
import { driverAt } from '../support/network/tamperedDriver.ts'
import { collectOwned } from '../support/sandboxDriver.ts'
import { startLocalServer } from '../support/startLocalServer.ts'

interface PagePlan {
  /** Rows of the nth page, by what is written as their number. */
  readonly rows: (nth: number) => readonly unknown[]
  /** What the page says of the number of all rows; nothing when not given. */
  readonly total?: number
  /** What stands where a link to the next page may be. */
  readonly link?: string
}

/** A page of each provider's list. Contiguity has one page only. */
const pages: Readonly<Record<ProviderId, (plan: PagePlan, nth: number) => unknown>> = {
  sinch: ({ rows, total, link }, nth) => ({
    activeNumbers: rows(nth).map((number) => ({ phoneNumber: number })),
    nextPageToken: link ?? `token-${nth}`,
    ...(total === undefined ? {} : { totalSize: total }),
  }),
  plivo: ({ rows, total, link }, nth) => ({
    meta: {
      limit: 20,
      next: link ?? null,
      previous: link ?? null,
      ...(total === undefined ? {} : { total_count: total }),
    },
    objects: rows(nth).map((number) => ({ number, resource_uri: link })),
  }),
  tryvox: ({ rows, total, link }, nth) => ({
    data: rows(nth).map((number) => ({ e164: number })),
    pagination: {
      per_page: 100,
      next: link,
      ...(total === undefined ? {} : { total, total_pages: Math.ceil(total / 100) }),
    },
    links: { next: link },
  }),
  contiguity: ({ rows, total, link }, nth) => ({
    id: 'req_1',
    data: { numbers: rows(nth).map((number) => ({ id: number, lease_id: 'l' })), total_count: total, next: link },
  }),
}

/** Numbers that were not seen before, for ever. */
const fresh = (perPage: number) => (nth: number) =>
  Array.from({ length: perPage }, (_, index) => `+1202${String(5_000_000 + nth * perPage + index).padStart(7, '0')}`)
const same = (perPage: number) => () => fresh(perPage)(0)

async function readHostileList(t: TestContext, id: ProviderId, plan: PagePlan) {
  let nth = 0
  const server = await startLocalServer(t, ({ url }, response) => {
    response.setHeader('content-type', 'application/json')
    if (url === '/oauth2/token') return response.end('{"access_token":"canary-access-7431"}')
    if (plan.link !== undefined) response.setHeader('link', `<${plan.link}>; rel="next"`)
    return response.end(JSON.stringify(pages[id](plan, nth++)))
  })
  const list = await collectOwned(driverAt(t, id, server.origin))
  return { ...list, requests: server.requests }
}

for (const { id } of providers) {
  describe(`${id}’s list`, { concurrency: 4 }, () => {
    it('that never ends is given up, and is not called complete', async (t) => {
      const { error, numbers } = await readHostileList(t, id, { rows: fresh(20_000) })
      if (id === 'contiguity') return assert.equal(error, undefined)
      assert.equal(error?.kind, 'unexpected')
      assert.ok(numbers.length <= mostRows)
      return undefined
    })

    it('that never ends and counts without end is given up', async (t) => {
      const { error } = await readHostileList(t, id, { rows: fresh(20_000), total: 1e15 })
      if (id !== 'contiguity') assert.equal(error?.kind, 'unexpected')
    })

    it('that repeats the same page for ever is given up after a few', async (t) => {
      const { error, requests, numbers } = await readHostileList(t, id, { rows: same(100), total: 1_000_000 })
      if (id !== 'contiguity') assert.equal(error?.kind, 'unexpected')
      assert.equal(numbers.length, 100)
      assert.ok(requests.length < 100, `${requests.length} requests`)
    })

    it('that promises much and brings empty pages is given up after a few', async (t) => {
      const { error, requests } = await readHostileList(t, id, { rows: () => [], total: 1_000_000 })
      if (id !== 'contiguity') assert.equal(error?.kind, 'unexpected')
      assert.ok(requests.length < 100, `${requests.length} requests`)
    })

    it('with more rows than anybody has on one page is refused', async (t) => {
      const { error, numbers } = await readHostileList(t, id, {
        rows: () => Array.from({ length: mostRows + 1 }, () => 1),
      })
      assert.equal(error?.kind, 'unexpected')
      assert.deepEqual(numbers, [])
    })

    it('that links its next page to another origin is not followed there', async (t) => {
      const other = await startLocalServer(t, (_request, response) => response.end('{}'))
      const link = `${other.origin}/v1/next?page=2`
      const { requests } = await readHostileList(t, id, { rows: same(3), total: 50, link })
      assert.equal(other.requests.length, 0)
      assert.ok(requests.every(({ url }) => url.startsWith('/') && !url.startsWith('//')))
    })
  })
}

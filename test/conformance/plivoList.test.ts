import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createPlivoDriver } from '../../src/providers/plivo/plivoDriver.ts'
import { collectOwned, failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function account(t: TestContext, owned?: number) {
  const sandbox = await startSandbox(t, owned === undefined ? {} : { owned: { plivo: owned } })
  return { sandbox, driver: sandboxDriver(t, sandbox, 'plivo', createPlivoDriver) }
}

function row(digits: string) {
  return { number: digits, sms_enabled: true }
}

function page(rows: readonly unknown[], total?: number) {
  return { api_id: 'a', meta: total === undefined ? {} : { total_count: total }, objects: rows }
}

function rows(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => row(`1775555${String(from + index).padStart(4, '0')}`))
}

describe('the list of a Plivo account', () => {
  for (const [owned, requests] of [
    [0, 1],
    [1, 1],
    [20, 1],
    [21, 2],
    [1_000, 50],
  ] as const) {
    it(`is complete with ${owned} numbers in ${requests} requests of at most 20 rows`, async (t) => {
      const { sandbox, driver } = await account(t, owned)
      const list = await collectOwned(driver)
      assert.equal(list.error, undefined)
      assert.equal(new Set(list.numbers.map(({ number }) => number)).size, owned)
      assert.equal(list.numbers.length, owned)
      const log = await sandbox.requests('plivo')
      assert.equal(log.length, requests)
      const limits = log.map(({ url }) => new URLSearchParams(url.split('?')[1]).get('limit'))
      assert.deepEqual(new Set(limits), new Set(['20']))
    })
  }

  it('asks for its pages in parallel, at most 16 at once', async (t) => {
    const { sandbox, driver } = await account(t, 1_000)
    await sandbox.latency(40)
    await collectOwned(driver)
    const spans = (await sandbox.requests('plivo')).map(({ startedMs, endedMs }) => [startedMs, endedMs ?? Infinity])
    const atOnce = spans.map(([start = 0]) => spans.filter(([from = 0, to = 0]) => from <= start && start < to).length)
    assert.ok(Math.max(...atOnce) > 4, `${Math.max(...atOnce)} at once`)
    assert.ok(Math.max(...atOnce) <= 16, `${Math.max(...atOnce)} at once`)
  })

  it('signs with Basic below the account and ends every path with a slash', async (t) => {
    const { sandbox, driver } = await account(t)
    await collectOwned(driver)
    const { authId } = sandbox.provider('plivo').credentials
    const [first] = await sandbox.requests('plivo')
    assert.equal(first?.facts.authScheme, 'Basic')
    assert.equal(first?.url, `/v1/Account/${authId}/Number/?limit=20&offset=0`)
  })

  it('says how many numbers are missing when pages overlap, after reading once more', async (t) => {
    const { sandbox, driver } = await account(t, 200)
    await sandbox.setSwitch('plivo', 'shuffleOrder', true)
    const list = await collectOwned(driver)
    const distinct = new Set(list.numbers.map(({ number }) => number)).size
    assert.equal(list.numbers.length, distinct)
    assert.equal((await sandbox.requests('plivo')).length, 20)
    if (distinct === 200) {
      assert.equal(list.error, undefined)
    } else {
      assert.equal(list.error?.kind, 'unexpected')
      assert.equal(list.error?.facts.detail, `${200 - distinct} of 200 numbers are missing from the list`)
    }
  })

  it('reads once more and is then complete when a row moved between two pages', async (t) => {
    const { sandbox, driver } = await account(t)
    const whole = rows(0, 21)
    await sandbox.fault(
      { provider: 'plivo', route: 'listOwned', kind: 'status', status: 200, body: page(whole.slice(0, 20), 21) },
      { provider: 'plivo', route: 'listOwned', kind: 'status', status: 200, body: page(whole.slice(19, 20), 21) },
      { provider: 'plivo', route: 'listOwned', kind: 'status', status: 200, body: page(whole.slice(0, 20), 21) },
      { provider: 'plivo', route: 'listOwned', kind: 'status', status: 200, body: page(whole.slice(20), 21) },
    )
    const list = await collectOwned(driver)
    assert.equal(list.error, undefined)
    assert.deepEqual(
      list.numbers.map(({ number }) => number),
      whole.map(({ number }) => `+${number}`),
    )
  })

  it('does not believe a list whose count changed while it was read', async (t) => {
    const { sandbox, driver } = await account(t)
    const answers = [page(rows(0, 20), 22), page(rows(20, 1), 21), page(rows(0, 20), 22), page(rows(20, 1), 21)]
    await sandbox.fault(
      ...answers.map((body) => ({ provider: 'plivo', route: 'listOwned', kind: 'status', status: 200, body }) as const),
    )
    const list = await collectOwned(driver)
    assert.equal(list.numbers.length, 21)
    assert.equal(list.error?.facts.detail, '1 of 22 numbers are missing from the list')
  })

  it('detects pages that repeat when there is no count', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.fault({
      provider: 'plivo',
      route: 'listOwned',
      kind: 'status',
      status: 200,
      body: page(rows(0, 20)),
      times: 0,
    })
    const list = await collectOwned(driver)
    assert.equal(list.numbers.length, 20)
    assert.equal(list.error?.facts.detail, 'the pages of the list repeat')
    assert.equal((await sandbox.requests('plivo')).length, 2)
  })

  it('reads on without a count until a page is not full', async (t) => {
    const { sandbox, driver } = await account(t)
    const answers = [page(rows(0, 20)), page(rows(20, 20)), page(rows(40, 3))]
    await sandbox.fault(
      ...answers.map((body) => ({ provider: 'plivo', route: 'listOwned', kind: 'status', status: 200, body }) as const),
    )
    const list = await collectOwned(driver)
    assert.equal(list.error, undefined)
    assert.equal(list.numbers.length, 43)
  })

  it('shows rows that cannot be read and keeps the others', async (t) => {
    const { sandbox, driver } = await account(t)
    const body = page([row('17755550123'), null, null, { number: 'ALPHA' }, row('17755550124')], 5)
    await sandbox.fault({ provider: 'plivo', route: 'listOwned', kind: 'status', status: 200, body })
    const list = await collectOwned(driver)
    assert.equal(list.error, undefined)
    assert.deepEqual(
      list.numbers.map(({ number }) => number),
      ['+17755550123', '+17755550124'],
    )
    assert.deepEqual(list.unreadable, [
      { reason: 'It has no number.' },
      { reason: 'It has no number.' },
      { reason: 'Its number is not a phone number.', hint: 'ALPHA' },
    ])
  })

  it('keeps what came when a later page fails', async (t) => {
    const { sandbox, driver } = await account(t, 60)
    await sandbox.fault({
      provider: 'plivo',
      route: 'listOwned',
      kind: 'status',
      status: 403,
      body: { error: 'not verified' },
      after: 2,
      times: 0,
    })
    const list = await collectOwned(driver)
    assert.ok(list.numbers.length >= 20)
    assert.equal(list.error?.kind, 'forbidden')
    assert.equal(list.error?.facts.sentence, 'not verified')
  })

  it('waits with jitter when no Retry-After came and is complete in the end', async (t) => {
    const { sandbox, driver } = await account(t, 60)
    await sandbox.fault({
      provider: 'plivo',
      route: 'listOwned',
      kind: 'status',
      status: 429,
      body: { error: 'too many requests' },
      after: 1,
      times: 2,
    })
    const list = await collectOwned(driver)
    assert.equal(list.error, undefined)
    assert.equal(list.numbers.length, 60)
    assert.equal((await sandbox.requests('plivo')).length, 5)
  })

  it('is unexpected when the answer is another server’s page', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.fault({ provider: 'plivo', route: 'listOwned', kind: 'nonJson', times: 0 })
    const error = await failureOf(driver.verifyCredentials(noCancel()))
    assert.equal(error.kind, 'unexpected')
    assert.equal((await collectOwned(driver)).error?.kind, 'unexpected')
  })
})

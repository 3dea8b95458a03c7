import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createTryvoxDriver } from '../../src/providers/tryvox/tryvoxDriver.ts'
import { e164 } from '../support/builders.ts'
import { collectOwned, failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function account(t: TestContext, switches: Readonly<Record<string, unknown>> = {}, owned?: number) {
  const sandbox = await startSandbox(t, owned === undefined ? {} : { owned: { tryvox: owned } })
  for (const [name, value] of Object.entries(switches)) await sandbox.setSwitch('tryvox', name, value)
  const driver = sandboxDriver(t, sandbox, 'tryvox', createTryvoxDriver)
  const urls = async (route: string) =>
    (await sandbox.requests('tryvox')).filter((request) => request.route === route).map(({ url }) => url)
  return { sandbox, driver, urls }
}

const free = e164('+12025550199')

describe('TryVox credentials', () => {
  it('are proved by one request for one row, signed with Bearer', async (t) => {
    const { sandbox, driver } = await account(t)
    await driver.verifyCredentials(noCancel())
    const log = await sandbox.requests('tryvox')
    assert.equal(log.length, 1)
    assert.ok(log[0]?.url.endsWith('/numbers?page=1&per_page=1'))
    assert.deepEqual([log[0]?.facts.authScheme, log[0]?.facts.contentType], ['Bearer', null])
  })

  it('may be pasted with spaces around them', async (t) => {
    const { sandbox } = await account(t)
    const given = Object.entries(sandbox.provider('tryvox').credentials).map(([key, value]) => [key, ` ${value}\n`])
    const credentials = Object.fromEntries(given)
    await sandboxDriver(t, sandbox, 'tryvox', createTryvoxDriver, { credentials }).verifyCredentials(noCancel())
  })

  it('are refused as auth for a wrong key and as forbidden for another account', async (t) => {
    const { sandbox } = await account(t)
    const good = sandbox.provider('tryvox').credentials
    for (const [wrong, kind] of [
      [{ ...good, apiKey: 'canary-wrong-key' }, 'auth'],
      [{ ...good, accountId: 'acc_canary' }, 'forbidden'],
      [{ ...good, apiKey: 'ключ' }, 'auth'],
      [{ ...good, accountId: '..' }, 'auth'],
    ] as const) {
      const driver = sandboxDriver(t, sandbox, 'tryvox', createTryvoxDriver, { credentials: wrong })
      const { facts, message } = await failureOf(driver.verifyCredentials(noCancel()))
      assert.deepEqual([facts.kind, facts.operation], [kind, 'verify'])
      assert.equal(message.includes('canary'), false)
    }
  })

  it('are not proved by a page of somebody else', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.fault({ provider: 'tryvox', route: 'listOwned', kind: 'nonJson' })
    assert.equal((await failureOf(driver.verifyCredentials(noCancel()))).kind, 'unexpected')
  })
})

describe('the list of TryVox numbers', () => {
  it('reads every page with 100 rows and no status', async (t) => {
    const { driver, urls } = await account(t, {}, 730)
    const { numbers, error } = await collectOwned(driver)
    assert.equal(error, undefined)
    assert.equal(new Set(numbers.map(({ number }) => number)).size, 730)
    const queries = (await urls('listOwned')).map((url) => url.split('?')[1])
    assert.deepEqual(
      queries.sort(),
      [1, 2, 3, 4, 5, 6, 7, 8].map((page) => `page=${page}&per_page=100`),
    )
    assert.ok(numbers.some(({ state }) => state.kind === 'suspended'))
  })

  it('reads every page in the shape of the voice lists, and without any count', async (t) => {
    for (const name of ['voicePaging', 'omitPagination']) {
      const { driver } = await account(t, { [name]: true }, 300)
      const { numbers, error } = await collectOwned(driver)
      assert.equal(error, undefined)
      assert.equal(numbers.length, 300)
    }
  })

  it('reads again and then says how many are missing when pages repeat', async (t) => {
    const { driver } = await account(t, { repeatFirstPage: true }, 730)
    const { numbers, error } = await collectOwned(driver)
    assert.equal(numbers.length, 100)
    assert.equal(error?.kind, 'unexpected')
    assert.equal(error?.facts.detail, '630 of 730 numbers are missing from the list')
  })

  it('says that pages repeat when nothing is counted', async (t) => {
    const { driver, urls } = await account(t, { repeatFirstPage: true, omitPagination: true }, 730)
    const { numbers, error } = await collectOwned(driver)
    assert.deepEqual([numbers.length, error?.kind], [100, 'unexpected'])
    assert.ok((error?.facts.detail ?? '').includes('repeat'))
    assert.equal((await urls('listOwned')).length, 2)
  })

  it('believes a short list of a server that knows neither counts nor pages', async (t) => {
    const { driver } = await account(t, { repeatFirstPage: true, omitPagination: true }, 60)
    const { numbers, error } = await collectOwned(driver)
    assert.deepEqual([numbers.length, error], [60, undefined])
  })

  it('reads once more when the count changed while it was read, although as many rows came', async (t) => {
    const { sandbox, driver, urls } = await account(t, {}, 150)
    const pagination = { total: 100, count: 0, per_page: 100, current_page: 2, total_pages: 1 }
    const body = { data: [], pagination }
    await sandbox.fault({ provider: 'tryvox', route: 'listOwned', kind: 'status', status: 200, body, after: 1 })
    const { numbers, error } = await collectOwned(driver)
    assert.equal(error, undefined)
    assert.equal(new Set(numbers.map(({ number }) => number)).size, 150)
    assert.equal(numbers.length, 150)
    assert.equal((await urls('listOwned')).length, 4)
  })

  it('keeps what came before a page that fails', async (t) => {
    const { sandbox, driver } = await account(t, {}, 730)
    await sandbox.fault({ provider: 'tryvox', route: 'listOwned', kind: 'status', status: 403, after: 1, times: 0 })
    const { numbers, error } = await collectOwned(driver)
    assert.deepEqual([numbers.length, error?.kind], [100, 'forbidden'])
  })

  it('has every state of the varied account', async (t) => {
    const { sandbox, driver } = await account(t)
    const { numbers } = await collectOwned(driver)
    const world = await sandbox.world<{ owned: readonly unknown[] }>('tryvox')
    assert.equal(numbers.length, world.owned.length)
    const kinds = new Set(numbers.map(({ state }) => state.kind))
    assert.deepEqual([...kinds].sort(), ['active', 'other', 'pending', 'suspended'])
    assert.ok(numbers.some(({ routing }) => routing === 'trunk trunk_k3m9'))
    assert.ok(numbers.some(({ routing }) => routing === 'app app_r7t2'))
    assert.ok(numbers.some(({ type }) => type === 'shared_cost'))
  })

  it('is empty and complete for an empty account', async (t) => {
    const { driver } = await account(t, {}, 0)
    assert.deepEqual(await collectOwned(driver), { numbers: [], unreadable: [], pages: 1 })
  })
})

describe('one TryVox number', () => {
  it('asks the list before it says that a number is not owned', async (t) => {
    const { driver, urls } = await account(t)
    assert.equal(await driver.getOwned(free, noCancel()), undefined)
    assert.equal((await urls('getOwned')).length, 1)
    assert.equal((await urls('listOwned')).length, 1)
    assert.ok((await urls('getOwned'))[0]?.endsWith('/numbers/+12025550199'))
  })

  it('is found in the list when the call for one number does not exist', async (t) => {
    const { sandbox, driver } = await account(t)
    const [first] = (await collectOwned(driver)).numbers
    assert.ok(first)
    assert.deepEqual(await driver.getOwned(first.number, noCancel()), first)
    await sandbox.setSwitch('tryvox', 'getNumberMissing', true)
    assert.deepEqual(await driver.getOwned(first.number, noCancel()), first)
    await sandbox.fault({ provider: 'tryvox', route: 'getOwned', kind: 'nonJson' })
    assert.deepEqual(await driver.getOwned(first.number, noCancel()), first)
  })

  it('is read inside data too', async (t) => {
    const { driver, urls } = await account(t, { wrapSingle: true })
    const [first] = (await collectOwned(driver)).numbers
    assert.ok(first)
    assert.deepEqual(await driver.getOwned(first.number, noCancel()), first)
    assert.equal((await urls('listOwned')).length, 1)
  })

  it('is not called gone when the list cannot be read', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.fault({ provider: 'tryvox', route: 'listOwned', kind: 'nonJson', times: 0 })
    assert.equal((await failureOf(driver.getOwned(free, noCancel()))).kind, 'unexpected')
  })
})

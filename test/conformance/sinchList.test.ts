import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createSinchDriver } from '../../src/providers/sinch/sinchDriver.ts'
import { collectOwned, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function account(t: TestContext, owned: number, switches: Readonly<Record<string, unknown>> = {}) {
  const sandbox = await startSandbox(t, { owned: { sinch: owned } })
  for (const [name, value] of Object.entries(switches)) await sandbox.setSwitch('sinch', name, value)
  const driver = sandboxDriver(t, sandbox, 'sinch', createSinchDriver)
  const listRequests = async () => (await sandbox.requests('sinch')).filter(({ route }) => route === 'listOwned')
  return { sandbox, driver, listRequests }
}

describe('the list of Sinch numbers', () => {
  it('reads every number when the provider caps the page at 20', async (t) => {
    const { driver, listRequests } = await account(t, 250, { maxPageSize: 20 })
    const { numbers, error } = await collectOwned(driver)
    assert.equal(error, undefined)
    assert.equal(new Set(numbers.map(({ number }) => number)).size, 250)
    const urls = (await listRequests()).map(({ url }) => new URL(url, 'http://x').searchParams)
    assert.equal(urls.length, 13)
    assert.ok(urls.every((query) => query.get('orderBy') === 'phoneNumber' && query.get('pageSize') === '1000'))
  })

  it('asks for less when a large page is refused, down to what the provider likes', async (t) => {
    for (const [maxPageSize, sizes] of [
      [500, ['1000', '100', '100', '100']],
      [50, ['1000', '100', null, null, null, null, null, null, null, null, null, null, null, null, null]],
    ] as const) {
      const { driver, listRequests } = await account(t, 250, { maxPageSize, rejectLargePageSize: true })
      const { numbers, error } = await collectOwned(driver)
      assert.equal(error, undefined)
      assert.equal(numbers.length, 250)
      const asked = (await listRequests()).map(({ url }) => new URL(url, 'http://x').searchParams.get('pageSize'))
      assert.deepEqual(asked, sizes)
    }
  })

  it('has each number once when pages overlap', async (t) => {
    const { driver } = await account(t, 90, { maxPageSize: 20, duplicateRows: 4 })
    const { numbers, error } = await collectOwned(driver)
    assert.equal(error, undefined)
    assert.equal(numbers.length, 90)
    assert.equal(new Set(numbers.map(({ number }) => number)).size, 90)
  })

  it('goes on behind an empty page that has a token', async (t) => {
    const { driver } = await account(t, 90, { maxPageSize: 20, emptyPage: 2 })
    const { numbers, error } = await collectOwned(driver)
    assert.equal(error, undefined)
    assert.equal(numbers.length, 90)
  })

  it('reads again and then says how many are missing when fewer rows came than the provider counts', async (t) => {
    const { driver, listRequests } = await account(t, 90, { hiddenRows: 3 })
    const { numbers, error } = await collectOwned(driver)
    assert.equal(numbers.length, 87)
    assert.equal(error?.kind, 'unexpected')
    assert.equal(error?.facts.detail, '3 of 90 numbers are missing from the list')
    assert.equal((await listRequests()).length, 2)
  })

  it('stops at a token that leads back', async (t) => {
    const { driver, listRequests } = await account(t, 90, { maxPageSize: 20, loopingToken: true })
    const { numbers, error } = await collectOwned(driver)
    assert.ok(numbers.length >= 20)
    assert.equal(error?.kind, 'unexpected')
    assert.ok(error?.facts.detail?.includes('leads back'))
    assert.ok((await listRequests()).length <= 4)
  })

  it('starts again once when a page token dies', async (t) => {
    const { driver } = await account(t, 90, { maxPageSize: 20, pageTokenDies: 1 })
    const { numbers, error } = await collectOwned(driver)
    assert.equal(error, undefined)
    assert.equal(numbers.length, 90)
  })

  it('marks the list incomplete when a page token dies twice', async (t) => {
    const { driver, listRequests } = await account(t, 90, { maxPageSize: 20, pageTokenDies: 2 })
    const { numbers, error } = await collectOwned(driver)
    assert.equal(numbers.length, 20)
    assert.equal(error?.kind, 'unexpected')
    assert.ok(error?.facts.detail?.includes('broke off'))
    assert.equal((await listRequests()).length, 4)
  })

  it('keeps what came before a page that fails', async (t) => {
    const { sandbox, driver } = await account(t, 90, { maxPageSize: 20 })
    await sandbox.fault({ provider: 'sinch', route: 'listOwned', kind: 'status', status: 403, after: 2 })
    const { numbers, error } = await collectOwned(driver)
    assert.equal(numbers.length, 40)
    assert.equal(error?.kind, 'auth')
  })

  it('shows unreadable rows and the rest', async (t) => {
    const { sandbox, driver } = await account(t, 12)
    const [first, second] = (await collectOwned(driver)).numbers
    assert.ok(first && second)
    await sandbox.act('sinch', { edit: first.number, set: { phoneNumber: 'n/a', type: 'ODD' } })
    await sandbox.act('sinch', { edit: second.number, set: { capability: null, money: 7, extra: { a: 1 } } })
    const { numbers, unreadable, error } = await collectOwned(driver)
    assert.equal(error, undefined)
    assert.equal(numbers.length, 11)
    assert.deepEqual(unreadable, [{ reason: 'its number is not in international form', hint: 'n/a' }])
  })

  it('is the same when nulls are left out', async (t) => {
    const { sandbox, driver } = await account(t, 40)
    const before = await collectOwned(driver)
    await sandbox.setSwitch('sinch', 'omitNulls', true)
    assert.deepEqual(await collectOwned(driver), before)
  })

  it('is empty and complete for an empty project', async (t) => {
    const { driver } = await account(t, 0)
    assert.deepEqual(await collectOwned(driver), { numbers: [], unreadable: [], pages: 1 })
  })

  it('is not empty when the answer has no list at all', async (t) => {
    const { sandbox, driver } = await account(t, 5)
    await sandbox.fault({ provider: 'sinch', route: 'listOwned', kind: 'status', status: 200, body: {} })
    const { numbers, error } = await collectOwned(driver)
    assert.deepEqual([numbers.length, error?.kind], [0, 'unexpected'])
  })

  it('has every state of the varied account', async (t) => {
    const sandbox = await startSandbox(t)
    const { numbers, error } = await collectOwned(sandboxDriver(t, sandbox, 'sinch', createSinchDriver))
    assert.equal(error, undefined)
    assert.equal(numbers.length, 12)
    assert.deepEqual([...new Set(numbers.map(({ state }) => state.kind))].sort(), ['active', 'releasing'])
    assert.ok(numbers.some(({ routing }) => routing === undefined))
    assert.ok(numbers.some(({ routing }) => routing?.startsWith('SMS plan plan_us_1, app app-support-desk')))
    assert.ok(numbers.some(({ price }) => price.kind === 'unknown'))
  })
})

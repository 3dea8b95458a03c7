import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { OfferQuery } from '../../src/core/offer.ts'
import { createTryvoxDriver } from '../../src/providers/tryvox/tryvoxDriver.ts'
import { buildOffer } from '../support/builders.ts'
import { failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function account(t: TestContext, switches: Readonly<Record<string, unknown>> = {}) {
  const sandbox = await startSandbox(t)
  for (const [name, value] of Object.entries(switches)) await sandbox.setSwitch('tryvox', name, value)
  const driver = sandboxDriver(t, sandbox, 'tryvox', createTryvoxDriver)
  const search = (query: Partial<OfferQuery> = {}) =>
    driver.searchOffers({ country: 'US', capabilities: [], ...query }, noCancel())
  const searched = async () =>
    (await sandbox.requests('tryvox')).filter(({ route }) => route === 'search').map(({ url }) => url.split('?')[1])
  /** The inventory answers these rows once. */
  const offered = (rows: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) =>
    sandbox.fault({ provider: 'tryvox', route: 'search', kind: 'status', status: 200, body: { data: rows, ...more } })
  return { sandbox, driver, search, searched, offered }
}

describe('a search at TryVox', () => {
  it('asks for the country alone and filters the rest here', async (t) => {
    const { search, searched } = await account(t)
    const mobile = await search({ country: 'GB', type: 'mobile' })
    assert.ok(mobile.offers.length > 0)
    assert.ok(mobile.offers.every(({ type }) => type === 'mobile'))
    const local = await search({ type: 'local', capabilities: ['voice', 'sms'] })
    assert.ok((await searched()).every((query) => /^country=(US|GB)&page=[1-5]&per_page=100$/.test(query ?? '')))
    assert.ok(local.offers.length > 0)
    for (const offer of local.offers) {
      assert.equal(offer.type, 'local')
      assert.ok(offer.capabilities.includes('voice') && offer.capabilities.includes('sms'))
    }
  })

  it('filters digits of the national number', async (t) => {
    const { search } = await account(t)
    const [first] = (await search()).offers
    const start = first?.number.slice(2, 5) ?? ''
    const starting = (await search({ digits: { position: 'start', digits: start } })).offers
    assert.ok(starting.length > 0)
    assert.ok(starting.every(({ number }) => number.startsWith(`+1${start}`)))
    const ending = (await search({ digits: { position: 'end', digits: '7' } })).offers
    assert.ok(ending.length > 0)
    assert.ok(ending.every(({ number }) => number.endsWith('7')))
  })

  it('says that search is not available when the inferred path answers 404', async (t) => {
    const { sandbox, search } = await account(t, { inventoryMissing: true })
    const { facts } = await failureOf(search())
    assert.deepEqual([facts.kind, facts.operation, facts.status], ['unsupported', 'search', 404])
    assert.ok(facts.fields?.[0]?.problem.includes('can be rented by typing it'))
    await sandbox.setSwitch('tryvox', 'inventoryMissing', false)
    for (const fault of [
      { status: 405 },
      { status: 200, body: { message: 'welcome' } },
      { status: 200, body: { data: {} } },
    ]) {
      await sandbox.fault({ provider: 'tryvox', route: 'search', kind: 'status', ...fault })
      assert.equal((await failureOf(search())).kind, 'unsupported')
    }
  })

  it('does not call the search missing when another server or a refusal answered', async (t) => {
    const { sandbox, search } = await account(t)
    await sandbox.fault({ provider: 'tryvox', route: 'search', kind: 'nonJson' })
    assert.equal((await failureOf(search())).kind, 'unexpected')
    await sandbox.fault({ provider: 'tryvox', route: 'search', kind: 'status', status: 401 })
    assert.equal((await failureOf(search())).kind, 'auth')
  })

  it('understands items instead of data', async (t) => {
    const { sandbox, search } = await account(t)
    const before = await search()
    await sandbox.setSwitch('tryvox', 'inventoryItems', true)
    assert.deepEqual(await search(), before)
  })

  it('calls prices unknown when they are missing', async (t) => {
    const { search } = await account(t, { offersWithoutPrices: true })
    const { offers } = await search()
    assert.ok(offers.length > 0)
    assert.ok(offers.every(({ price, setup }) => price.kind === 'unknown' && setup.kind === 'unknown'))
  })

  it('finds nothing where nothing is offered', async (t) => {
    const { search } = await account(t)
    assert.deepEqual(await search({ country: 'AQ' }), { offers: [], more: false, unreadable: 0 })
  })

  it('keeps offers without a type, drops other countries, and counts unreadable rows', async (t) => {
    const { search, offered } = await account(t)
    const pagination = { total: 5, count: 5, per_page: 100, current_page: 1, total_pages: 1 }
    const rows = [
      { e164: '+12025550101' },
      { e164: '+12025550102', type: 'mobile' },
      { e164: '+442079460101', country: 'GB', type: 'local' },
      { e164: 'n/a' },
      null,
    ]
    await offered(rows, { pagination })
    const { offers, unreadable, more } = await search({ type: 'local' })
    assert.deepEqual([offers.map(({ number }) => number), unreadable, more], [['+12025550101'], 2, false])
  })

  it('reads at most five pages and then says that there is more', async (t) => {
    const { search, searched } = await account(t)
    const { more } = await search({ digits: { position: 'end', digits: '123456789' } })
    const pages = (await searched()).length
    assert.ok(pages >= 1 && pages <= 5)
    assert.equal(more, pages === 5)
  })
})

describe('a quote at TryVox', () => {
  it('is looked up among the offers of the country', async (t) => {
    const { sandbox, driver, search } = await account(t)
    const [offer] = (await search()).offers
    assert.ok(offer)
    assert.deepEqual(await driver.quote(offer, noCancel()), { kind: 'offered', offer })
    await sandbox.act('tryvox', { reprice: { [offer.number]: '9.00' } })
    const quote = await driver.quote(offer, noCancel())
    assert.deepEqual(quote.kind === 'offered' && quote.offer.price, {
      kind: 'recurring',
      money: { amount: '9', currency: 'USD' },
      months: 1,
    })
  })

  it('says that an offer is gone only after all offers were looked through', async (t) => {
    const { sandbox, driver, offered } = await account(t)
    const wanted = buildOffer('+442079460101', { country: 'GB' })
    await offered([{ e164: '+442079460102' }], { pagination: { total: 1, total_pages: 1 } })
    assert.deepEqual(await driver.quote(wanted, noCancel()), { kind: 'gone' })
    let nth = 0
    for (const page of [1, 2, 3, 4, 5]) {
      const rows = [{ e164: `+4420794602${String(nth++).padStart(2, '0')}` }]
      await offered(rows, { pagination: { total: 900, current_page: page, total_pages: 9 } })
    }
    assert.equal((await driver.quote(wanted, noCancel())).kind, 'unconfirmed')
    assert.equal((await sandbox.counters('tryvox')).routes['search'], 6)
  })

  it('is unconfirmed when there is no search, and fails when the credentials do', async (t) => {
    const { sandbox, driver } = await account(t, { inventoryMissing: true })
    assert.equal((await driver.quote(buildOffer(), noCancel())).kind, 'unconfirmed')
    await sandbox.fault({ provider: 'tryvox', route: 'search', kind: 'status', status: 401 })
    assert.equal((await failureOf(driver.quote(buildOffer(), noCancel()))).kind, 'auth')
  })
})

import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { OfferQuery } from '../../src/core/offer.ts'
import { createSinchDriver } from '../../src/providers/sinch/sinchDriver.ts'
import { buildOffer, e164 } from '../support/builders.ts'
import { failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function account(t: TestContext, switches: Readonly<Record<string, unknown>> = {}) {
  const sandbox = await startSandbox(t)
  for (const [name, value] of Object.entries(switches)) await sandbox.setSwitch('sinch', name, value)
  const driver = sandboxDriver(t, sandbox, 'sinch', createSinchDriver)
  const search = (query: Partial<OfferQuery> & Pick<OfferQuery, 'country'>) =>
    driver.searchOffers({ capabilities: [], ...query }, noCancel())
  const searched = async () =>
    (await sandbox.requests('sinch'))
      .filter(({ route }) => route === 'search')
      .map(({ url }) => url.split('?')[1] ?? '')
  return { sandbox, driver, search, searched }
}

const us = { country: 'US', type: 'local' } as const

describe('a search at Sinch', () => {
  it('asks for region, type and capabilities by their wire names', async (t) => {
    const { search, searched } = await account(t)
    const { offers, more, unreadable } = await search({ ...us, capabilities: ['sms', 'voice'] })
    assert.deepEqual(await searched(), ['regionCode=US&type=LOCAL&capabilities=SMS&capabilities=VOICE&size=100'])
    assert.deepEqual([offers.length, more, unreadable], [100, true, 0])
    assert.ok(offers.every(({ capabilities }) => capabilities.includes('sms') && capabilities.includes('voice')))
  })

  it('searches all types side by side when none is asked for', async (t) => {
    const { search, searched } = await account(t)
    const { offers } = await search({ country: 'DE' })
    assert.deepEqual((await searched()).sort(), [
      'regionCode=DE&type=LOCAL&size=50',
      'regionCode=DE&type=MOBILE&size=50',
      'regionCode=DE&type=TOLL_FREE&size=50',
    ])
    assert.deepEqual([...new Set(offers.map(({ type }) => type))].sort(), ['local', 'mobile', 'tollFree'])
  })

  it('writes the digits of a start as a whole number with %2B', async (t) => {
    const { sandbox, search, searched } = await account(t)
    const all = (await search(us)).offers
    const start = all[0]?.number.slice(2, 5) ?? ''
    const { offers } = await search({ ...us, digits: { position: 'start', digits: start } })
    assert.ok(
      (await searched()).at(-1)?.includes(`numberPattern.pattern=%2B1${start}&numberPattern.searchPattern=START`),
    )
    assert.ok(offers.length > 0)
    assert.ok(offers.every(({ number }) => number.startsWith(`+1${start}`)))
    const world = await sandbox.world<{ observed: Record<string, number> }>('sinch')
    assert.equal(world.observed['rawPlusInPattern'], 0)
  })

  it('finds digits in the national number only', async (t) => {
    const { search, searched } = await account(t)
    const { offers } = await search({ country: 'GB', type: 'local', digits: { position: 'contains', digits: '44' } })
    assert.ok((await searched())[0]?.includes('numberPattern.pattern=44&numberPattern.searchPattern=CONTAINS'))
    assert.ok(offers.every(({ number }) => number.slice(3).includes('44')))
    const end = await search({ ...us, digits: { position: 'end', digits: '5' } })
    assert.ok(end.offers.length > 0)
    assert.ok(end.offers.every(({ number }) => number.endsWith('5')))
  })

  it('says that nothing is offered where nothing is', async (t) => {
    const { search, searched } = await account(t)
    assert.deepEqual(await search({ country: 'IS' }), { offers: [], more: false, unreadable: 0 })
    assert.deepEqual(await search({ ...us, capabilities: ['fax'] }), { offers: [], more: true, unreadable: 0 })
    const before = (await searched()).length
    assert.deepEqual(await search({ country: 'US', type: 'national' }), { offers: [], more: false, unreadable: 0 })
    assert.equal((await searched()).length, before)
  })

  it('marks what cannot be rented directly, with a reason', async (t) => {
    const { search } = await account(t)
    assert.ok((await search(us)).offers.every(({ rentable }) => rentable.kind === 'direct'))
    for (const query of [{ country: 'US', type: 'tollFree' }, { country: 'DE' }] as const) {
      const { offers } = await search(query)
      assert.ok(offers.length > 0)
      assert.ok(offers.every(({ rentable }) => rentable.kind === 'notHere' && rentable.reason !== ''))
    }
  })

  it('lets Sinch decide how many when the size is refused', async (t) => {
    const { sandbox, search, searched } = await account(t)
    const details = [{ type: 'BadRequest', fieldViolations: [{ field: 'size', description: 'too large' }] }]
    const body = { error: { code: 400, message: '', status: 'INVALID_ARGUMENT', details } }
    await sandbox.fault({ provider: 'sinch', route: 'search', kind: 'status', status: 400, body })
    const { offers, more } = await search(us)
    assert.deepEqual([offers.length, more], [20, true])
    assert.deepEqual((await searched())[1], 'regionCode=US&type=LOCAL')
  })

  it('goes on without a type that is refused for the region, and fails when all are', async (t) => {
    const { sandbox, search } = await account(t)
    const fault = { provider: 'sinch', route: 'search', kind: 'status', status: 400, body: { error: 'no such type' } }
    await sandbox.fault({ ...fault, kind: 'status' })
    assert.ok((await search({ country: 'DE' })).offers.length > 0)
    await sandbox.fault({ ...fault, kind: 'status', times: 3 })
    assert.equal((await failureOf(search({ country: 'DE' }))).kind, 'invalid')
    await sandbox.fault({ ...fault, kind: 'status', status: 403, body: { error: { message: 'not for you' } } })
    assert.equal((await failureOf(search({ country: 'DE' }))).kind, 'forbidden')
  })

  it('counts offers that cannot be read', async (t) => {
    const { sandbox, search } = await account(t)
    const rows = [{ phoneNumber: '+13125550177', type: 'LOCAL', regionCode: 'US' }, { phoneNumber: 'n/a' }, null]
    await sandbox.fault({
      provider: 'sinch',
      route: 'search',
      kind: 'status',
      status: 200,
      body: { availableNumbers: rows },
    })
    const { offers, unreadable, more } = await search(us)
    assert.deepEqual([offers.map(({ number }) => number), unreadable, more], [['+13125550177'], 2, false])
  })
})

describe('a quote at Sinch', () => {
  it('is the offer with today’s price', async (t) => {
    const { sandbox, driver, search } = await account(t)
    const [offer] = (await search(us)).offers
    assert.ok(offer)
    assert.deepEqual(await driver.quote(offer, noCancel()), { kind: 'offered', offer })
    await sandbox.act('sinch', { reprice: offer.number, monthlyPrice: '9.99' })
    const quote = await driver.quote(offer, noCancel())
    assert.deepEqual(quote.kind === 'offered' && quote.offer.price, {
      kind: 'recurring',
      money: { amount: '9.99', currency: 'USD' },
      months: 1,
    })
  })

  it('says that a taken offer is gone', async (t) => {
    const { sandbox, driver, search } = await account(t)
    const [offer] = (await search(us)).offers
    assert.ok(offer)
    await sandbox.act('sinch', { take: offer.number })
    assert.deepEqual(await driver.quote(offer, noCancel()), { kind: 'gone' })
  })

  it('is unconfirmed when Sinch cannot say it now, or talks about something else', async (t) => {
    const { sandbox, driver, search } = await account(t)
    const [offer, other] = (await search(us)).offers
    assert.ok(offer && other)
    const faults = [
      { kind: 'nonJson' },
      { kind: 'nonJson', status: 404 },
      { kind: 'status', status: 400, body: '' },
      { kind: 'status', status: 200, body: { phoneNumber: other.number } },
    ] as const
    for (const fault of faults) {
      await sandbox.fault({ provider: 'sinch', route: 'quote', ...fault })
      assert.equal((await driver.quote(offer, noCancel())).kind, 'unconfirmed')
    }
  })

  it('fails when the credentials do', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.fault({ provider: 'sinch', route: 'quote', kind: 'status', status: 401 })
    assert.equal((await failureOf(driver.quote(buildOffer(), noCancel()))).kind, 'auth')
  })

  it('tells a typed number outside the direct rent by its region', async (t) => {
    const { driver, search } = await account(t)
    const [german] = (await search({ country: 'DE', type: 'mobile' })).offers
    assert.ok(german)
    const typed = buildOffer(e164(german.number), { price: { kind: 'unknown' }, setup: { kind: 'unknown' } })
    const quote = await driver.quote(typed, noCancel())
    assert.deepEqual([quote.kind, quote.kind === 'offered' && quote.offer.rentable.kind], ['offered', 'notHere'])
  })
})

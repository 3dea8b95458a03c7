import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createPlivoDriver } from '../../src/providers/plivo/plivoDriver.ts'
import { buildOffer } from '../support/builders.ts'
import { failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox, type TestSandbox } from '../support/startSandbox.ts'

async function account(t: TestContext) {
  const sandbox = await startSandbox(t)
  return { sandbox, driver: sandboxDriver(t, sandbox, 'plivo', createPlivoDriver) }
}

async function queries(sandbox: TestSandbox) {
  return (await sandbox.requests('plivo'))
    .filter(({ route }) => route === 'search')
    .map(({ url }) => new URLSearchParams(url.split('?')[1]))
}

describe('a search at Plivo', () => {
  it('reads at most five pages and says that there is more', async (t) => {
    const { sandbox, driver } = await account(t)
    const list = await driver.searchOffers({ country: 'US', capabilities: [] }, noCancel())
    assert.equal(list.offers.length, 100)
    assert.equal(list.more, true)
    assert.equal((await queries(sandbox)).length, 5)
  })

  it('finds every kind of number by the word that the filter uses', async (t) => {
    const { driver } = await account(t)
    for (const type of ['local', 'tollFree'] as const) {
      const { offers } = await driver.searchOffers({ country: 'US', type, capabilities: [] }, noCancel())
      assert.ok(offers.length > 0)
      assert.ok(offers.every((offer) => offer.type === type))
    }
  })

  it('drops rows of another kind than was asked for', async (t) => {
    const { sandbox, driver } = await account(t)
    const objects = [
      { number: '17755550123', sub_type: 'local' },
      { number: '18005550123', sub_type: 'tollfree' },
      { number: '17755550124', type: 'fixed' },
    ]
    const body = { meta: { total_count: 3 }, objects }
    await sandbox.fault({ provider: 'plivo', route: 'search', kind: 'status', status: 200, body })
    const { offers } = await driver.searchOffers({ country: 'US', type: 'local', capabilities: [] }, noCancel())
    assert.deepEqual(
      offers.map(({ number, type }) => [number, type]),
      [
        ['+17755550123', 'local'],
        ['+17755550124', 'local'],
      ],
    )
  })

  it('asks Plivo for digits from the start and filters the end and the middle itself', async (t) => {
    const { sandbox, driver } = await account(t)
    const search = (position: 'start' | 'contains' | 'end', digits: string) =>
      driver.searchOffers({ country: 'US', capabilities: [], digits: { position, digits } }, noCancel())
    const start = await search('start', '415')
    assert.ok(start.offers.length > 0 && start.offers.every(({ number }) => number.startsWith('+1415')))
    const all = await driver.searchOffers({ country: 'US', capabilities: [] }, noCancel())
    const ending = all.offers.at(-1)?.number.slice(-4) ?? ''
    const end = await search('end', ending)
    assert.ok(end.offers.length > 0 && end.offers.every(({ number }) => number.endsWith(ending)))
    const middle = await search('contains', '55501')
    assert.ok(middle.offers.length > 0 && middle.offers.every(({ number }) => number.slice(2).includes('55501')))
    const patterns = (await queries(sandbox)).map((query) => query.get('pattern'))
    assert.deepEqual([...new Set(patterns)], ['415', null])
  })

  it('sends only the sets of services that Plivo knows and filters the rest itself', async (t) => {
    const { sandbox, driver } = await account(t)
    for (const capabilities of [['mms', 'voice'], ['sms', 'mms'], ['sms', 'voice'], ['sms', 'mms', 'voice'], ['fax']]) {
      const { offers } = await driver.searchOffers({ country: 'US', capabilities }, noCancel())
      assert.ok(offers.every((offer) => capabilities.every((one) => offer.capabilities.includes(one))))
      assert.equal(offers.length > 0, !capabilities.includes('fax'))
    }
    const services = (await queries(sandbox)).map((query) => query.get('services'))
    assert.deepEqual([...new Set(services)], ['mms', 'voice,sms', 'voice,sms,mms', null])
  })

  it('finds nothing where Plivo has no stock', async (t) => {
    const { driver } = await account(t)
    const digits = { position: 'start', digits: '0000000' } as const
    assert.deepEqual(await driver.searchOffers({ country: 'US', capabilities: [], digits }, noCancel()), {
      offers: [],
      more: false,
      unreadable: 0,
    })
  })

  it('lists a number once while results drift, and counts rows that it cannot read', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.setSwitch('plivo', 'driftingSearch', true)
    const { offers } = await driver.searchOffers({ country: 'US', capabilities: [] }, noCancel())
    assert.equal(new Set(offers.map(({ number }) => number)).size, offers.length)
    const body = { meta: { total_count: 3 }, objects: [{ number: '17755550123' }, 'row', { number: 'ALPHA' }] }
    await sandbox.fault({ provider: 'plivo', route: 'search', kind: 'status', status: 200, body })
    const odd = await driver.searchOffers({ country: 'US', capabilities: [] }, noCancel())
    assert.equal(odd.offers.length, 1)
    assert.equal(odd.unreadable, 2)
  })
})

describe('a quote at Plivo', () => {
  async function anOffer(driver: Awaited<ReturnType<typeof account>>['driver']) {
    const { offers } = await driver.searchOffers({ country: 'US', type: 'local', capabilities: [] }, noCancel())
    const [offer] = offers
    assert.ok(offer)
    return offer
  }

  it('asks with the exact national digits and tells today’s price', async (t) => {
    const { sandbox, driver } = await account(t)
    const offer = await anOffer(driver)
    await sandbox.act('plivo', { reprice: { [offer.number]: '9.00' } })
    const quote = await driver.quote(offer, noCancel())
    assert.equal(quote.kind, 'offered')
    assert.deepEqual(quote.kind === 'offered' && quote.offer.price, {
      kind: 'recurring',
      money: { amount: '9.00000', currency: 'USD' },
      months: 1,
    })
    assert.equal((await queries(sandbox)).at(-1)?.get('pattern'), offer.number.slice(2))
  })

  it('does not rent when the exact number is no longer offered', async (t) => {
    const { sandbox, driver } = await account(t)
    const offer = await anOffer(driver)
    await sandbox.act('plivo', { take: offer.number })
    assert.deepEqual(await driver.quote(offer, noCancel()), { kind: 'gone' })
    assert.deepEqual((await sandbox.counters('plivo')).money, { rent: 0, release: 0 })
  })

  it('does not take a longer number with the same first digits for the one that was asked', async (t) => {
    const { sandbox, driver } = await account(t)
    const body = { meta: { total_count: 1 }, objects: [{ number: '493023125099', sub_type: 'local' }] }
    await sandbox.fault({ provider: 'plivo', route: 'search', kind: 'status', status: 200, body })
    const offer = buildOffer('+49302312509', { country: 'DE' })
    assert.deepEqual(await driver.quote(offer, noCancel()), { kind: 'gone' })
  })

  it('leaves the price unconfirmed when Plivo cannot be asked now', async (t) => {
    const { sandbox, driver } = await account(t)
    const offer = await anOffer(driver)
    const body = { error: 'Try later' }
    await sandbox.fault({ provider: 'plivo', route: 'search', kind: 'status', status: 400, body })
    assert.deepEqual(await driver.quote(offer, noCancel()), { kind: 'unconfirmed', reason: 'Try later' })
    const nowhere = buildOffer('+88810000001')
    const { country: _country, ...without } = nowhere
    assert.equal((await driver.quote(without, noCancel())).kind, 'unconfirmed')
  })

  it('fails when the credentials are refused, for renting would fail too', async (t) => {
    const { sandbox } = await account(t)
    const credentials = { ...sandbox.provider('plivo').credentials, authToken: 'wrong' }
    const stranger = sandboxDriver(t, sandbox, 'plivo', createPlivoDriver, { credentials })
    assert.equal((await failureOf(stranger.quote(buildOffer(), noCancel()))).kind, 'auth')
  })
})

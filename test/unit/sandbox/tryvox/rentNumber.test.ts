import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { errorOf, type List, numbersOf, offerIn, type Row, tryvoxSandbox } from './tryvoxSandbox.ts'

const RENT = '/numbers/purchase-from-inventory'

describe('the pretended inventory', () => {
  it('offers at least forty numbers of a popular country with prices, and none of Iceland', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const { data, pagination } = await tryvox.ok<List>('GET', '/inventory/numbers?country=GB&per_page=100')
    assert.ok(data.length >= 40)
    assert.equal(new Set(numbersOf({ data, pagination })).size, data.length)
    assert.ok(pagination.total >= data.length)
    for (const { country, monthly_fee, currency } of data) {
      assert.deepEqual([country, currency], ['GB', 'USD'])
      assert.ok(Number(monthly_fee) > 0)
    }
    assert.equal((await tryvox.ok<List>('GET', '/inventory/numbers?country=IS')).pagination.total, 0)
  })

  it('offers every country at once when none was asked for', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const all = await tryvox.ok<List>('GET', '/inventory/numbers')
    const american = await tryvox.ok<List>('GET', '/inventory/numbers?country=us')
    assert.ok(all.pagination.total > american.pagination.total * 2)
  })

  it('never offers what the account owns or somebody else took', async (t) => {
    const tryvox = await tryvoxSandbox(t, { owned: { tryvox: 1_000 } })
    const owned = new Set((await tryvox.world()).owned.map(({ number }) => number))
    assert.equal(owned.size, 1_000)
    const { e164 } = await offerIn(tryvox, 'US')
    await tryvox.act({ take: e164 })
    const offers = numbersOf(await tryvox.ok<List>('GET', '/inventory/numbers?country=US&per_page=100'))
    assert.equal(offers.length, 100)
    assert.ok(!offers.includes(e164))
    assert.deepEqual(
      offers.filter((offer) => owned.has(offer)),
      [],
    )
  })

  it('is missing, differently shaped or without prices by switch', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    await tryvox.setSwitch('offersWithoutPrices', true)
    const [offer] = (await tryvox.ok<List>('GET', '/inventory/numbers?country=US')).data
    assert.deepEqual(Object.keys(offer ?? {}), ['e164', 'country', 'type', 'region', 'capabilities'])
    await tryvox.setSwitch('inventoryItems', true)
    const items = await tryvox.ok<Row>('GET', '/inventory/numbers?country=US&page=2')
    assert.deepEqual(Object.keys(items), ['items', 'page', 'per_page', 'total'])
    assert.deepEqual([items['page'], items['per_page']], [2, 20])
    await tryvox.setSwitch('inventoryMissing', true)
    assert.equal((await tryvox.send('GET', '/inventory/numbers?country=US')).status, 404)
  })
})

describe('the pretended TryVox rent', () => {
  it('answers the bare number, routed nowhere, and takes setup and the rest of the month', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const offer = await offerIn(tryvox, 'GB')
    const answer = await tryvox.send('POST', RENT, { body: offer })
    assert.equal(answer.status, 200)
    const { e164, status, trunk_id, application_id, created_at } = JSON.parse(answer.text)
    assert.deepEqual(
      [e164, status, trunk_id, application_id, created_at],
      [offer.e164, 'active', null, null, '2026-11-03T10:00:00Z'],
    )
    // 1.00 for the setup and 28 of November's 30 days of 1.50.
    assert.equal((await tryvox.world()).balance, '97.60')
    assert.equal((await tryvox.list()).pagination.total, 11)
    assert.equal((await tryvox.sandbox.counters('tryvox')).money['rent'], 1)
  })

  it('names every field that is missing, malformed or in disagreement', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const { e164 } = await offerIn(tryvox, 'US')
    const bad: readonly [Row, readonly string[]][] = [
      [{}, ['e164', 'country']],
      [{ e164 }, ['country']],
      [{ country: 'US' }, ['e164']],
      [{ e164: e164.slice(1), country: 'us' }, ['e164', 'country']],
      [{ e164, country: 'GB' }, ['country']],
      [{ e164, country: 'CA' }, ['country']],
    ]
    for (const [body, fields] of bad) {
      const answer = await tryvox.send('POST', RENT, { body })
      assert.deepEqual([answer.status, errorOf(answer)], [400, { code: 'VALIDATION_FAILED', fields }])
    }
    assert.equal((await tryvox.send('POST', RENT, { body: ['x'] })).status, 400)
    assert.equal((await tryvox.world()).balance, '100.00')
  })

  it('answers 404 for an unknown, a taken and an owned number', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const taken = await offerIn(tryvox, 'US')
    await tryvox.act({ take: taken.e164 })
    const owned = { e164: (await tryvox.world()).owned[0]?.number, country: 'US' }
    for (const body of [taken, owned, { e164: '+12125559999', country: 'US' }]) {
      const answer = await tryvox.send('POST', RENT, { body })
      assert.deepEqual([answer.status, errorOf(answer).code], [404, 'NOT_FOUND'])
    }
  })

  it('rents a number once, however often it is asked', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const body = await offerIn(tryvox, 'US')
    const answers = await Promise.all([1, 2].map(() => tryvox.send('POST', RENT, { body })))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 404])
    assert.equal((await tryvox.list()).pagination.total, 11)
  })

  it('answers 402 without enough money and rents with exactly enough', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const body = await offerIn(tryvox, 'US')
    await tryvox.act({ balance: '1.16' })
    assert.equal((await tryvox.send('POST', RENT, { body })).status, 402)
    await tryvox.act({ balance: '1.17' })
    assert.equal((await tryvox.send('POST', RENT, { body })).status, 200)
    assert.equal((await tryvox.world()).balance, '0.00')
  })

  it('answers 201, and leaves the number pending until the clock moved on, by switch', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    await tryvox.setSwitch('rentCreated', true)
    await tryvox.setSwitch('rentPending', true)
    const body = await offerIn(tryvox, 'US')
    const answer = await tryvox.send('POST', RENT, { body })
    assert.deepEqual([answer.status, JSON.parse(answer.text).status], [201, 'pending'])
    assert.equal((await tryvox.owned(body.e164)).status, 'pending')
    await tryvox.sandbox.advance(30_000)
    assert.equal((await tryvox.ok('GET', `/numbers/${body.e164}`))['status'], 'active')
  })

  it('answers 403 while the account is not verified, by switch', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    await tryvox.setSwitch('verificationMissing', true)
    const answer = await tryvox.send('POST', RENT, { body: await offerIn(tryvox, 'US') })
    assert.deepEqual([answer.status, errorOf(answer).code], [403, 'FORBIDDEN'])
    assert.equal((await tryvox.list()).pagination.total, 10)
  })
})

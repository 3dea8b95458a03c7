import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encoded, type PretendedContiguity, pretendContiguity, type Row } from './pretendedContiguity.ts'

const rent = ({ ask }: PretendedContiguity, id: string, body: unknown = {}) =>
  ask('POST', `/numbers/lease/${encoded(id)}`, body)

const offerThat = async (provider: PretendedContiguity, fits: (row: Row) => boolean): Promise<string> =>
  (await provider.offers()).find(fits)?.id ?? assert.fail('no such offer')

const asks = (requirement: string) => (row: Row) =>
  (row['data'] as { requirements?: readonly string[] }).requirements?.join() === requirement

/** Nothing rented, nothing paid. */
async function assertUnchanged(provider: PretendedContiguity, work: () => Promise<void>): Promise<void> {
  const before = await provider.world()
  await work()
  assert.deepEqual(await provider.world(), before)
}

describe('renting at Contiguity', () => {
  it('leases the number, debits both fees and moves it from the offers to the leases', async (t) => {
    const provider = await pretendContiguity(t)
    const { id, pricing } = await provider.plainOffer()
    const { status, data } = await rent(provider, id)
    assert.equal(status, 200)
    const start = Date.UTC(2026, 10, 3, 10) / 1_000
    assert.deepEqual(data, {
      lease_id: data['lease_id'],
      number: id,
      status: 'active',
      billing: { method: 'monthly', price: { ...pricing }, period: { start, end: null } },
    })
    const world = await provider.world()
    const amount = (pricing.upfront_fee + pricing.monthly_rate).toFixed(2)
    assert.equal(world.balance, (100 - Number(amount)).toFixed(2))
    assert.deepEqual(
      world.charges.map((charge) => [charge.number, charge.amount, charge.currency]),
      [[id, amount, 'USD']],
    )
    assert.equal(world.offers.includes(id), false)
    const mine = (await provider.owned()).find((row) => row.id === id)
    assert.deepEqual([mine?.status, mine?.['lease_id'], mine?.['lease_status']], ['leased', data['lease_id'], 'active'])
    assert.deepEqual((await provider.sandbox.counters('contiguity')).money, { rent: 1, release: 0 })
  })

  it('pays in the currency of the price and leaves the others alone', async (t) => {
    const provider = await pretendContiguity(t)
    const { id, pricing } = await provider.plainOffer('GBP')
    assert.equal((await rent(provider, id, '')).status, 200)
    const { balances } = await provider.world()
    assert.equal(balances['GBP'], (100 - pricing.upfront_fee - pricing.monthly_rate).toFixed(2))
    assert.equal(balances['USD'], '100.00')
  })

  it('accepts a number that is g-available', async (t) => {
    const provider = await pretendContiguity(t)
    assert.equal(
      (await rent(provider, await offerThat(provider, ({ status }) => status === 'g-available'))).status,
      200,
    )
  })

  it('refuses what is taken, unavailable or owned with 400, and what it does not know with 404', async (t) => {
    const provider = await pretendContiguity(t)
    const [mine] = await provider.owned()
    const { id } = await provider.plainOffer()
    await provider.sandbox.act('contiguity', { take: id })
    const unavailable = await offerThat(provider, ({ status }) => status === 'unavailable')
    await assertUnchanged(provider, async () => {
      for (const number of [id, unavailable, mine?.id ?? ''])
        assert.equal((await rent(provider, number)).status, 400, number)
      assert.equal((await rent(provider, '+19995550000')).status, 404)
    })
    assert.equal((await provider.ask('GET', `/numbers/${encoded(id)}`)).data['status'], 'leased')
    assert.equal((await provider.sandbox.counters('contiguity')).money['rent'], 4)
  })

  it('refuses an unmet requirement with a link to the terms, until it is granted', async (t) => {
    const provider = await pretendContiguity(t)
    const id = await offerThat(provider, asks('imessage_entitlement_required'))
    await assertUnchanged(provider, async () => {
      const { status, data } = await rent(provider, id)
      assert.equal(status, 403)
      assert.deepEqual(data, {
        error: 'This number needs the imessage entitlement',
        status: 403,
        agreement_url: 'https://api.contiguity.com/entitlements/imessage',
      })
    })
    await provider.sandbox.act('contiguity', { entitlement: 'imessage', status: 'granted' })
    assert.equal((await rent(provider, id)).status, 200)
  })

  it('refuses without enough money', async (t) => {
    const provider = await pretendContiguity(t)
    const { id, pricing } = await provider.plainOffer()
    const price = pricing.upfront_fee + pricing.monthly_rate
    await provider.sandbox.act('contiguity', { balance: (price - 0.01).toFixed(2) })
    await assertUnchanged(provider, async () => assert.equal((await rent(provider, id)).status, 403))
    await provider.sandbox.act('contiguity', { balance: price.toFixed(2) })
    assert.equal((await rent(provider, id)).status, 200)
    assert.equal((await provider.world()).balance, '0.00')
  })

  it('takes no goodwill, and a service contract only from an account that has one, without a charge', async (t) => {
    const provider = await pretendContiguity(t)
    const { id } = await provider.plainOffer()
    await assertUnchanged(provider, async () => {
      for (const method of ['goodwill', 'yearly', null, 5])
        assert.equal((await rent(provider, id, { billing_method: method })).status, 400)
      assert.equal((await rent(provider, id, { billing_method: 'service_contract' })).status, 403)
    })
    await provider.sandbox.setSwitch('contiguity', 'hasServiceContract', true)
    assert.equal((await rent(provider, id, { billing_method: 'service_contract' })).status, 200)
    assert.deepEqual((await provider.world()).charges, [])
  })

  it('refuses a body that is not a JSON object or not declared as JSON', async (t) => {
    const provider = await pretendContiguity(t)
    const { id } = await provider.plainOffer()
    await assertUnchanged(provider, async () => {
      for (const body of ['{', '[]', '"monthly"', 'null'])
        assert.equal((await rent(provider, id, body)).status, 400, body)
      const path = `/numbers/lease/${encoded(id)}`
      assert.equal((await provider.ask('POST', path, {}, { 'content-type': 'text/plain' })).status, 400)
    })
  })

  it('answers with other statuses when switched', async (t) => {
    const provider = await pretendContiguity(t)
    const { id } = await provider.plainOffer()
    const [mine] = await provider.owned()
    for (const [name, status] of [
      ['takenStatus', 409],
      ['ownedStatus', 422],
      ['unknownNumberStatus', 410],
      ['fundsStatus', 402],
    ] as const) {
      await provider.sandbox.setSwitch('contiguity', name, status)
    }
    await provider.sandbox.act('contiguity', { balance: '0.00' })
    assert.equal((await rent(provider, id)).status, 402)
    await provider.sandbox.act('contiguity', { take: id })
    assert.equal((await rent(provider, id)).status, 409)
    assert.equal((await rent(provider, mine?.id ?? '')).status, 422)
    assert.equal((await rent(provider, '+19995550000')).status, 410)
  })

  it('may start a lease as pending when switched', async (t) => {
    const provider = await pretendContiguity(t)
    await provider.sandbox.setSwitch('contiguity', 'rentsPending', true)
    const { id } = await provider.plainOffer()
    assert.equal((await rent(provider, id)).data['status'], 'pending')
    assert.equal((await provider.ask('GET', `/numbers/${encoded(id)}`)).data['lease_status'], 'pending')
  })
})

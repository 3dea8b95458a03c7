import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encoded, pretendContiguity, type Row } from './pretendedContiguity.ts'

const member = (rows: readonly Row[], name: string): Set<unknown> => new Set(rows.map((row) => row[name]))
const countryOf = (row: Row): unknown => (row['location'] as { country?: string } | undefined)?.country

describe("Contiguity's lists", () => {
  it('show a small account with every kind of lease there is', async (t) => {
    const { owned } = await pretendContiguity(t)
    const rows = await owned()
    assert.ok(rows.length >= 6 && rows.length <= 14)
    assert.deepEqual(member(rows, 'lease_status'), new Set(['active', 'paused', 'expired']))
    assert.deepEqual(member(rows, 'status'), new Set(['leased']))
    assert.ok(new Set(rows.map(countryOf)).size >= 3)
    const methods = rows.map((row) => (row['billing'] as { method?: string } | undefined)?.method)
    assert.ok(methods.includes(undefined) && methods.some((method) => method !== undefined))
    assert.equal(rows.filter((row) => row.pricing === undefined).length, 1)
    assert.equal(rows.filter((row) => row['number'] === undefined).length, 1)
    assert.ok(rows.every((row) => /^(lsd|lease)_[0-9a-z]+$/.test(String(row['lease_id']))))
  })

  it('mix both dialects: dates as ISO text and as seconds, data empty and full', async (t) => {
    const { offers } = await pretendContiguity(t)
    const rows = await offers()
    const kinds = new Set(rows.map((row) => typeof row['created_at']))
    assert.deepEqual(kinds, new Set(['string', 'number']))
    for (const row of rows) {
      const created =
        typeof row['created_at'] === 'number' ? row['created_at'] * 1_000 : Date.parse(String(row['created_at']))
      assert.ok(created > Date.UTC(2024, 0) && created < Date.UTC(2026, 10, 3), String(row['created_at']))
    }
    const full = rows.filter((row) => Object.keys(row['data'] as object).length > 0)
    assert.ok(full.length > 0 && full.length < rows.length)
  })

  it('offer every status, an unknown carrier, several currencies and several requirements', async (t) => {
    const { offers, world } = await pretendContiguity(t)
    const rows = await offers()
    assert.deepEqual(member(rows, 'status'), new Set(['available', 'g-available', 'leased', 'unavailable']))
    assert.deepEqual(new Set(rows.map(({ pricing }) => pricing.currency)), new Set(['USD', 'EUR', 'GBP', 'CAD', 'AUD']))
    const known = ['T-Mobile', 'AT&T', 'Verizon', 'Contiguity', 'International Partner']
    assert.equal([...member(rows, 'carrier')].filter((carrier) => !known.includes(String(carrier))).length, 1)
    const requirements = rows.flatMap((row) => (row['data'] as { requirements?: string[] }).requirements ?? [])
    assert.equal(new Set(requirements).size, 3)
    assert.deepEqual(
      rows.map(({ id }) => id),
      (await world()).offers,
    )
  })

  it('offer many numbers in popular countries, none in Iceland, and none that is owned', async (t) => {
    const { offers, owned } = await pretendContiguity(t, { owned: { contiguity: 500 } })
    const [offered, leased] = [await offers(), await owned()]
    for (const country of ['US', 'CA', 'GB', 'AU', 'FR', 'DE']) {
      assert.ok(offered.filter((row) => countryOf(row) === country).length >= 40, country)
    }
    assert.equal(offered.filter((row) => countryOf(row) === 'IS').length, 0)
    const ids = new Set([...offered, ...leased].map(({ id }) => id))
    assert.equal(ids.size, offered.length + leased.length)
    assert.equal(new Set(leased.map(countryOf)).size, 30)
    assert.ok(leased.every((row) => row['lease_status'] === 'active' || row['lease_status'] === 'paused'))
  })

  it('answer a JSON 404 when empty, or 200 with no rows when switched', async (t) => {
    const { ask, sandbox } = await pretendContiguity(t, { owned: { contiguity: 0 } })
    const { status, data } = await ask('GET', '/numbers/leased')
    assert.deepEqual([status, data['status']], [404, 404])
    await sandbox.setSwitch('contiguity', 'emptyListStatus', 200)
    assert.deepEqual((await ask('GET', '/numbers/leased')).data, { leased: 0, numbers: [] })
  })

  it('may claim more rows than they hold when switched', async (t) => {
    const { ask, sandbox } = await pretendContiguity(t, { owned: { contiguity: 2 } })
    await sandbox.setSwitch('contiguity', 'overcount', 3)
    const { data } = await ask<{ leased: number; numbers: readonly Row[] }>('GET', '/numbers/leased')
    assert.deepEqual([data.leased, data.numbers.length], [5, 2])
  })

  it('show a single number as in its list, with lease members only for our own', async (t) => {
    const { ask, owned, plainOffer } = await pretendContiguity(t)
    const [mine] = await owned()
    assert.deepEqual((await ask('GET', `/numbers/${encoded(mine?.id ?? '')}`)).data, mine)
    const offer = await plainOffer()
    const { data } = await ask('GET', `/numbers/${encoded(offer.id)}`)
    assert.deepEqual(data, offer)
    assert.equal('lease_id' in data || 'lease_status' in data || 'billing' in data, false)
  })

  it('keep the old address of an owned number for the official SDK only', async (t) => {
    const { ask, owned, plainOffer, sandbox } = await pretendContiguity(t)
    const [mine] = await owned()
    assert.deepEqual((await ask('GET', `/numbers/leased/${encoded(mine?.id ?? '')}`)).data, mine)
    assert.equal((await ask('GET', `/numbers/leased/${encoded((await plainOffer()).id)}`)).status, 404)
    assert.equal((await sandbox.counters('contiguity')).routes['ownedDetails'], 2)
  })
})

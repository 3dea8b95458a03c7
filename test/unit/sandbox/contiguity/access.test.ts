import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encoded, pretendContiguity } from './pretendedContiguity.ts'

describe("Contiguity's envelope and access", () => {
  it('wraps every answer, with the time of the virtual clock in milliseconds', async (t) => {
    const { ask, sandbox } = await pretendContiguity(t)
    const now = await sandbox.advance(1_500)
    const good = (await ask('GET', '/numbers/leased')).envelope
    const bad = (await ask('GET', '/numbers/%2B19995550000')).envelope
    assert.deepEqual(Object.keys(good), ['id', 'timestamp', 'api_version', 'object', 'data'])
    assert.match(String(good['id']), /^req_[0-9a-z]{16}$/)
    assert.match(String(bad['id']), /^err_[0-9a-z]{16}$/)
    assert.deepEqual([good['object'], bad['object']], ['response', 'error'])
    assert.deepEqual([good['timestamp'], bad['timestamp'], good['api_version']], [now, now, 'v2026.8.2'])
    assert.deepEqual(bad['data'], { error: 'Number not found', status: 404 })
  })

  it('takes the key after Token only: 401 for Bearer, another key, or none', async (t) => {
    const { ask, sandbox } = await pretendContiguity(t)
    const { apiKey } = sandbox.provider('contiguity').credentials
    for (const authorization of [
      `Bearer ${apiKey}`,
      'Token contiguity_sk_wrong',
      String(apiKey),
      `Token  ${apiKey}`,
      '',
    ]) {
      for (const path of ['/numbers/leased', '/entitlements/', '/nowhere']) {
        const { status, data } = await ask('GET', path, undefined, { authorization })
        assert.deepEqual([status, data], [401, { error: 'Unauthorized', status: 401 }])
      }
    }
  })

  it('ignores queries and never pages', async (t) => {
    const { ask } = await pretendContiguity(t, { owned: { contiguity: 1_200 } })
    const { data } = await ask<{ leased: number; numbers: readonly unknown[] }>(
      'GET',
      '/numbers/leased?limit=10&page=2',
    )
    assert.deepEqual([data.leased, data.numbers.length], [1_200, 1_200])
  })

  it('accepts a plus as it is and encoded, and logs the path as it came', async (t) => {
    const { ask, sandbox, plainOffer } = await pretendContiguity(t)
    const { id } = await plainOffer()
    for (const path of [`/numbers/${id}`, `/numbers/${encoded(id)}`])
      assert.equal((await ask('GET', path)).data['id'], id)
    const urls = (await sandbox.requests('contiguity')).map(({ url }) => url)
    assert.deepEqual(urls.slice(1), [`/numbers/${id}`, `/numbers/${encoded(id)}`])
  })

  it('answers 400 to a malformed number and 404 to no number at all', async (t) => {
    const { ask } = await pretendContiguity(t)
    for (const raw of ['12125550123', '%2B0123', '%2B1212555012345678', '%E0%A4%A', 'undefined', '+1 212']) {
      assert.equal((await ask('GET', `/numbers/${encodeURI(raw).replaceAll('%25', '%')}`)).status, 400, raw)
    }
    for (const path of ['/numbers/', '/numbers', '/numbers/lease/', '/'])
      assert.equal((await ask('GET', path)).status, 404, path)
    assert.equal((await ask('PUT', '/numbers/leased')).status, 404)
  })

  it('keeps an account without the lease entitlement out of /numbers but not out of /entitlements', async (t) => {
    const { ask, sandbox } = await pretendContiguity(t)
    await sandbox.setSwitch('contiguity', 'withoutLeaseEntitlement', true)
    assert.equal((await ask('GET', '/numbers/leased')).status, 403)
    assert.equal((await ask('GET', '/numbers/leases')).status, 403)
    assert.equal((await ask('POST', '/numbers/lease/%2B12125550100', {})).status, 403)
    const { status, data } = await ask('GET', '/entitlements/lease')
    assert.deepEqual([status, data['status'], 'granted_at' in data], [200, 'available', false])
  })

  it('lists entitlements with their status, and dates the granted ones', async (t) => {
    const { ask, sandbox } = await pretendContiguity(t)
    const { data } = await ask<{ entitlements: readonly { name: string; status: string }[] }>('GET', '/entitlements/')
    assert.deepEqual(
      data.entitlements.map(({ name, status }) => [name, status]),
      [
        ['lease', 'granted'],
        ['imessage', 'available'],
        ['whatsapp', 'available'],
        ['enterprise', 'ineligible'],
      ],
    )
    await sandbox.act('contiguity', { entitlement: 'whatsapp', status: 'granted' })
    const granted = await ask('GET', '/entitlements/whatsapp')
    assert.equal(granted.data['granted_at'], '2026-11-03T10:00:00.000Z')
    assert.equal(granted.data['rejected'], false)
    assert.equal((await ask('GET', '/entitlements/teleport')).status, 404)
  })

  it('never accepts or revokes terms, but counts who tried', async (t) => {
    const { ask, sandbox } = await pretendContiguity(t)
    assert.equal((await ask('POST', '/entitlements/imessage')).status, 403)
    assert.equal((await ask('DELETE', '/entitlements/lease')).status, 403)
    assert.equal((await ask('GET', '/entitlements/lease')).data['status'], 'granted')
    const { routes } = await sandbox.counters('contiguity')
    assert.deepEqual([routes['applyEntitlement'], routes['revokeEntitlement']], [1, 1])
  })
})

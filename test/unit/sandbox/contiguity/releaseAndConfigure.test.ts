import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encoded, type PretendedContiguity, pretendContiguity } from './pretendedContiguity.ts'

const release = ({ ask }: PretendedContiguity, id: string) => ask('DELETE', `/numbers/leased/${encoded(id)}`)
const configure = ({ ask }: PretendedContiguity, id: string, body?: unknown) =>
  ask('POST', `/numbers/${encoded(id)}/configure`, body)
const get = ({ ask }: PretendedContiguity, id: string) => ask('GET', `/numbers/${encoded(id)}`)

const withStatus = async ({ owned }: PretendedContiguity, status: string): Promise<string> =>
  (await owned()).find((row) => row['lease_status'] === status)?.id ?? assert.fail(`no ${status} lease`)

describe('releasing at Contiguity', () => {
  it('ends the lease at once, with a JSON body, and the number is nobody’s to rent', async (t) => {
    const provider = await pretendContiguity(t)
    const id = await withStatus(provider, 'active')
    const lease = (await provider.world()).owned.find(({ number }) => number === id)
    const { status, data } = await release(provider, id)
    assert.equal(status, 200)
    const terminated_at = Date.UTC(2026, 10, 3, 10) / 1_000
    assert.deepEqual(data, { lease_id: lease?.leaseId, number_id: id, status: 'terminated', terminated_at })
    assert.equal(
      (await provider.owned()).some((row) => row.id === id),
      false,
    )
    const after = (await get(provider, id)).data
    assert.deepEqual([after['status'], 'lease_id' in after], ['unavailable', false])
    assert.deepEqual((await provider.world()).released, [id])
  })

  it('answers 404 the second time, or what it is switched to', async (t) => {
    const provider = await pretendContiguity(t)
    const id = await withStatus(provider, 'paused')
    assert.equal((await release(provider, id)).status, 200)
    assert.equal((await release(provider, id)).status, 404)
    await provider.sandbox.setSwitch('contiguity', 'releasedAgainStatus', 400)
    assert.equal((await release(provider, id)).status, 400)
    assert.deepEqual((await provider.sandbox.counters('contiguity')).money, { rent: 0, release: 3 })
  })

  it('does not release an expired lease or a number that is not leased', async (t) => {
    const provider = await pretendContiguity(t)
    assert.equal((await release(provider, await withStatus(provider, 'expired'))).status, 404)
    assert.equal((await release(provider, (await provider.plainOffer()).id)).status, 404)
  })

  it('may keep listing the ended lease, dated in ISO text, when switched', async (t) => {
    const provider = await pretendContiguity(t)
    await provider.sandbox.setSwitch('contiguity', 'listReleased', true)
    await provider.sandbox.setSwitch('contiguity', 'isoTerminatedAt', true)
    const id = await withStatus(provider, 'active')
    assert.equal((await release(provider, id)).data['terminated_at'], '2026-11-03T10:00:00.000Z')
    assert.equal((await provider.owned()).find((row) => row.id === id)?.['lease_status'], 'terminated')
    assert.equal((await release(provider, id)).status, 404)
  })
})

describe("Contiguity's failover", () => {
  it('is stored whole, defaults filled in, and answered back', async (t) => {
    const provider = await pretendContiguity(t)
    const [id, other] = (await provider.owned()).map((row) => row.id)
    const { status, data } = await configure(provider, id ?? '', { failover: { enabled: true } })
    assert.deepEqual([status, data], [200, { number: id, failover: { enabled: true, mode: 'all', numbers: [] } }])
    const failover = { enabled: true, mode: 'selective', numbers: [other] }
    await configure(provider, id ?? '', { failover })
    assert.deepEqual((await provider.world()).owned[0]?.failover, failover)
  })

  it('does not keep members that are left out the next time', async (t) => {
    const provider = await pretendContiguity(t)
    const [id, other] = (await provider.owned()).map((row) => row.id)
    await configure(provider, id ?? '', { failover: { enabled: true, mode: 'selective', numbers: [other] } })
    await configure(provider, id ?? '', { failover: { enabled: false } })
    assert.deepEqual((await provider.world()).owned[0]?.failover, { enabled: false, mode: 'all', numbers: [] })
  })

  it('is never shown by a GET', async (t) => {
    const provider = await pretendContiguity(t)
    const [id = ''] = (await provider.owned()).map((row) => row.id)
    const before = (await get(provider, id)).data
    await configure(provider, id, { failover: { enabled: true } })
    assert.deepEqual((await get(provider, id)).data, before)
  })

  it('refuses malformed bodies with 400 and numbers that are not leased with 404', async (t) => {
    const provider = await pretendContiguity(t)
    const [id = ''] = (await provider.owned()).map((row) => row.id)
    const malformed = [
      undefined,
      { failover: {} },
      { failover: { enabled: 'true' } },
      { failover: true },
      { failover: { enabled: true, mode: 'some' } },
      { failover: { enabled: true, numbers: ['12'] } },
      { failover: { enabled: true, numbers: '+12125550100' } },
    ]
    for (const body of malformed) assert.equal((await configure(provider, id, body)).status, 400, JSON.stringify(body))
    assert.equal((await provider.world()).owned[0]?.failover, null)
    const offer = await provider.plainOffer()
    assert.equal((await configure(provider, offer.id, { failover: { enabled: true } })).status, 404)
  })

  it('stays as it was when the body names nothing to configure', async (t) => {
    const provider = await pretendContiguity(t)
    const [id = ''] = (await provider.owned()).map((row) => row.id)
    assert.deepEqual((await configure(provider, id, {})).data, { number: id })
    assert.equal((await provider.world()).owned[0]?.failover, null)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encoded, pretendContiguity } from './pretendedContiguity.ts'

describe("changing Contiguity's world behind the client's back", () => {
  it('gives an offer to a stranger', async (t) => {
    const { sandbox, plainOffer, world, ask } = await pretendContiguity(t)
    const { id } = await plainOffer()
    await sandbox.act('contiguity', { take: id })
    const after = await world()
    assert.deepEqual([after.taken, after.offers.includes(id)], [[id], false])
    const { data } = await ask('GET', `/numbers/${encoded(id)}`)
    assert.deepEqual([data['status'], 'lease_id' in data], ['leased', false])
  })

  it('adds a lease of an offer or of a number nobody had heard of, and takes one away', async (t) => {
    const { sandbox, plainOffer, owned, world } = await pretendContiguity(t, { owned: { contiguity: 0 } })
    const { id } = await plainOffer()
    await sandbox.act('contiguity', { own: id })
    await sandbox.act('contiguity', { own: '+4915225550000' })
    assert.deepEqual(
      (await owned()).map((row) => [row.id, row['lease_status']]),
      [
        [id, 'active'],
        ['+4915225550000', 'active'],
      ],
    )
    assert.deepEqual((await owned())[1]?.['location'], { country: 'DE', region: '', city: '' })
    assert.deepEqual((await world()).charges, [])
    await sandbox.act('contiguity', { remove: id })
    assert.deepEqual(
      (await owned()).map((row) => row.id),
      ['+4915225550000'],
    )
    assert.deepEqual((await world()).released, [])
  })

  it('changes a price between two looks at it', async (t) => {
    const { sandbox, plainOffer, ask } = await pretendContiguity(t)
    const { id, pricing } = await plainOffer()
    await sandbox.act('contiguity', { reprice: id, monthlyRate: '20.50' })
    const { data } = await ask('GET', `/numbers/${encoded(id)}`)
    assert.deepEqual(data['pricing'], { ...pricing, monthly_rate: 20.5 })
  })

  it('puts any members over a row and takes others out', async (t) => {
    const { sandbox, owned } = await pretendContiguity(t)
    const [first] = await owned()
    await sandbox.act('contiguity', {
      edit: first?.id,
      set: { carrier: '', shoe_size: 42 },
      unset: ['pricing', 'health'],
    })
    const expected: Record<string, unknown> = { ...first, carrier: '', shoe_size: 42 }
    delete expected['pricing']
    delete expected['health']
    assert.deepEqual((await owned())[0], expected)
  })

  it('sets the word of a lease and puts a number on offer again', async (t) => {
    const { sandbox, owned, offers } = await pretendContiguity(t)
    const [first, second] = await owned()
    await sandbox.act('contiguity', { leaseStatus: first?.id, status: 'suspended' })
    assert.equal((await owned())[0]?.['lease_status'], 'suspended')
    await sandbox.act('contiguity', { remove: second?.id })
    await sandbox.act('contiguity', { offer: second?.id })
    assert.equal((await offers()).find((row) => row.id === second?.id)?.status, 'available')
  })

  it('refuses what makes no sense, in words', async (t) => {
    const { sandbox, owned } = await pretendContiguity(t)
    const [first] = await owned()
    const senseless: readonly (readonly [Record<string, unknown>, RegExp])[] = [
      [{ take: first?.id }, /leased by the account itself/],
      [{ take: '+19995550000' }, /is not known/],
      [{ own: first?.id }, /leased already/],
      [{ own: '+999123456' }, /No planned country/],
      [{ remove: '+19995550000' }, /is not leased/],
      [{ balance: 5 }, /balance.* takes a text/],
      [{ balance: '-1' }, /decimal text/],
      [{ entitlement: 'lease', status: 'maybe' }, /takes one of/],
      [{}, /cannot do/],
    ]
    for (const [command, reason] of senseless) await assert.rejects(sandbox.act('contiguity', command), reason)
  })
})

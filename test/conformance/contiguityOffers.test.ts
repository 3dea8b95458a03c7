import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createContiguityDriver } from '../../src/providers/contiguity/contiguityDriver.ts'
import { buildOffer } from '../support/builders.ts'
import { noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function account(t: TestContext) {
  const sandbox = await startSandbox(t)
  const driver = sandboxDriver(t, sandbox, 'contiguity', createContiguityDriver)
  const anOffer = async () => {
    const { offers } = await driver.searchOffers({ country: 'US', capabilities: [] }, noCancel())
    const offer = offers.find(({ requirements }) => requirements.length === 0)
    assert.ok(offer)
    return offer
  }
  return { sandbox, driver, anOffer }
}

function answering(route: string, status: number, body: unknown) {
  return { provider: 'contiguity', route, kind: 'status', status, body } as const
}

describe('a search at Contiguity', () => {
  it('filters country, capabilities and digits itself, in one request without a query', async (t) => {
    const { sandbox, driver } = await account(t)
    for (const [position, digits] of [
      ['start', '212'],
      ['end', '8'],
      ['contains', '5550'],
    ] as const) {
      const query = { country: 'US', capabilities: ['sms', 'mms'], digits: { position, digits } }
      const { offers } = await driver.searchOffers(query, noCancel())
      assert.ok(offers.length > 0, position)
      for (const offer of offers) {
        const national = offer.number.slice(2)
        const fits = {
          start: national.startsWith('212'),
          end: national.endsWith('8'),
          contains: national.includes('5550'),
        }
        assert.ok(fits[position])
        assert.equal(offer.country, 'US')
        assert.ok(offer.capabilities.includes('sms') && offer.capabilities.includes('mms'))
      }
    }
    assert.deepEqual(
      (await sandbox.requests('contiguity')).map(({ url }) => url),
      Array(3).fill('/numbers/leases'),
    )
    assert.deepEqual((await driver.searchOffers({ country: 'US', capabilities: ['voice'] }, noCancel())).offers, [])
  })

  it('offers available and g-available numbers and no others', async (t) => {
    const { sandbox, driver } = await account(t)
    const statuses = ['available', 'g-available', 'leased', 'unavailable', 'dreaming', undefined]
    const numbers = statuses.map((status, index) => ({ id: `+1212555010${index}`, status }))
    await sandbox.fault(answering('listOffers', 200, { data: { available: 6, numbers: [...numbers, 7] } }))
    const { offers, unreadable } = await driver.searchOffers({ country: 'US', capabilities: [] }, noCancel())
    assert.deepEqual(
      offers.map(({ number }) => number),
      ['+12125550100', '+12125550101', '+12125550105'],
    )
    assert.equal(unreadable, 1)
  })

  it('returns at most 200 offers, says that there are more, and goes on with them', async (t) => {
    const { sandbox, driver } = await account(t)
    const numbers = Array.from({ length: 201 }, (_, index) => ({
      id: `+1212555${String(index).padStart(4, '0')}`,
      status: 'available',
    }))
    const list = answering('listOffers', 200, { data: { available: 201, numbers } })
    await sandbox.fault(list, list)
    const query = { country: 'US', capabilities: [] }
    const { offers, more, next } = await driver.searchOffers(query, noCancel())
    assert.equal(offers.length, 200)
    assert.equal(more, true)
    assert.ok(next)
    const rest = await driver.searchOffers({ ...query, from: next }, noCancel())
    assert.deepEqual(
      [rest.offers.map(({ number }) => number), rest.more, rest.next],
      [['+12125550200'], false, undefined],
    )
  })
})

describe('a quote at Contiguity', () => {
  it('tells today’s price of the one number', async (t) => {
    const { sandbox, driver, anOffer } = await account(t)
    const offer = await anOffer()
    await sandbox.act('contiguity', { reprice: offer.number, monthlyRate: '42.00' })
    const quote = await driver.quote(offer, noCancel())
    assert.deepEqual(quote.kind === 'offered' && quote.offer.price, {
      kind: 'recurring',
      money: { amount: '42', currency: 'USD' },
      months: 1,
    })
  })

  it('says gone when somebody took it, when it is ours and when nobody knows it', async (t) => {
    const { sandbox, driver, anOffer } = await account(t)
    const offer = await anOffer()
    await sandbox.act('contiguity', { take: offer.number })
    assert.deepEqual(await driver.quote(offer, noCancel()), { kind: 'gone' })
    const other = await anOffer()
    await driver.rent({ number: other.number, options: {} }, noCancel())
    assert.deepEqual(await driver.quote(other, noCancel()), { kind: 'gone' })
    assert.deepEqual(await driver.quote(buildOffer('+12025550199'), noCancel()), { kind: 'gone' })
  })

  it('stays unconfirmed when the status is missing or a new word', async (t) => {
    const { sandbox, driver, anOffer } = await account(t)
    const offer = await anOffer()
    for (const status of [undefined, 'dreaming']) {
      await sandbox.fault(answering('getNumber', 200, { data: { id: offer.number, status } }))
      assert.equal((await driver.quote(offer, noCancel())).kind, 'unconfirmed')
    }
  })
})

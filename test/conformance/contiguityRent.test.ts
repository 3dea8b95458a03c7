import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { Offer } from '../../src/core/offer.ts'
import type { RentOrder } from '../../src/core/providerDriver.ts'
import { createContiguityDriver } from '../../src/providers/contiguity/contiguityDriver.ts'
import { failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

interface World {
  readonly offers: readonly string[]
  readonly charges: readonly { readonly number: string; readonly amount: string; readonly currency: string }[]
  readonly owned: readonly { readonly number: string; readonly billingMethod: string }[]
}

async function account(t: TestContext) {
  const sandbox = await startSandbox(t)
  const driver = sandboxDriver(t, sandbox, 'contiguity', createContiguityDriver, { timeouts: { write: 500 } })
  const anOffer = async (wanted: (offer: Offer) => boolean = ({ requirements }) => requirements.length === 0) => {
    const { offers } = await driver.searchOffers({ country: 'US', capabilities: [] }, noCancel())
    const offer = offers.find(wanted)
    assert.ok(offer)
    return offer
  }
  const anOrder = async (options: Readonly<Record<string, string>> = {}): Promise<RentOrder> => ({
    number: (await anOffer()).number,
    country: 'US',
    options,
  })
  return { sandbox, driver, anOffer, anOrder }
}

function answering(route: string, status: number, body: unknown) {
  return { provider: 'contiguity', route, kind: 'status', status, body } as const
}

describe('renting at Contiguity', () => {
  it('sends an empty object by default and says what was charged', async (t) => {
    const { sandbox, driver, anOrder } = await account(t)
    const order = await anOrder()
    const receipt = await driver.rent(order, noCancel())
    assert.equal(receipt.ready, true)
    assert.match(receipt.requestId ?? '', /^req_/)
    const [charge] = (await sandbox.world<World>('contiguity')).charges
    assert.equal(charge?.number, order.number)
    assert.equal(Number(receipt.charged?.amount), Number(charge?.amount))
    assert.equal(receipt.charged?.currency, charge?.currency)
    const [sent] = (await sandbox.requests('contiguity')).filter(({ route }) => route === 'rent')
    assert.equal(sent?.url, `/numbers/lease/%2B${order.number.slice(1)}`)
    assert.equal(sent?.facts.bodyBytes, '{}'.length)
  })

  it('rents under a contract where there is one and says so where there is none', async (t) => {
    const { sandbox, driver, anOrder } = await account(t)
    const order = await anOrder({ billingMethod: 'service_contract' })
    const refused = await failureOf(driver.rent(order, noCancel()))
    assert.equal(refused.kind, 'forbidden')
    assert.match(refused.facts.sentence ?? '', /contract/)
    await sandbox.setSwitch('contiguity', 'hasServiceContract', true)
    await driver.rent(order, noCancel())
    const { owned } = await sandbox.world<World>('contiguity')
    assert.equal(owned.find(({ number }) => number === order.number)?.billingMethod, 'service_contract')
  })

  it('never sends goodwill', async (t) => {
    const { sandbox, driver, anOrder } = await account(t)
    const error = await failureOf(driver.rent(await anOrder({ billingMethod: 'goodwill' }), noCancel()))
    assert.equal(error.kind, 'invalid')
    assert.equal((await sandbox.counters('contiguity')).money['rent'], 0)
  })

  it('reads a lease that is not active yet again and shows its word', async (t) => {
    const { sandbox, driver, anOrder } = await account(t)
    await sandbox.setSwitch('contiguity', 'rentsPending', true)
    const order = await anOrder()
    const receipt = await driver.rent(order, noCancel())
    assert.equal(receipt.ready, false)
    assert.match(receipt.note ?? '', /pending/)
    assert.deepEqual((await driver.getOwned(order.number, noCancel()))?.state, { kind: 'pending' })
  })

  it('finds out by reading that a refused number is somebody else’s now', async (t) => {
    const { sandbox, driver, anOrder } = await account(t)
    const order = await anOrder()
    await sandbox.act('contiguity', { take: order.number })
    const error = await failureOf(driver.rent(order, noCancel()))
    assert.equal(error.kind, 'taken')
    assert.ok(error.facts.sentence)
    assert.equal((await sandbox.counters('contiguity')).money['rent'], 1)
  })

  it('keeps a refusal of a number that is still on offer, or that is ours already, as it is', async (t) => {
    const { sandbox, driver, anOrder } = await account(t)
    const order = await anOrder()
    await sandbox.fault(answering('rent', 400, { data: { error: 'Bad Request' } }))
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'invalid')
    await driver.rent(order, noCancel())
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'invalid')
  })

  it('names the unmet requirement and the terms', async (t) => {
    const { driver, anOffer } = await account(t)
    const offer = await anOffer(({ requirements }) => requirements.some((text) => text.includes('iMessage')))
    const { facts } = await failureOf(driver.rent({ number: offer.number, options: {} }, noCancel()))
    assert.equal(facts.kind, 'forbidden')
    assert.deepEqual(
      facts.fields?.map(({ field }) => field),
      ['Required by the number', 'Terms to accept'],
    )
    assert.match(facts.fields?.[0]?.problem ?? '', /iMessage/)
  })

  it('names only the contract when Contiguity says that it is missing, whatever else the number requires', async (t) => {
    const { driver, anOffer } = await account(t)
    const { number } = await anOffer(({ requirements }) => requirements.some((text) => text.includes('iMessage')))
    const options = { billingMethod: 'service_contract' }
    const { facts } = await failureOf(driver.rent({ number, options }, noCancel()))
    assert.match(facts.sentence ?? '', /contract/)
    assert.deepEqual(facts.fields ?? [], [])
  })

  it('calls lack of money funds', async (t) => {
    const { sandbox, driver, anOrder } = await account(t)
    const order = await anOrder()
    await sandbox.act('contiguity', { balance: '0.00' })
    for (const status of [402, 403]) {
      await sandbox.setSwitch('contiguity', 'fundsStatus', status)
      assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'funds')
    }
  })

  for (const kind of ['resetAfter', 'truncateJson', 'nonJson'] as const) {
    it(`after a lost answer one POST was counted and ownership is read back (${kind})`, async (t) => {
      const { sandbox, driver, anOrder } = await account(t)
      const order = await anOrder()
      await sandbox.fault({ provider: 'contiguity', route: 'rent', kind })
      assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
      assert.equal(await driver.settleRent(order, noCancel()), 'rented')
      assert.equal((await sandbox.counters('contiguity')).money['rent'], 1)
    })
  }

  it('does not believe a success about another number or about none', async (t) => {
    const { sandbox, driver, anOrder } = await account(t)
    const order = await anOrder()
    for (const data of [{}, { status: 'active' }, { number: '+12025550199', lease_id: 'l', status: 'active' }]) {
      await sandbox.fault(answering('rent', 200, { id: 'req_1', data }))
      assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
    }
    assert.equal(await driver.settleRent(order, noCancel()), 'notRented')
  })
})

describe('settling a rent at Contiguity', () => {
  it('says not rented when the number is on offer or somebody else’s', async (t) => {
    const { sandbox, driver, anOrder } = await account(t)
    const order = await anOrder()
    assert.equal(await driver.settleRent(order, noCancel()), 'notRented')
    await sandbox.act('contiguity', { take: order.number })
    assert.equal(await driver.settleRent(order, noCancel()), 'notRented')
  })

  it('looks into the list of leases when the number itself does not tell', async (t) => {
    const { sandbox, driver, anOrder } = await account(t)
    const order = await anOrder()
    await driver.rent(order, noCancel())
    const unclear = [
      answering('getNumber', 404, { data: { error: 'Not found' } }),
      answering('getNumber', 403, { data: { error: 'Forbidden' } }),
      answering('getNumber', 200, { data: { id: order.number, status: 'dreaming' } }),
    ]
    for (const fault of unclear) {
      await sandbox.fault(fault)
      assert.equal(await driver.settleRent(order, noCancel()), 'rented')
    }
    const { number } = await anOrder()
    await sandbox.fault(answering('getNumber', 404, { data: { error: 'Not found' } }))
    assert.equal(await driver.settleRent({ number, options: {} }, noCancel()), 'unknown')
  })
})

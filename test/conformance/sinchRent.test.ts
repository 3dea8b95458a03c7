import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { RentOrder } from '../../src/core/providerDriver.ts'
import { createSinchDriver } from '../../src/providers/sinch/sinchDriver.ts'
import { e164 } from '../support/builders.ts'
import { failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function bench(t: TestContext) {
  const sandbox = await startSandbox(t)
  const driver = sandboxDriver(t, sandbox, 'sinch', createSinchDriver)
  const { offers } = await driver.searchOffers({ country: 'US', type: 'local', capabilities: ['sms'] }, noCancel())
  const [offer] = offers
  assert.ok(offer)
  const order: RentOrder = { number: offer.number, country: 'US', options: {} }
  const rentRequests = async () => (await sandbox.requests('sinch')).filter(({ route }) => route === 'rent')
  return { sandbox, driver, order, rentRequests }
}

describe('renting at Sinch', () => {
  it('sends one request with an encoded plus and a bare colon, and the number is owned', async (t) => {
    const { driver, order, rentRequests } = await bench(t)
    assert.deepEqual(await driver.rent(order, noCancel()), { ready: true })
    const requests = await rentRequests()
    assert.equal(requests.length, 1)
    assert.ok(requests[0]?.url.endsWith(`/availableNumbers/%2B${order.number.slice(1)}:rent`))
    assert.equal(requests[0]?.facts.contentType, 'application/json')
    assert.equal(requests[0]?.facts.bodyBytes, 2)
    assert.equal((await driver.getOwned(order.number, noCancel()))?.number, order.number)
  })

  it('links the chosen service plan and says that this goes on after renting', async (t) => {
    const { sandbox, driver, order } = await bench(t)
    const receipt = await driver.rent({ ...order, options: { servicePlanId: ' plan_eu_7 ' } }, noCancel())
    assert.equal(receipt.ready, false)
    assert.ok(receipt.note?.includes('plan_eu_7'))
    await sandbox.advance(60_000)
    assert.equal((await driver.getOwned(order.number, noCancel()))?.routing, 'SMS plan plan_eu_7')
  })

  it('refuses a German offer before anything is sent', async (t) => {
    const { sandbox, driver } = await bench(t)
    const before = (await sandbox.counters('sinch')).total
    const orders: readonly RentOrder[] = [
      { number: e164('+4930901820123'), country: 'DE', options: {} },
      { number: e164('+4930901820123'), options: {} },
      { number: e164('+4930901820123'), country: 'US', options: {} },
      { number: e164('+16135550142'), country: 'CA', options: {} },
      { number: e164('+18005550142'), country: 'US', options: {} },
    ]
    for (const order of orders) {
      const { facts } = await failureOf(driver.rent(order, noCancel()))
      assert.equal(facts.kind, 'unsupported')
      assert.ok(facts.fields?.[0]?.problem.includes('number order'))
    }
    assert.equal((await sandbox.counters('sinch')).total, before)
  })

  it('tells a number that somebody else rented meanwhile', async (t) => {
    const { sandbox, driver, order } = await bench(t)
    await sandbox.act('sinch', { take: order.number })
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'taken')
  })

  it('tells a lack of credit, in Sinch’s own sentence', async (t) => {
    const { sandbox, driver, order } = await bench(t)
    await sandbox.act('sinch', { balance: '0.00' })
    const { facts } = await failureOf(driver.rent(order, noCancel()))
    assert.deepEqual([facts.kind, facts.sentence], ['funds', 'Insufficient credit to rent the number'])
  })

  it('tells that a trial account may not rent', async (t) => {
    const { sandbox, driver, order } = await bench(t)
    await sandbox.setSwitch('sinch', 'trialAccount', true)
    const { facts } = await failureOf(driver.rent(order, noCancel()))
    assert.deepEqual([facts.kind, facts.sentence], ['forbidden', 'Trial account is not enabled to rent number'])
  })

  it('leaves the outcome open when the answer is lost, without a second request, and settles it', async (t) => {
    for (const kind of ['resetAfter', 'truncate', 'truncateJson', 'nonJson'] as const) {
      const { sandbox, driver, order, rentRequests } = await bench(t)
      await sandbox.fault({ provider: 'sinch', route: 'rent', kind })
      assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
      assert.equal((await rentRequests()).length, 1)
      assert.equal(await driver.settleRent(order, noCancel()), 'rented')
    }
  })

  it('settles as not rented what never happened', async (t) => {
    const { sandbox, driver, order, rentRequests } = await bench(t)
    await sandbox.fault({ provider: 'sinch', route: 'rent', kind: 'status', status: 500 })
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
    assert.equal(await driver.settleRent(order, noCancel()), 'notRented')
    assert.equal((await rentRequests()).length, 1)
  })

  it('does not settle anything by the 404 of another server', async (t) => {
    const { sandbox, driver, order } = await bench(t)
    await sandbox.fault({ provider: 'sinch', route: 'getOwned', kind: 'nonJson', status: 404 })
    assert.equal(await driver.settleRent(order, noCancel()), 'unknown')
  })

  it('leaves the outcome open when the answer is about another number', async (t) => {
    const { sandbox, driver, order } = await bench(t)
    const body = { phoneNumber: '+12025550199' }
    await sandbox.fault({ provider: 'sinch', route: 'rent', kind: 'statusAfterWork', status: 200, body })
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
  })

  it('is not sent twice when the token expired on the way, and works the next time', async (t) => {
    const { sandbox, driver, order, rentRequests } = await bench(t)
    await sandbox.act('sinch', { expireTokens: true })
    const { facts } = await failureOf(driver.rent(order, noCancel()))
    assert.deepEqual([facts.kind, facts.status], ['unexpected', 401])
    assert.equal((await rentRequests()).length, 1)
    assert.deepEqual(await driver.rent(order, noCancel()), { ready: true })
  })

  it('sends nothing when no token can be had', async (t) => {
    const { sandbox, order, rentRequests } = await bench(t)
    const credentials = { ...sandbox.provider('sinch').credentials, keySecret: 'wrong-secret' }
    const driver = sandboxDriver(t, sandbox, 'sinch', createSinchDriver, { credentials })
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'auth')
    assert.equal((await rentRequests()).length, 0)
  })

  it('sends nothing when it is cancelled before', async (t) => {
    const { driver, order, rentRequests } = await bench(t)
    assert.equal((await failureOf(driver.rent(order, AbortSignal.abort()))).kind, 'cancelled')
    assert.equal((await rentRequests()).length, 0)
  })
})

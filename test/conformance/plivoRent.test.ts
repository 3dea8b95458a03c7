import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { RentOrder } from '../../src/core/providerDriver.ts'
import { createPlivoDriver } from '../../src/providers/plivo/plivoDriver.ts'
import type { PlivoSnapshot } from '../../src/sandbox/plivo/snapshotPlivo.ts'
import { collectOwned, failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function account(t: TestContext) {
  const sandbox = await startSandbox(t)
  const driver = sandboxDriver(t, sandbox, 'plivo', createPlivoDriver, { timeouts: { write: 500 } })
  const orderIn = async (country: string, restricted: boolean): Promise<RentOrder> => {
    const { offers } = await driver.searchOffers({ country, capabilities: [] }, noCancel())
    const offer = offers.find(({ requirements }) => requirements.length > 0 === restricted)
    assert.ok(offer, `an offer in ${country}`)
    return { number: offer.number, country, options: {} }
  }
  return { sandbox, driver, orderIn }
}

describe('renting at Plivo', () => {
  it('names no application without a choice, so that the account’s default applies', async (t) => {
    const { sandbox, driver, orderIn } = await account(t)
    const order = await orderIn('US', false)
    const receipt = await driver.rent(order, noCancel())
    assert.equal(receipt.ready, true)
    assert.ok(receipt.requestId)
    const world = await sandbox.world<PlivoSnapshot>('plivo')
    const rented = world.owned.find(({ number }) => number === order.number)
    assert.equal(rented?.application, world.defaultApplication)
    const [sent] = (await sandbox.requests('plivo')).filter(({ route }) => route === 'rent')
    assert.equal(sent?.facts.bodyBytes, '{}'.length)
    assert.ok(sent?.url.endsWith(`/PhoneNumber/${order.number.slice(1)}/`))
  })

  it('gives the number to the chosen application, all 17 digits of it', async (t) => {
    const { sandbox, driver, orderIn } = await account(t)
    const choices = await driver.listChoices('applicationId', noCancel())
    const { defaultApplication } = await sandbox.world<PlivoSnapshot>('plivo')
    const choice = choices.find(({ value }) => value.length === 17 && value !== defaultApplication)
    assert.ok(choice)
    const order = { ...(await orderIn('US', false)), options: { applicationId: choice.value } }
    await driver.rent(order, noCancel())
    assert.equal((await driver.getOwned(order.number, noCancel()))?.routing, `app ${choice.value}`)
  })

  it('says that a restricted number is still under review', async (t) => {
    const { driver, orderIn } = await account(t)
    const order = await orderIn('FR', true)
    const receipt = await driver.rent(order, noCancel())
    assert.equal(receipt.ready, false)
    assert.match(receipt.note ?? '', /reviewing/)
    assert.deepEqual((await driver.getOwned(order.number, noCancel()))?.state, { kind: 'pending' })
  })

  it('keeps a pending number visible while Plivo answers 404 for it', async (t) => {
    const { sandbox, driver, orderIn } = await account(t)
    await sandbox.setSwitch('plivo', 'hidePendingNumbers', true)
    const order = await orderIn('FR', true)
    const listed = async () => (await collectOwned(driver)).numbers.find(({ number }) => number === order.number)
    await driver.rent(order, noCancel())
    assert.deepEqual((await driver.getOwned(order.number, noCancel()))?.state, { kind: 'pending' })
    assert.deepEqual((await listed())?.state, { kind: 'pending' })
    assert.equal(await driver.settleRent(order, noCancel()), 'unknown')
    await sandbox.advance(61_000)
    assert.deepEqual((await listed())?.state, { kind: 'active' })
    assert.deepEqual((await driver.getOwned(order.number, noCancel()))?.state, { kind: 'active' })
    await sandbox.act('plivo', { lose: order.number })
    assert.equal(await driver.getOwned(order.number, noCancel()), undefined)
  })

  it('calls a number that somebody else took taken', async (t) => {
    const { sandbox, driver, orderIn } = await account(t)
    const order = await orderIn('US', false)
    await sandbox.act('plivo', { take: order.number })
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'taken')
  })

  it('says that a subaccount cannot rent, in its offers and in the refusal', async (t) => {
    const { sandbox, orderIn } = await account(t)
    const order = await orderIn('US', false)
    const { objects } = await readSubaccounts(sandbox.provider('plivo'))
    const subaccount = objects.find(({ enabled }) => enabled)
    assert.ok(subaccount)
    const credentials = { authId: subaccount.auth_id, authToken: subaccount.auth_token }
    const driver = sandboxDriver(t, sandbox, 'plivo', createPlivoDriver, { credentials })
    const { offers } = await driver.searchOffers({ country: 'US', capabilities: [] }, noCancel())
    assert.ok(offers.every(({ rentable }) => rentable.kind === 'notHere'))
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unsupported')
  })

  it('calls lack of money funds at any of Plivo’s statuses', async (t) => {
    const { sandbox, driver, orderIn } = await account(t)
    await sandbox.act('plivo', { balance: '0.00' })
    for (const status of [400, 402, 403]) {
      await sandbox.setSwitch('plivo', 'fundsStatus', status)
      assert.equal((await failureOf(driver.rent(await orderIn('US', false), noCancel()))).kind, 'funds')
    }
  })

  it('does not believe a success without the number’s own verdict', async (t) => {
    const { sandbox, driver, orderIn } = await account(t)
    const order = await orderIn('US', false)
    const bodies = [
      { message: 'async api spawned', api_id: 'a' },
      { status: 'fulfilled', numbers: [] },
      { status: 'fulfilled', numbers: [{ number: order.number.slice(1), status: 'Failed' }] },
      { status: 'fulfilled', numbers: [{ number: '12025550100', status: 'Success' }] },
    ]
    for (const body of bodies) {
      await sandbox.fault({ provider: 'plivo', route: 'rent', kind: 'status', status: 201, body })
      assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome', JSON.stringify(body))
    }
    assert.equal(await driver.settleRent(order, noCancel()), 'notRented')
  })

  for (const kind of ['resetAfter', 'truncateJson', 'nonJson'] as const) {
    it(`sends one request and finds the number afterwards when the answer is lost (${kind})`, async (t) => {
      const { sandbox, driver, orderIn } = await account(t)
      const order = await orderIn('US', false)
      await sandbox.fault({ provider: 'plivo', route: 'rent', kind })
      assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
      assert.equal(await driver.settleRent(order, noCancel()), 'rented')
      assert.equal((await sandbox.counters('plivo')).money['rent'], 1)
    })
  }

  it('says not rented when the request never worked and the number is still on offer', async (t) => {
    const { sandbox, driver, orderIn } = await account(t)
    const order = await orderIn('US', false)
    await sandbox.fault({ provider: 'plivo', route: 'rent', kind: 'resetBefore' })
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
    assert.equal(await driver.settleRent(order, noCancel()), 'notRented')
    assert.equal((await sandbox.counters('plivo')).money['rent'], 1)
  })

  it('leaves a restricted number unknown: Plivo may hold it back while it reviews the documents', async (t) => {
    const { sandbox, driver, orderIn } = await account(t)
    const order = await orderIn('FR', true)
    await sandbox.fault({ provider: 'plivo', route: 'rent', kind: 'resetBefore' })
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
    assert.equal(await driver.settleRent(order, noCancel()), 'unknown')
  })
})

interface Subaccounts {
  readonly objects: readonly { readonly auth_id: string; readonly auth_token: string; readonly enabled: boolean }[]
}

/** The sandbox tells its subaccounts' tokens only where Plivo would. */
async function readSubaccounts(provider: {
  readonly endpoint: string
  readonly credentials: Readonly<Record<string, string>>
}): Promise<Subaccounts> {
  const { authId, authToken } = provider.credentials
  const authorization = `Basic ${Buffer.from(`${authId}:${authToken}`).toString('base64')}`
  const answer = await fetch(`${provider.endpoint}/v1/Account/${authId}/Subaccount/`, { headers: { authorization } })
  return JSON.parse(await answer.text())
}

import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createInventory } from '../../src/core/inventory.ts'
import { cancellableReleases, deedsOf } from '../../src/core/journal.ts'
import type { RentOrder } from '../../src/core/providerDriver.ts'
import { releaseNumber } from '../../src/core/releaseNumber.ts'
import { createTryvoxDriver } from '../../src/providers/tryvox/tryvoxDriver.ts'
import { buildAccount, e164 } from '../support/builders.ts'
import { createMemoryJournal, moneyTools } from '../support/moneyTools.ts'
import { collectOwned, failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function bench(t: TestContext, switches: Readonly<Record<string, unknown>> = {}) {
  const sandbox = await startSandbox(t)
  for (const [name, value] of Object.entries(switches)) await sandbox.setSwitch('tryvox', name, value)
  const driver = sandboxDriver(t, sandbox, 'tryvox', createTryvoxDriver)
  const [offer] = (await driver.searchOffers({ country: 'GB', capabilities: [] }, noCancel())).offers
  assert.ok(offer)
  const order: RentOrder = { number: offer.number, country: 'GB', options: {} }
  const requests = async (route: string) =>
    (await sandbox.requests('tryvox')).filter((request) => request.route === route)
  return { sandbox, driver, order, requests }
}

async function releasable(t: TestContext, switches: Readonly<Record<string, unknown>> = {}) {
  const all = await bench(t, switches)
  const owned = (await collectOwned(all.driver)).numbers.find(({ routing }) => routing === 'app app_r7t2')
  assert.ok(owned)
  return { ...all, owned }
}

describe('renting at TryVox', () => {
  it('sends number and country once, and the number is owned', async (t) => {
    const { driver, order, requests } = await bench(t)
    assert.deepEqual(await driver.rent(order, noCancel()), { ready: true })
    const sent = await requests('rent')
    assert.equal(sent.length, 1)
    assert.ok(sent[0]?.url.endsWith('/numbers/purchase-from-inventory'))
    assert.equal(sent[0]?.facts.contentType, 'application/json')
    assert.equal(sent[0]?.facts.bodyBytes, JSON.stringify({ e164: order.number, country: 'GB' }).length)
    assert.equal((await driver.getOwned(order.number, noCancel()))?.number, order.number)
  })

  it('takes the country from the number when none was chosen, and sends nothing when it does not tell', async (t) => {
    const { driver, order, requests } = await bench(t)
    assert.deepEqual(await driver.rent({ number: order.number, options: {} }, noCancel()), { ready: true })
    const { facts } = await failureOf(driver.rent({ number: e164('+8835100012345'), options: {} }, noCancel()))
    assert.deepEqual([facts.kind, facts.fields?.[0]?.field], ['invalid', 'Country'])
    assert.equal((await requests('rent')).length, 1)
  })

  it('accepts any success and both forms of the answer', async (t) => {
    for (const name of ['rentCreated', 'wrapSingle']) {
      const { driver, order } = await bench(t, { [name]: true })
      assert.deepEqual(await driver.rent(order, noCancel()), { ready: true })
    }
  })

  it('says that a number is ours but not ready while it is pending', async (t) => {
    const { driver, order } = await bench(t, { rentPending: true })
    const receipt = await driver.rent(order, noCancel())
    assert.equal(receipt.ready, false)
    assert.ok(receipt.note?.includes('pending'))
  })

  it('tells a taken number, a lack of money and a missing verification apart', async (t) => {
    const taken = await bench(t)
    await taken.sandbox.act('tryvox', { take: taken.order.number })
    assert.equal((await failureOf(taken.driver.rent(taken.order, noCancel()))).kind, 'taken')
    const poor = await bench(t)
    await poor.sandbox.act('tryvox', { balance: '0.00' })
    assert.equal((await failureOf(poor.driver.rent(poor.order, noCancel()))).kind, 'funds')
    const unverified = await bench(t, { verificationMissing: true })
    const { facts } = await failureOf(unverified.driver.rent(unverified.order, noCancel()))
    assert.equal(facts.kind, 'forbidden')
    assert.ok(facts.fields?.some(({ field }) => field === 'Account verification'))
  })

  it('leaves the outcome open when the answer is lost, without a second request, and settles it', async (t) => {
    for (const kind of ['resetAfter', 'truncate', 'truncateJson', 'nonJson'] as const) {
      const { sandbox, driver, order, requests } = await bench(t)
      await sandbox.fault({ provider: 'tryvox', route: 'rent', kind })
      assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
      assert.equal((await requests('rent')).length, 1)
      assert.equal(await driver.settleRent(order, noCancel()), 'rented')
    }
  })

  it('settles by the list of the country, whatever the call for one number says', async (t) => {
    const { sandbox, driver, order, requests } = await bench(t, { getNumberMissing: true })
    assert.equal(await driver.settleRent(order, noCancel()), 'notRented')
    assert.ok((await requests('listOwned')).every(({ url }) => url.includes('country=GB')))
    await sandbox.fault({ provider: 'tryvox', route: 'rent', kind: 'resetAfter' })
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
    assert.equal(await driver.settleRent(order, noCancel()), 'rented')
  })

  it('settles nothing when the list cannot be read', async (t) => {
    const { sandbox, driver, order } = await bench(t, { getNumberMissing: true })
    await sandbox.fault({ provider: 'tryvox', route: 'listOwned', kind: 'nonJson', times: 0 })
    assert.equal((await failureOf(driver.settleRent(order, noCancel()))).kind, 'unexpected')
  })

  it('leaves the outcome open on a 500 and when the answer is about another number', async (t) => {
    const { sandbox, driver, order } = await bench(t)
    await sandbox.fault({ provider: 'tryvox', route: 'rent', kind: 'status', status: 500 })
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
    const body = { e164: '+12025550199' }
    await sandbox.fault({ provider: 'tryvox', route: 'rent', kind: 'statusAfterWork', status: 200, body })
    assert.equal((await failureOf(driver.rent(order, noCancel()))).kind, 'unknownOutcome')
  })
})

describe('releasing a TryVox number', () => {
  it('is previewed with its fee, its days and TryVox’s warnings', async (t) => {
    const { driver, owned, requests } = await releasable(t)
    const preview = await driver.previewRelease(owned, noCancel())
    assert.equal(preview.possible, true)
    assert.deepEqual(preview.fee, { kind: 'fee', money: { amount: '25', currency: 'USD' } })
    assert.ok(preview.consequences.some((sentence) => sentence.includes('30 days')))
    assert.equal(preview.takeBackDays, 30)
    assert.equal(preview.warnings.length, 1)
    assert.ok((await requests('releasePreview'))[0]?.url.endsWith(`/numbers/${owned.number}/release-preview`))
  })

  it('has no fee for an old number and is impossible where TryVox says so', async (t) => {
    const { driver } = await bench(t)
    const { numbers } = await collectOwned(driver)
    const old = numbers.find(({ routing, country }) => routing === 'trunk trunk_k3m9' && country === 'US')
    const locked = numbers.find(({ country }) => country === 'DE')
    assert.ok(old && locked)
    assert.deepEqual((await driver.previewRelease(old, noCancel())).fee, { kind: 'none' })
    const refused = await driver.previewRelease(locked, noCancel())
    assert.equal(refused.possible, false)
    assert.ok(refused.warnings.some((warning) => warning.includes('bundle')))
  })

  it('stays possible with an unknown fee when there is no preview, and fails when the credentials do', async (t) => {
    const { sandbox, driver, owned } = await releasable(t)
    for (const fault of [
      { kind: 'status', status: 404 },
      { kind: 'nonJson' },
      { kind: 'status', status: 200, body: { e164: owned.number } },
      { kind: 'status', status: 200, body: { e164: owned.number, early_termination_fee: -5, currency: 'USD' } },
    ] as const) {
      await sandbox.fault({ provider: 'tryvox', route: 'releasePreview', ...fault })
      const preview = await driver.previewRelease(owned, noCancel())
      assert.deepEqual([preview.possible, preview.fee.kind], [true, 'unknown'])
    }
    await sandbox.fault({ provider: 'tryvox', route: 'releasePreview', kind: 'status', status: 401 })
    assert.equal((await failureOf(driver.previewRelease(owned, noCancel()))).kind, 'auth')
  })

  it('tells the fee that was really charged', async (t) => {
    const { driver, owned, requests } = await releasable(t, { surpriseFeeCents: 150 })
    const receipt = await driver.release(owned, noCancel())
    assert.deepEqual(receipt.kind === 'released' && receipt.fee, { amount: '26.5', currency: 'USD' })
    assert.equal((await requests('release')).length, 1)
    assert.ok((await requests('release'))[0]?.url.endsWith(`/numbers/${owned.number}`))
  })

  it('offers cancel release from the stored receipt only until that moment', async (t) => {
    const { sandbox, driver, owned } = await releasable(t)
    const world = () => sandbox.world<{ released: readonly { availableAfter: string }[] }>('tryvox')
    const receipt = await driver.release(owned, noCancel())
    const until = receipt.kind === 'released' ? receipt.cancellableUntil : undefined
    assert.equal(until, (await world()).released[0]?.availableAfter)
    const now = await sandbox.advance(0)
    await sandbox.advance(Date.parse(until ?? '') - now - 1_000)
    await driver.cancelRelease(owned.number, noCancel())
    assert.equal((await driver.getOwned(owned.number, noCancel()))?.number, owned.number)
    await driver.release(owned, noCancel())
    await sandbox.advance(31 * 86_400_000)
    assert.equal((await failureOf(driver.cancelRelease(owned.number, noCancel()))).kind, 'notFound')
  })

  it('can be taken back after a lost answer for as long as after an answered one', async (t) => {
    const { sandbox, driver, owned } = await releasable(t)
    const now = () => new Date(Date.parse(sandboxNow))
    const sandboxNow = new Date(await sandbox.advance(0)).toISOString()
    const { takeBackDays = 0 } = await driver.previewRelease(owned, noCancel())
    await sandbox.fault({ provider: 'tryvox', route: 'release', kind: 'resetAfter' })
    const account = buildAccount({ id: owned.accountId, provider: 'tryvox' })
    const inventory = createInventory({ now: Date.now, driverFor: async () => ({ kind: 'ready', driver }) })
    inventory.setAccounts([account])
    const journal = createMemoryJournal()
    const tools = moneyTools(driver, inventory, { journal, now })
    await releaseNumber(tools, { account, owned, takeBackDays }, noCancel())
    const [release] = cancellableReleases(deedsOf(journal.entries), now().getTime())
    const world = await sandbox.world<{ released: readonly { availableAfter: string }[] }>('tryvox')
    const truly = Date.parse(world.released[0]?.availableAfter ?? '')
    const promised = Date.parse(release?.ending?.cancellableUntil ?? '')
    assert.ok(promised <= truly && promised > truly - 60_000, `${promised} is not shortly before ${truly}`)
  })

  it('accepts an empty answer to taking it back, and to the release itself', async (t) => {
    const { sandbox, driver, owned } = await releasable(t, { emptyCancelBody: true })
    await sandbox.fault({ provider: 'tryvox', route: 'release', kind: 'statusAfterWork', status: 204 })
    assert.deepEqual(await driver.release(owned, noCancel()), { kind: 'released' })
    await driver.cancelRelease(owned.number, noCancel())
  })

  it('finds that a number is gone already, but not by the 404 of another server', async (t) => {
    const { sandbox, driver, owned } = await releasable(t)
    await sandbox.fault({ provider: 'tryvox', route: 'release', kind: 'status', status: 404, body: '<p>no</p>' })
    assert.equal((await failureOf(driver.release(owned, noCancel()))).kind, 'notFound')
    await sandbox.act('tryvox', { lose: owned.number })
    assert.deepEqual(await driver.release(owned, noCancel()), { kind: 'alreadyGone' })
  })

  it('sends nothing for a number that is listed as released', async (t) => {
    const { driver, owned, requests } = await releasable(t, { releasedStaysListed: true })
    await driver.release(owned, noCancel())
    const listed = await driver.getOwned(owned.number, noCancel())
    assert.equal(listed?.state.kind, 'released')
    assert.ok(listed)
    assert.deepEqual(await driver.release(listed, noCancel()), { kind: 'alreadyGone' })
    assert.equal((await driver.previewRelease(listed, noCancel())).possible, false)
    assert.equal((await requests('release')).length, 1)
  })

  it('is sent once, whatever happens to its answer', async (t) => {
    for (const kind of ['resetAfter', 'truncate', 'truncateJson', 'nonJson'] as const) {
      const { sandbox, driver, owned, requests } = await releasable(t)
      await sandbox.fault({ provider: 'tryvox', route: 'release', kind })
      assert.equal((await failureOf(driver.release(owned, noCancel()))).kind, 'unknownOutcome')
      assert.equal((await requests('release')).length, 1)
    }
  })

  it('leaves open whether a release was taken back when the answer is lost', async (t) => {
    const { sandbox, driver, owned, requests } = await releasable(t)
    await driver.release(owned, noCancel())
    await sandbox.fault({ provider: 'tryvox', route: 'cancelRelease', kind: 'resetAfter' })
    assert.equal((await failureOf(driver.cancelRelease(owned.number, noCancel()))).kind, 'unknownOutcome')
    assert.equal((await requests('cancelRelease')).length, 1)
  })
})

import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createContiguityDriver } from '../../src/providers/contiguity/contiguityDriver.ts'
import { buildOwnedNumber, e164 } from '../support/builders.ts'
import { collectOwned, failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox, type TestSandbox } from '../support/startSandbox.ts'

interface World {
  readonly owned: readonly { readonly number: string; readonly leaseStatus: string }[]
}

async function account(t: TestContext, owned?: number) {
  const sandbox = await startSandbox(t, owned === undefined ? {} : { owned: { contiguity: owned } })
  return { sandbox, driver: sandboxDriver(t, sandbox, 'contiguity', createContiguityDriver) }
}

function answering(route: string, status: number, body: unknown) {
  return { provider: 'contiguity', route, kind: 'status', status, body } as const
}

describe('a Contiguity key', () => {
  it('signs with Token; the emulator refuses Bearer', async (t) => {
    const { sandbox, driver } = await account(t)
    await driver.verifyCredentials(noCancel())
    const log = await sandbox.requests('contiguity')
    assert.deepEqual(
      log.map(({ url, facts }) => [url, facts.authScheme, facts.contentType]),
      [
        ['/entitlements/', 'Token', 'application/json'],
        ['/numbers/leased', 'Token', 'application/json'],
      ],
    )
    const { endpoint, credentials } = sandbox.provider('contiguity')
    const headers = { authorization: `Bearer ${credentials['apiKey']}` }
    assert.equal((await fetch(`${endpoint}/entitlements/`, { headers })).status, 401)
  })

  it('that is wrong is refused as auth', async (t) => {
    const { sandbox } = await account(t)
    const credentials = { apiKey: 'contiguity_sk_canary' }
    const driver = sandboxDriver(t, sandbox, 'contiguity', createContiguityDriver, { credentials })
    const error = await failureOf(driver.verifyCredentials(noCancel()))
    assert.equal(error.kind, 'auth')
    assert.equal(error.message.includes('canary'), false)
  })

  it('that is good but may not lease is told so, by name', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.setSwitch('contiguity', 'withoutLeaseEntitlement', true)
    for (const failure of [failureOf(driver.verifyCredentials(noCancel())), (await collectOwned(driver)).error]) {
      const facts = (await failure)?.facts
      assert.equal(facts?.kind, 'forbidden')
      assert.deepEqual(
        facts?.fields?.map(({ field }) => field),
        ['Lease entitlement'],
      )
    }
  })

  it('is not said to lack an entitlement that it has', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.fault(answering('listOwned', 403, { data: { error: 'No' } }))
    const { facts } = await failureOf(driver.verifyCredentials(noCancel()))
    assert.equal(facts.kind, 'forbidden')
    assert.equal(facts.fields, undefined)
    assert.equal((await sandbox.counters('contiguity')).routes['applyEntitlement'], undefined)
  })
})

describe('the list of a Contiguity account', () => {
  it('holds what is leased and not what has ended', async (t) => {
    const { sandbox, driver } = await account(t)
    const list = await collectOwned(driver)
    assert.equal(list.error, undefined)
    const held = await heldNumbers(sandbox)
    assert.deepEqual(list.numbers.map(({ number }) => number).sort(), held)
    assert.ok((await sandbox.world<World>('contiguity')).owned.length > held.length)
    assert.ok(list.numbers.some(({ state }) => state.kind === 'other' && state.word === 'paused'))
  })

  it('comes whole in one request, whatever count stands beside it', async (t) => {
    const { sandbox, driver } = await account(t, 1_000)
    await sandbox.setSwitch('contiguity', 'overcount', 7)
    const list = await collectOwned(driver)
    assert.equal(list.error, undefined)
    assert.equal(list.numbers.length, 1_000)
    assert.equal((await sandbox.requests('contiguity')).length, 1)
  })

  for (const status of [404, 200]) {
    it(`is empty, not failed, when Contiguity answers ${status} for none`, async (t) => {
      const { sandbox, driver } = await account(t, 0)
      await sandbox.setSwitch('contiguity', 'emptyListStatus', status)
      const list = await collectOwned(driver)
      assert.equal(list.error, undefined)
      assert.deepEqual(list.numbers, [])
    })
  }

  it('fails, and is not empty, when another server answers 404', async (t) => {
    const { sandbox, driver } = await account(t, 3)
    await sandbox.fault({ provider: 'contiguity', route: 'listOwned', kind: 'nonJson', status: 404 })
    assert.equal((await collectOwned(driver)).error?.kind, 'unexpected')
  })

  it('lists a number once, by its held lease, and shows rows without a number', async (t) => {
    const { sandbox, driver } = await account(t)
    const numbers = [
      { id: '+12125550123', lease_id: 'old', lease_status: 'terminated' },
      { id: '+12125550123', lease_id: 'new', lease_status: 'active' },
      { id: '+12125550123', lease_id: 'again', lease_status: 'active' },
      { id: 'num_7', lease_id: 'lsd_7' },
      null,
    ]
    await sandbox.fault(answering('listOwned', 200, { data: { leased: 5, numbers } }))
    const list = await collectOwned(driver)
    assert.equal(list.numbers.length, 1)
    assert.deepEqual(list.numbers[0]?.facts[0], { label: 'Lease', value: 'new' })
    assert.deepEqual(list.unreadable, [
      { reason: 'It has no phone number.', hint: 'num_7' },
      { reason: 'It has no phone number.' },
    ])
  })
})

describe('one Contiguity number', () => {
  it('is the same as its row in the list, and undefined when it is not ours', async (t) => {
    const { sandbox, driver } = await account(t)
    const [first] = (await collectOwned(driver)).numbers
    assert.ok(first)
    assert.deepEqual(await driver.getOwned(first.number, noCancel()), first)
    const { offers } = await driver.searchOffers({ country: 'US', capabilities: [] }, noCancel())
    assert.ok(offers[0])
    assert.equal(await driver.getOwned(offers[0].number, noCancel()), undefined)
    assert.equal(await driver.getOwned(e164('+12025550199'), noCancel()), undefined)
    const [, one] = (await sandbox.requests('contiguity')).map(({ url }) => url)
    assert.equal(one, `/numbers/%2B${first.number.slice(1)}`)
    assert.equal((await sandbox.counters('contiguity')).routes['ownedDetails'], undefined)
  })

  it('is looked for in the list before it is called not ours', async (t) => {
    const { sandbox, driver } = await account(t)
    const [first] = (await collectOwned(driver)).numbers
    assert.ok(first)
    await sandbox.fault(answering('getNumber', 404, { data: { error: 'Not found' } }))
    assert.equal((await driver.getOwned(first.number, noCancel()))?.number, first.number)
  })

  it('is unexpected when the answer is another number’s row', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.fault(answering('getNumber', 200, { data: { id: '+12125550100', lease_id: 'l' } }))
    assert.equal((await failureOf(driver.getOwned(e164('+12025550199'), noCancel()))).kind, 'unexpected')
  })
})

describe('releasing at Contiguity', () => {
  it('says first that it is final and that refunds are not documented', async (t) => {
    const { sandbox, driver } = await account(t)
    const preview = await driver.previewRelease(buildOwnedNumber(), noCancel())
    assert.match(preview.consequences.join(' '), /cannot be undone.*refunded is not documented/s)
    assert.equal(preview.fee.kind, 'unknown')
    assert.equal((await sandbox.requests('contiguity')).length, 0)
  })

  it('gives the number up with one request; a second one finds it gone', async (t) => {
    const { sandbox, driver } = await account(t)
    const [first] = (await collectOwned(driver)).numbers
    assert.ok(first)
    const receipt = await driver.release(first, noCancel())
    assert.equal(receipt.kind, 'released')
    assert.match((receipt.kind === 'released' && receipt.requestId) || '', /^req_/)
    assert.deepEqual(await driver.release(first, noCancel()), { kind: 'alreadyGone' })
    assert.equal((await heldNumbers(sandbox)).includes(first.number), false)
    assert.equal((await sandbox.counters('contiguity')).money['release'], 2)
  })

  it('does not know the outcome when the answer is lost, empty or about a lease that goes on', async (t) => {
    const { sandbox, driver } = await account(t)
    const [first] = (await collectOwned(driver)).numbers
    assert.ok(first)
    const answers = [
      answering('release', 500, { data: { error: 'Oops' } }),
      answering('release', 204, ''),
      answering('release', 200, { data: { number_id: first.number, status: 'active' } }),
      answering('release', 200, { data: { number_id: '+12025550199', status: 'terminated' } }),
    ]
    for (const fault of answers) {
      await sandbox.fault(fault)
      assert.equal((await failureOf(driver.release(first, noCancel()))).kind, 'unknownOutcome')
    }
    assert.equal((await driver.getOwned(first.number, noCancel()))?.number, first.number)
    await sandbox.fault({ provider: 'contiguity', route: 'release', kind: 'resetAfter' })
    assert.equal((await failureOf(driver.release(first, noCancel()))).kind, 'unknownOutcome')
    assert.equal(await driver.getOwned(first.number, noCancel()), undefined)
  })

  it('cannot be taken back, and no field has choices', async (t) => {
    const { driver } = await account(t)
    assert.equal((await failureOf(driver.cancelRelease(e164('+12025550199'), noCancel()))).kind, 'unsupported')
    assert.equal((await failureOf(driver.listChoices('billingMethod', noCancel()))).kind, 'unsupported')
  })
})

async function heldNumbers(sandbox: TestSandbox): Promise<readonly string[]> {
  const { owned } = await sandbox.world<World>('contiguity')
  const held = owned.filter(({ leaseStatus }) => leaseStatus !== 'expired' && leaseStatus !== 'terminated')
  return held.map(({ number }) => number).sort()
}

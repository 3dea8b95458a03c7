import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createPlivoDriver } from '../../src/providers/plivo/plivoDriver.ts'
import type { PlivoSnapshot } from '../../src/sandbox/plivo/snapshotPlivo.ts'
import { buildOwnedNumber, e164 } from '../support/builders.ts'
import { collectOwned, failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function account(t: TestContext) {
  const sandbox = await startSandbox(t)
  return { sandbox, driver: sandboxDriver(t, sandbox, 'plivo', createPlivoDriver) }
}

describe('Plivo credentials', () => {
  it('are proved by one request for one row', async (t) => {
    const { sandbox, driver } = await account(t)
    await driver.verifyCredentials(noCancel())
    const log = await sandbox.requests('plivo')
    assert.equal(log.length, 1)
    assert.ok(log[0]?.url.endsWith('/Number/?limit=1'))
  })

  it('may be pasted with spaces around them', async (t) => {
    const { sandbox } = await account(t)
    const { authId, authToken } = sandbox.provider('plivo').credentials
    const credentials = { authId: ` ${authId}\n`, authToken: `\t${authToken} ` }
    await sandboxDriver(t, sandbox, 'plivo', createPlivoDriver, { credentials }).verifyCredentials(noCancel())
  })

  for (const plain of [false, true]) {
    it(`are refused as auth when wrong, with a ${plain ? 'text' : 'JSON'} body`, async (t) => {
      const { sandbox } = await account(t)
      await sandbox.setSwitch('plivo', 'plainTextUnauthorized', plain)
      const good = sandbox.provider('plivo').credentials
      for (const wrong of [
        { ...good, authToken: 'canary-wrong-token' },
        { ...good, authId: 'MAFOREIGN0000000000' },
      ]) {
        const driver = sandboxDriver(t, sandbox, 'plivo', createPlivoDriver, { credentials: wrong })
        const { facts, message } = await failureOf(driver.verifyCredentials(noCancel()))
        assert.equal(facts.kind, 'auth')
        assert.ok((facts.sentence ?? '') !== '')
        assert.equal(message.includes('canary'), false)
      }
    })
  }
})

describe('one Plivo number', () => {
  it('is undefined when the account does not own it and the same as its row in the list when it does', async (t) => {
    const { driver } = await account(t)
    const [first] = (await collectOwned(driver)).numbers
    assert.ok(first)
    assert.deepEqual(await driver.getOwned(first.number, noCancel()), first)
    assert.equal(await driver.getOwned(e164('+12025550199'), noCancel()), undefined)
  })

  it('is not called gone when another server answers 404', async (t) => {
    const { sandbox, driver } = await account(t)
    const [first] = (await collectOwned(driver)).numbers
    assert.ok(first)
    for (const route of ['getOwned', 'release']) {
      await sandbox.fault({
        provider: 'plivo',
        route,
        kind: 'status',
        status: 404,
        body: 'Not here',
        contentType: 'text/html',
      })
    }
    assert.equal((await failureOf(driver.getOwned(first.number, noCancel()))).kind, 'notFound')
    assert.equal((await failureOf(driver.release(first, noCancel()))).kind, 'notFound')
  })

  it('is unexpected when the answer is another number’s row', async (t) => {
    const { sandbox, driver } = await account(t)
    const body = { number: '12025550100' }
    await sandbox.fault({ provider: 'plivo', route: 'getOwned', kind: 'status', status: 200, body })
    assert.equal((await failureOf(driver.getOwned(e164('+12025550199'), noCancel()))).kind, 'unexpected')
  })
})

describe('releasing at Plivo', () => {
  it('says first that it is final', async (t) => {
    const { sandbox, driver } = await account(t)
    const preview = await driver.previewRelease(buildOwnedNumber(), noCancel())
    assert.equal(preview.possible, true)
    assert.match(preview.consequences[0] ?? '', /cannot be undone/)
    assert.match(preview.consequences.join(' '), /not refunded/)
    assert.equal((await sandbox.requests('plivo')).length, 0)
  })

  it('gives the number up with one request; a second one finds it gone', async (t) => {
    const { sandbox, driver } = await account(t)
    const [first] = (await collectOwned(driver)).numbers
    assert.ok(first)
    assert.equal((await driver.release(first, noCancel())).kind, 'released')
    assert.deepEqual(await driver.release(first, noCancel()), { kind: 'alreadyGone' })
    const world = await sandbox.world<PlivoSnapshot>('plivo')
    assert.equal(
      world.owned.some(({ number }) => number === first.number),
      false,
    )
    assert.equal((await sandbox.counters('plivo')).money['release'], 2)
  })

  it('does not know the outcome when the answer is lost or is somebody else’s page', async (t) => {
    const { sandbox, driver } = await account(t)
    const [first] = (await collectOwned(driver)).numbers
    assert.ok(first)
    await sandbox.fault({ provider: 'plivo', route: 'release', kind: 'status', status: 500, body: 'oops' })
    assert.equal((await failureOf(driver.release(first, noCancel()))).kind, 'unknownOutcome')
    await sandbox.fault({ provider: 'plivo', route: 'release', kind: 'nonJson' })
    assert.equal((await failureOf(driver.release(first, noCancel()))).kind, 'unknownOutcome')
    assert.equal(await driver.getOwned(first.number, noCancel()), undefined)
  })

  it('cannot be taken back', async (t) => {
    const { driver } = await account(t)
    assert.equal((await failureOf(driver.cancelRelease(e164('+12025550199'), noCancel()))).kind, 'unsupported')
  })
})

describe('Plivo choices', () => {
  it('are the account’s applications by name, with their ids as text', async (t) => {
    const { driver } = await account(t)
    const choices = await driver.listChoices('applicationId', noCancel())
    assert.ok(choices.length > 1)
    for (const choice of choices) {
      assert.equal(choice.hint, choice.value)
      assert.notEqual(choice.label, '')
    }
    assert.ok(choices.some(({ value }) => Number(value) > Number.MAX_SAFE_INTEGER))
  })

  it('leave out an id that arrived as a rounded number', async (t) => {
    const { sandbox, driver } = await account(t)
    const text = '{"meta":{"total_count":2},"objects":[{"app_id":21004477130012345,"app_name":"a"},{"app_id":"7"}]}'
    await sandbox.fault({ provider: 'plivo', route: 'listApplications', kind: 'status', status: 200, body: text })
    assert.deepEqual(await driver.listChoices('applicationId', noCancel()), [{ value: '7', label: '7', hint: '7' }])
  })

  it('do not exist for other fields', async (t) => {
    const { driver } = await account(t)
    assert.equal((await failureOf(driver.listChoices('colour', noCancel()))).kind, 'unsupported')
  })
})

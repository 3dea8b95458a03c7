import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createSinchDriver } from '../../src/providers/sinch/sinchDriver.ts'
import { buildOwnedNumber, e164 } from '../support/builders.ts'
import { collectOwned, failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

interface World {
  readonly tokensIssued: number
  readonly observed: Readonly<Record<string, number>>
  readonly owned: readonly Readonly<Record<string, unknown>>[]
}

async function account(t: TestContext) {
  const sandbox = await startSandbox(t)
  const driver = sandboxDriver(t, sandbox, 'sinch', createSinchDriver)
  const routes = async () => (await sandbox.counters('sinch')).routes
  return { sandbox, driver, routes }
}

async function anyOwned(t: TestContext, name: string) {
  const bench = await account(t)
  const owned = (await collectOwned(bench.driver)).numbers.find((one) => one.name === name)
  assert.ok(owned)
  return { ...bench, owned }
}

describe('Sinch credentials', () => {
  it('are proved by a token and one row, never by HTTP Basic', async (t) => {
    const { sandbox, driver } = await account(t)
    await driver.verifyCredentials(noCancel())
    const log = await sandbox.requests('sinch')
    assert.deepEqual(
      log.map(({ route, facts }) => [route, facts.authScheme, facts.accept]),
      [
        ['token', 'Basic', 'application/json'],
        ['listOwned', 'Bearer', 'application/json'],
      ],
    )
    assert.ok(log[1]?.url.endsWith('/activeNumbers?pageSize=1'))
    assert.equal(log[1]?.facts.contentType, null)
    assert.equal((await sandbox.world<World>('sinch')).observed['basicAuth'], 0)
  })

  it('may be pasted with spaces around them', async (t) => {
    const { sandbox } = await account(t)
    const given = Object.entries(sandbox.provider('sinch').credentials).map(([key, value]) => [key, ` ${value}\n`])
    const credentials = Object.fromEntries(given)
    await sandboxDriver(t, sandbox, 'sinch', createSinchDriver, { credentials }).verifyCredentials(noCancel())
  })

  for (const wrong of ['projectId', 'keyId', 'keySecret']) {
    it(`are refused as auth when ${wrong} is wrong`, async (t) => {
      const { sandbox } = await account(t)
      const credentials = { ...sandbox.provider('sinch').credentials, [wrong]: 'canary-wrong' }
      const driver = sandboxDriver(t, sandbox, 'sinch', createSinchDriver, { credentials })
      const { facts, message } = await failureOf(driver.verifyCredentials(noCancel()))
      assert.deepEqual([facts.kind, facts.operation], ['auth', 'verify'])
      assert.equal(message.includes('canary'), false)
    })
  }

  it('ask no other path when the project is empty or made of dots', async (t) => {
    const { sandbox, routes } = await account(t)
    for (const projectId of ['', '.', '..']) {
      const credentials = { ...sandbox.provider('sinch').credentials, projectId }
      const driver = sandboxDriver(t, sandbox, 'sinch', createSinchDriver, { credentials })
      assert.equal((await failureOf(driver.verifyCredentials(noCancel()))).kind, 'auth')
    }
    assert.equal((await routes())['unknown'], undefined)
    assert.equal((await routes())['listOwned'], undefined)
  })

  it('are not proved by a page of somebody else', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.fault({ provider: 'sinch', route: 'listOwned', kind: 'nonJson' })
    assert.equal((await failureOf(driver.verifyCredentials(noCancel()))).kind, 'unexpected')
  })
})

describe('the token of a Sinch account', () => {
  it('is shared by reads that start together', async (t) => {
    const { sandbox, driver } = await account(t)
    await Promise.all([1, 2, 3, 4].map(() => driver.verifyCredentials(noCancel())))
    assert.equal((await sandbox.world<World>('sinch')).tokensIssued, 1)
  })

  it('is renewed and the read repeated once when it expired', async (t) => {
    const { sandbox, driver, routes } = await account(t)
    await driver.verifyCredentials(noCancel())
    await sandbox.act('sinch', { expireTokens: true })
    await driver.verifyCredentials(noCancel())
    assert.deepEqual(await routes(), { token: 2, listOwned: 3 })
  })

  it('is not renewed for any other 401', async (t) => {
    const { sandbox, driver, routes } = await account(t)
    await driver.verifyCredentials(noCancel())
    await sandbox.act('sinch', { revokeTokens: true })
    assert.equal((await failureOf(driver.verifyCredentials(noCancel()))).kind, 'auth')
    assert.deepEqual(await routes(), { token: 1, listOwned: 2 })
  })

  it('is not renewed twice for one read', async (t) => {
    const { sandbox, driver, routes } = await account(t)
    const headers = { 'www-authenticate': 'Bearer error_description="token expired"' }
    await sandbox.fault({ provider: 'sinch', route: 'listOwned', kind: 'status', status: 401, headers, times: 0 })
    assert.equal((await failureOf(driver.verifyCredentials(noCancel()))).kind, 'auth')
    assert.deepEqual(await routes(), { token: 2, listOwned: 2 })
  })

  it('is asked again while its server passes through a fault', async (t) => {
    const { sandbox, driver, routes } = await account(t)
    await sandbox.fault({ provider: 'sinch', route: 'token', kind: 'status', status: 429 })
    await driver.verifyCredentials(noCancel())
    assert.deepEqual(await routes(), { token: 2, listOwned: 1 })
  })
})

describe('one Sinch number', () => {
  it('is undefined when the project does not own it and the same as its row in the list when it does', async (t) => {
    const { driver } = await account(t)
    const [first] = (await collectOwned(driver)).numbers
    assert.ok(first)
    assert.deepEqual(await driver.getOwned(first.number, noCancel()), first)
    assert.equal(await driver.getOwned(e164('+12025550199'), noCancel()), undefined)
  })

  it('is not called gone when another server answers 404', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.fault({ provider: 'sinch', route: 'getOwned', kind: 'nonJson', status: 404 })
    assert.equal((await failureOf(driver.getOwned(e164('+12025550199'), noCancel()))).kind, 'notFound')
  })

  it('is asked with its plus as %2B', async (t) => {
    const { sandbox, driver } = await account(t)
    await driver.getOwned(e164('+12025550199'), noCancel())
    const asked = (await sandbox.requests('sinch')).at(-1)
    assert.ok(asked?.url.endsWith('/activeNumbers/%2B12025550199'))
  })
})

describe('releasing a Sinch number', () => {
  it('is previewed as what it is: paid and alive until the period ends, without a way back', async (t) => {
    const { driver, owned } = await anyOwned(t, 'Support')
    const preview = await driver.previewRelease(owned, noCancel())
    assert.equal(preview.possible, true)
    assert.equal(preview.until, owned.renewsAt)
    assert.deepEqual(preview.fee, { kind: 'none' })
    assert.ok(preview.consequences.some((sentence) => sentence.includes('end of the period')))
    assert.ok(preview.consequences.some((sentence) => sentence.includes('refunds nothing')))
    assert.equal(
      preview.consequences.some((sentence) => sentence.includes('voice link')),
      false,
    )
  })

  it('says that a voice link under way is dropped', async (t) => {
    const { driver } = await account(t)
    const linking = (await collectOwned(driver)).numbers.find(({ facts }) =>
      facts.some(({ label }) => label === 'Voice link under way'),
    )
    assert.ok(linking)
    const { consequences } = await driver.previewRelease(linking, noCancel())
    assert.ok(consequences.some((sentence) => sentence.includes('voice link')))
  })

  it('answers until when the number works, and shows it as releasing from then on', async (t) => {
    const { driver, owned, routes } = await anyOwned(t, 'Support')
    const receipt = await driver.release(owned, noCancel())
    assert.deepEqual(receipt, { kind: 'leavingAt', until: owned.renewsAt })
    const after = await driver.getOwned(owned.number, noCancel())
    assert.deepEqual(after?.state, { kind: 'releasing', until: owned.renewsAt })
    assert.equal((await routes())['release'], 1)
  })

  it('does not send a second release for a number that is leaving', async (t) => {
    const { driver, owned, routes } = await anyOwned(t, 'Messe 2025')
    assert.equal(owned.state.kind, 'releasing')
    const receipt = await driver.release(owned, noCancel())
    assert.deepEqual(receipt, { kind: 'leavingAt', until: owned.state.kind === 'releasing' && owned.state.until })
    assert.equal((await driver.previewRelease(owned, noCancel())).possible, false)
    assert.equal((await routes())['release'], undefined)
  })

  it('finds that a number is gone already', async (t) => {
    const { driver } = await account(t)
    const foreign = buildOwnedNumber('+12025550199')
    assert.deepEqual(await driver.release(foreign, noCancel()), { kind: 'alreadyGone' })
    assert.equal((await driver.previewRelease(foreign, noCancel())).possible, false)
  })

  it('does not call a number gone because of another server’s 404', async (t) => {
    const { sandbox, driver, owned } = await anyOwned(t, 'Support')
    await sandbox.fault({ provider: 'sinch', route: 'release', kind: 'status', status: 404, body: '<p>no</p>' })
    assert.equal((await failureOf(driver.release(owned, noCancel()))).kind, 'notFound')
    assert.deepEqual(await driver.getOwned(owned.number, noCancel()), owned)
  })

  it('is sent once with no body, whatever happens to its answer', async (t) => {
    for (const kind of ['resetAfter', 'truncate', 'nonJson'] as const) {
      const { sandbox, driver, owned, routes } = await anyOwned(t, 'Support')
      await sandbox.fault({ provider: 'sinch', route: 'release', kind })
      assert.equal((await failureOf(driver.release(owned, noCancel()))).kind, 'unknownOutcome')
      assert.equal((await routes())['release'], 1)
      const sent = (await sandbox.requests('sinch')).find(({ route }) => route === 'release')
      assert.equal(sent?.facts.bodyBytes, 0)
    }
  })

  it('cannot be taken back', async (t) => {
    const { driver, owned } = await anyOwned(t, 'Support')
    assert.equal((await failureOf(driver.cancelRelease(owned.number, noCancel()))).kind, 'unsupported')
  })
})

import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createPlivoDriver } from '../../src/providers/plivo/plivoDriver.ts'
import type { Fault } from '../../src/sandbox/faults.ts'
import type { PlivoSnapshot } from '../../src/sandbox/plivo/snapshotPlivo.ts'
import { e164 } from '../support/builders.ts'
import { failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function account(t: TestContext) {
  const sandbox = await startSandbox(t)
  const driver = sandboxDriver(t, sandbox, 'plivo', createPlivoDriver, { timeouts: { write: 500 } })
  const owned = async () => (await sandbox.world<PlivoSnapshot>('plivo')).owned
  const number = e164((await owned())[0]?.number ?? '')
  const alias = async () => (await owned()).find((one) => one.number === number)?.alias
  const routes = async () => (await sandbox.counters('plivo')).routes
  return { sandbox, driver, number, alias, routes }
}

describe('after a change was accepted by Plivo', () => {
  it('reads again until the change shows, at most three times', async (t) => {
    const { sandbox, driver, number, routes } = await account(t)
    const change = { alias: 'Fresh' }
    for (const { staleReads, reads, shows } of [
      { staleReads: 0, reads: 1, shows: true },
      { staleReads: 2, reads: 3, shows: true },
      { staleReads: 9, reads: 3, shows: false },
    ]) {
      await sandbox.setSwitch('plivo', 'staleReads', staleReads)
      await sandbox.resetCounters()
      const alias = `${change.alias} ${staleReads}`
      const { settings, notes } = await driver.changeSettings(number, { alias }, noCancel())
      const known = settings.values['alias']
      assert.equal(known?.kind === 'known' && known.value === alias, shows)
      assert.deepEqual(
        notes.map((note) => /does not show it: the alias is “Fresh 2”/.test(note)),
        shows ? [] : [true],
      )
      // One reading before the request tells where the number goes.
      assert.deepEqual(await routes(), { getOwned: reads + 1, update: 1 })
    }
  })

  it('does not call it undone when reading again fails or finds the number gone', async (t) => {
    const { sandbox, driver, number, alias } = await account(t)
    for (const [index, fault] of [
      { kind: 'status', status: 403, body: { error: 'no' } },
      { kind: 'status', status: 404, body: { error: 'not found' } },
      { kind: 'nonJson' },
    ].entries()) {
      await sandbox.fault({ ...fault, provider: 'plivo', route: 'getOwned', after: 1 } as Fault)
      const { facts } = await failureOf(driver.changeSettings(number, { alias: `Read ${index}` }, noCancel()))
      assert.equal(facts.kind, 'unknownOutcome')
      assert.match(facts.detail ?? '', /accepted the change/)
      assert.equal(await alias(), `Read ${index}`)
    }
  })
})

describe('a change whose answer is lost', () => {
  for (const fault of [
    { kind: 'resetAfter' },
    { kind: 'hang', afterWork: true },
    { kind: 'statusAfterWork', status: 502, body: 'Bad gateway', contentType: 'text/html' },
    { kind: 'nonJson' },
    { kind: 'truncate' },
  ] as const) {
    it(`is of unknown outcome and never sent again (${fault.kind})`, async (t) => {
      const { sandbox, driver, number, alias, routes } = await account(t)
      await sandbox.fault({ ...fault, provider: 'plivo', route: 'update' })
      const error = await failureOf(driver.changeSettings(number, { alias: 'Lost' }, noCancel()))
      assert.equal(error.kind, 'unknownOutcome')
      assert.equal((await routes())['update'], 1)
      assert.equal(await alias(), 'Lost')
      const read = await driver.readSettings(number, noCancel())
      assert.deepEqual(read.values['alias'], { kind: 'known', value: 'Lost' })
    })
  }
})

describe('a change that was not made', () => {
  it('is not sent when the number cannot be read before', async (t) => {
    const { sandbox, driver, number, routes } = await account(t)
    await sandbox.fault({ provider: 'plivo', route: 'getOwned', kind: 'nonJson' })
    const error = await failureOf(driver.changeSettings(number, { alias: 'No' }, noCancel()))
    assert.equal(error.kind, 'unexpected')
    assert.equal((await routes())['update'], undefined)
  })

  it('is not sent when Plivo does not say readably where the number goes', async (t) => {
    const { sandbox, driver, number, alias, routes } = await account(t)
    const before = await alias()
    const body = { number: number.slice(1), application: '/v1/Account/MA1/Endpoint/9/' }
    await sandbox.fault({ provider: 'plivo', route: 'getOwned', kind: 'status', status: 200, body })
    const { facts } = await failureOf(driver.changeSettings(number, { alias: 'No' }, noCancel()))
    assert.deepEqual(
      facts.fields?.map(({ field }) => field),
      ['application'],
    )
    assert.equal((await routes())['update'], undefined)
    assert.equal(await alias(), before)
  })

  it('keeps Plivo’s sentence at the field when it is refused', async (t) => {
    const { sandbox, driver, number } = await account(t)
    const body = { api_id: 'r-1', error: 'That name is not allowed' }
    await sandbox.fault({ provider: 'plivo', route: 'update', kind: 'status', status: 400, body })
    const { facts } = await failureOf(driver.changeSettings(number, { alias: 'No' }, noCancel()))
    assert.equal(facts.kind, 'invalid')
    assert.equal(facts.requestId, 'r-1')
    assert.deepEqual(facts.fields, [{ field: 'alias', problem: 'That name is not allowed' }])
  })
})

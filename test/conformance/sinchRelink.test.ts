import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { SettingsChange } from '../../src/core/numberSettings.ts'
import { createSinchDriver } from '../../src/providers/sinch/sinchDriver.ts'
import { collectOwned, failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

interface World {
  readonly owned: readonly {
    readonly phoneNumber: string
    readonly displayName: string
    readonly smsConfiguration: {
      readonly servicePlanId: string
      readonly campaignId: string
      readonly scheduledProvisioning: { readonly servicePlanId: string; readonly campaignId: string } | null
    }
  }[]
}

/** A linked number at a Sinch that wants the former plan off first. */
async function linkedNumber(t: TestContext) {
  const sandbox = await startSandbox(t)
  await sandbox.setSwitch('sinch', 'requireUnlink', true)
  const driver = sandboxDriver(t, sandbox, 'sinch', createSinchDriver)
  const owned = (await collectOwned(driver)).numbers.find(({ name }) => name === 'Support')
  assert.ok(owned)
  const { number } = owned
  const row = async () => {
    const found = (await sandbox.world<World>('sinch')).owned.find(({ phoneNumber }) => phoneNumber === number)
    assert.ok(found)
    return found
  }
  const asked = async (route: string) => (await sandbox.counters('sinch')).routes[route] ?? 0
  const change = (wish: SettingsChange, signal = noCancel()) => driver.changeSettings(number, wish, signal)
  return { sandbox, change, row, asked }
}

/** Waits until the driver asked so often. Asking the sandbox paces the loop. */
async function arrived(asked: (route: string) => Promise<number>, route: string, count: number): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) if ((await asked(route)) >= count) return
  assert.fail('the request never arrived')
}

describe('another service plan at a Sinch that wants the former one off first', () => {
  it('falls back to unlink and link when the direct change is refused', async (t) => {
    const { change, row, asked, sandbox } = await linkedNumber(t)
    const { settings, notes } = await change({ servicePlanId: 'plan_us_2', displayName: 'Desk' })
    assert.equal(await asked('updateOwned'), 3)
    const { displayName, smsConfiguration } = await row()
    assert.deepEqual([displayName, smsConfiguration.servicePlanId], ['Desk', ''])
    assert.equal(smsConfiguration.scheduledProvisioning?.servicePlanId, 'plan_us_2')
    assert.equal(settings.provisioning[0]?.status, 'waiting')
    assert.deepEqual(notes, ['Sinch works on the SMS link now; until then it stays as it was.'])
    await sandbox.advance(60_000)
    const done = (await row()).smsConfiguration
    assert.deepEqual([done.servicePlanId, done.campaignId], ['plan_us_2', 'CQ7SBX1'])
  })

  it('is linked only when the former plan is off', async (t) => {
    const { change, row, asked, sandbox } = await linkedNumber(t)
    await sandbox.setSwitch('sinch', 'scheduleUnlink', true)
    const changed = change({ servicePlanId: 'plan_us_2' })
    await arrived(asked, 'getOwned', 3)
    assert.deepEqual([await asked('updateOwned'), (await row()).smsConfiguration.servicePlanId], [2, 'plan_us_1'])
    await sandbox.advance(60_000)
    await changed
    assert.equal(await asked('updateOwned'), 3)
    assert.equal((await row()).smsConfiguration.scheduledProvisioning?.servicePlanId, 'plan_us_2')
  })

  it('is not linked when taking the former one off fails, and that is said', async (t) => {
    const { change, asked, sandbox } = await linkedNumber(t)
    await sandbox.setSwitch('sinch', 'scheduleUnlink', true)
    await sandbox.setSwitch('sinch', 'smsErrorCodes', ['INTERNAL_ERROR'])
    await sandbox.setSwitch('sinch', 'provisioningStepSeconds', 0)
    const { settings, notes } = await change({ servicePlanId: 'plan_us_2' })
    assert.equal(await asked('updateOwned'), 2)
    assert.equal(settings.provisioning[0]?.status, 'failed')
    assert.deepEqual(notes, ['Sinch did not take the former service plan off, so the new one is not linked.'])
  })

  it('gives the former plan back when the new one is refused', async (t) => {
    const { change, row, asked, sandbox } = await linkedNumber(t)
    const body = { error: { code: 400, message: 'No such service plan', status: 'INVALID_ARGUMENT', details: [] } }
    await sandbox.fault({ provider: 'sinch', route: 'updateOwned', kind: 'status', status: 400, body, after: 2 })
    const { facts } = await failureOf(change({ servicePlanId: 'plan_us_9' }))
    assert.deepEqual(facts.fields, [
      { field: 'servicePlanId', problem: 'No such service plan' },
      { field: 'servicePlanId', problem: 'Sinch links the former service plan plan_us_1 again' },
    ])
    assert.deepEqual([facts.kind, await asked('updateOwned')], ['invalid', 4])
    await sandbox.advance(60_000)
    const { servicePlanId, campaignId } = (await row()).smsConfiguration
    assert.deepEqual([servicePlanId, campaignId], ['plan_us_1', 'CQ7SBX1'])
  })

  it('does not say that nothing changed when it is cancelled half way', async (t) => {
    const { change, asked, sandbox } = await linkedNumber(t)
    await sandbox.setSwitch('sinch', 'scheduleUnlink', true)
    const stop = new AbortController()
    const failed = failureOf(change({ servicePlanId: 'plan_us_2' }, stop.signal))
    await arrived(asked, 'getOwned', 3)
    stop.abort()
    const { facts } = await failed
    assert.deepEqual([facts.kind, await asked('updateOwned')], ['unknownOutcome', 2])
    assert.deepEqual(facts.fields, [
      { field: 'servicePlanId', problem: 'the former service plan was taken off, and the new one may not be linked' },
    ])
  })

  it('is not tried by taking the former one off when the refusal speaks of something else', async (t) => {
    const { change, row, asked, sandbox } = await linkedNumber(t)
    const body = { error: { code: 400, message: 'No such service plan', status: 'INVALID_ARGUMENT', details: [] } }
    await sandbox.fault({ provider: 'sinch', route: 'updateOwned', kind: 'status', status: 400, body })
    const { facts } = await failureOf(change({ servicePlanId: 'plan_us_9' }))
    assert.deepEqual(facts.fields, [{ field: 'servicePlanId', problem: 'No such service plan' }])
    assert.deepEqual([await asked('updateOwned'), (await row()).smsConfiguration.servicePlanId], [1, 'plan_us_1'])
  })
})

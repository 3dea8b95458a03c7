import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { ProviderDriver } from '../../src/core/providerDriver.ts'
import { createSinchDriver } from '../../src/providers/sinch/sinchDriver.ts'
import { collectOwned, failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

const office = '01K8SANDB0XTRUNK0000000001'

async function listedAccount(t: TestContext) {
  const sandbox = await startSandbox(t)
  const driver = sandboxDriver(t, sandbox, 'sinch', createSinchDriver)
  const { numbers } = await collectOwned(driver)
  return { sandbox, driver, numbers }
}

describe('choices for the settings of Sinch', () => {
  const choices = (driver: ProviderDriver, key: string) => driver.listChoices(key, noCancel())

  it('are the trunks and fax services of the project', async (t) => {
    const { driver } = await listedAccount(t)
    assert.deepEqual(await choices(driver, 'voiceTrunkId'), [
      { value: office, label: 'Office PBX', hint: 'office-pbx.pstn.sinch.com' },
      { value: '01K8SANDB0XTRUNK0000000002', label: 'Branch Göteborg', hint: 'branch-gbg.pstn.sinch.com' },
    ])
    assert.deepEqual(await choices(driver, 'voiceServiceId'), [
      {
        value: '01K8SANDB0XFAX000000000001',
        label: 'Invoices',
        hint: '01K8SANDB0XFAX000000000001, the project’s default',
      },
      { value: '01K8SANDB0XFAX000000000002', label: 'Orders by fax', hint: '01K8SANDB0XFAX000000000002' },
    ])
  })

  it('are the ids on the account’s numbers where Sinch has no list, without asking again after a list', async (t) => {
    const { sandbox, driver } = await listedAccount(t)
    await sandbox.resetCounters()
    assert.deepEqual(await choices(driver, 'servicePlanId'), [
      { value: 'plan_us_1', label: 'plan_us_1', hint: 'On 3 numbers' },
      { value: 'plan_eu_7', label: 'plan_eu_7', hint: 'On 2 numbers' },
    ])
    assert.deepEqual(await choices(driver, 'campaignId'), [{ value: 'CQ7SBX1', label: 'CQ7SBX1', hint: 'On 1 number' }])
    const apps = await choices(driver, 'voiceAppId')
    assert.deepEqual(apps.map(({ value }) => value).sort(), ['app-london', 'app-support-desk'])
    assert.deepEqual((await sandbox.counters('sinch')).routes, {})
  })

  it('take one page of numbers when nothing was listed before', async (t) => {
    const { sandbox } = await listedAccount(t)
    const fresh = sandboxDriver(t, sandbox, 'sinch', createSinchDriver)
    await sandbox.resetCounters()
    assert.equal((await choices(fresh, 'servicePlanId')).length, 2)
    assert.deepEqual((await sandbox.counters('sinch')).routes, { token: 1, listOwned: 1 })
  })

  it('fail alone, with the sentence of that API', async (t) => {
    const { sandbox, driver, numbers } = await listedAccount(t)
    const body = { code: 7, message: 'Elastic SIP trunking is not enabled' }
    await sandbox.fault({ provider: 'sinch', route: 'trunks', kind: 'status', status: 403, body })
    const { facts } = await failureOf(choices(driver, 'voiceTrunkId'))
    assert.deepEqual([facts.kind, facts.operation, facts.sentence], ['forbidden', 'choices', body.message])
    const [first] = numbers
    assert.ok(first)
    await driver.readSettings(first.number, noCancel())
    await choices(driver, 'voiceServiceId')
  })
})

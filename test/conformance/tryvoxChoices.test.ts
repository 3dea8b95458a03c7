import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createTryvoxDriver } from '../../src/providers/tryvox/tryvoxDriver.ts'
import { collectOwned, failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function listedAccount(t: TestContext) {
  const sandbox = await startSandbox(t)
  const driver = sandboxDriver(t, sandbox, 'tryvox', createTryvoxDriver)
  const { numbers } = await collectOwned(driver)
  return { sandbox, driver, numbers }
}

describe('choices for the settings of TryVox', () => {
  it('are the trunks of the account, bare or inside data', async (t) => {
    const { sandbox, driver } = await listedAccount(t)
    const expected = [
      { value: 'trunk_k3m9', label: 'Office', hint: 'trunk-k3m9.sip.tryvox.io' },
      { value: 'trunk_p8w2', label: 'Call centre', hint: 'trunk-p8w2.sip.tryvox.io' },
      { value: 'trunk_z1q5', label: 'Old site', hint: 'trunk-z1q5.sip.tryvox.io, inactive' },
    ]
    assert.deepEqual(await driver.listChoices('trunkId', noCancel()), expected)
    await sandbox.setSwitch('tryvox', 'trunksInData', true)
    assert.deepEqual(await driver.listChoices('trunkId', noCancel()), expected)
  })

  it('are none for an application, whose id is typed', async (t) => {
    const { driver } = await listedAccount(t)
    assert.equal((await failureOf(driver.listChoices('applicationId', noCancel()))).kind, 'unsupported')
  })

  it('fail as choices and leave the settings readable', async (t) => {
    const { sandbox, driver, numbers } = await listedAccount(t)
    await sandbox.fault({ provider: 'tryvox', route: 'listTrunks', kind: 'nonJson' })
    const { facts } = await failureOf(driver.listChoices('trunkId', noCancel()))
    assert.deepEqual([facts.kind, facts.operation], ['unexpected', 'choices'])
    const [first] = numbers
    assert.ok(first)
    await driver.readSettings(first.number, noCancel())
  })
})

import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { NumberSettings } from '../../src/core/numberSettings.ts'
import { e164 } from '../support/builders.ts'
import { failureOf, noCancel } from '../support/sandboxDriver.ts'
import { openSettings, settingValues } from '../support/settingsBench.ts'

const dashboard = 'Detaching is not available here; use the TryVox dashboard'

/** `undefined` = routed nowhere. */
function numberRouted(t: TestContext, routing: string | undefined) {
  return openSettings(
    t,
    'tryvox',
    (owned) => owned.routing === routing,
    ({ number }) => number,
  )
}

function valuesOf(settings: NumberSettings): readonly unknown[] {
  const { route, trunkId, applicationId } = settingValues(settings)
  return [route, trunkId, applicationId]
}

const onTrunk = 'trunk trunk_k3m9'
const onApp = 'app app_r7t2'

describe('the settings of a TryVox number', () => {
  it('are a trunk, an application, or nothing', async (t) => {
    for (const [routing, values] of [
      [onTrunk, ['trunk', 'trunk_k3m9', '']],
      [onApp, ['application', '', 'app_r7t2']],
      [undefined, ['', '', '']],
    ] as const) {
      const { read, number } = await numberRouted(t, routing)
      const settings = await read()
      assert.deepEqual(valuesOf(settings), values)
      assert.deepEqual([settings.provisioning, settings.number], [[], number])
    }
  })

  it('are found in the list when one number cannot be asked for', async (t) => {
    const { sandbox, read } = await numberRouted(t, onTrunk)
    await sandbox.setSwitch('tryvox', 'getNumberMissing', true)
    assert.deepEqual(valuesOf(await read()), ['trunk', 'trunk_k3m9', ''])
  })

  it('are not found when the account does not have the number, or has released it', async (t) => {
    const { sandbox, driver, number } = await numberRouted(t, onTrunk)
    assert.equal((await failureOf(driver.readSettings(e164('+12025559999'), noCancel()))).kind, 'notFound')
    await sandbox.act('tryvox', { status: { [number]: 'released' } })
    const { facts } = await failureOf(driver.changeSettings(number, { route: '' }, noCancel()))
    assert.deepEqual([facts.kind, facts.operation], ['notFound', 'settings'])
  })
})

describe('changing the route of a TryVox number', () => {
  const twoReads = { getOwned: 2 }

  it('goes from nothing to a trunk and changes nothing else', async (t) => {
    const { change } = await numberRouted(t, undefined)
    const { settings, notes, routes, world } = await change({ route: 'trunk', trunkId: 'trunk_p8w2' })
    assert.deepEqual([world, notes], [{ 'it.trunk': 'trunk_p8w2' }, []])
    assert.deepEqual(routes, { ...twoReads, assignTrunk: 1 })
    assert.deepEqual(valuesOf(settings), ['trunk', 'trunk_p8w2', ''])
  })

  it('goes from one trunk to another by its id alone', async (t) => {
    const { change } = await numberRouted(t, onTrunk)
    assert.deepEqual((await change({ trunkId: 'trunk_p8w2' })).world, { 'it.trunk': 'trunk_p8w2' })
  })

  it('goes from a trunk to an application with one call when that detaches the trunk', async (t) => {
    const { change } = await numberRouted(t, onTrunk)
    const { world, routes } = await change({ route: 'application', applicationId: ' app_new ' })
    assert.deepEqual(world, { 'it.trunk': null, 'it.application': 'app_new' })
    assert.deepEqual(routes, { ...twoReads, assignApplication: 1 })
  })

  it('reads the number again and detaches what is left over', async (t) => {
    for (const [from, wish, calls, world] of [
      [
        onTrunk,
        { route: 'application', applicationId: 'app_new' },
        { assignApplication: 1, detachTrunk: 1 },
        { 'it.trunk': null, 'it.application': 'app_new' },
      ],
      [
        onApp,
        { route: 'trunk', trunkId: 'trunk_p8w2' },
        { assignTrunk: 1, detachApplication: 1 },
        { 'it.trunk': 'trunk_p8w2', 'it.application': null },
      ],
    ] as const) {
      const { change, sandbox } = await numberRouted(t, from)
      await sandbox.setSwitch('tryvox', 'assignKeepsOther', true)
      const { routes, notes, ...after } = await change(wish)
      assert.deepEqual([after.world, notes], [world, []])
      assert.deepEqual(routes, { getOwned: 3, ...calls })
    }
  })

  it('goes from a trunk or an application to nothing, with and without a body', async (t) => {
    for (const withBody of [false, true]) {
      const trunk = await numberRouted(t, onTrunk)
      await trunk.sandbox.setSwitch('tryvox', 'detachWithBody', withBody)
      const { routes, world, settings, notes } = await trunk.change({ route: '' })
      assert.deepEqual([routes, world], [{ ...twoReads, detachTrunk: 1 }, { 'it.trunk': null }])
      assert.deepEqual([valuesOf(settings), notes], [['', '', ''], []])
      const app = await numberRouted(t, onApp)
      await app.sandbox.setSwitch('tryvox', 'detachWithBody', withBody)
      assert.deepEqual((await app.change({ route: null })).world, { 'it.application': null })
    }
  })

  it('explains the dashboard when detaching is refused', async (t) => {
    for (const status of [404, 405]) {
      const { sandbox, refusal } = await numberRouted(t, onTrunk)
      await sandbox.setSwitch('tryvox', 'detachTrunkStatus', status)
      const { facts, routes, world } = await refusal({ route: '' })
      assert.deepEqual([facts.kind, facts.fields], ['invalid', [{ field: 'route', problem: dashboard }]])
      assert.deepEqual([routes, world], [{ ...twoReads, detachTrunk: 1 }, {}])
    }
  })

  it('says that both are there when the former trunk cannot be detached', async (t) => {
    const { sandbox, change } = await numberRouted(t, onTrunk)
    await sandbox.setSwitch('tryvox', 'assignKeepsOther', true)
    await sandbox.setSwitch('tryvox', 'detachTrunkStatus', 405)
    const { settings, notes, world } = await change({ route: 'application', applicationId: 'app_new' })
    assert.deepEqual(world, { 'it.application': 'app_new' })
    assert.deepEqual(valuesOf(settings), [undefined, 'trunk_k3m9', 'app_new'])
    assert.deepEqual(notes, [
      'TryVox says that the number goes to trunk trunk_k3m9 and application app_new now.',
      `${dashboard}.`,
    ])
  })

  it('counts an application as detached when TryVox says that none was attached', async (t) => {
    const { sandbox, change } = await numberRouted(t, onApp)
    await sandbox.fault({
      provider: 'tryvox',
      route: 'detachApplication',
      kind: 'statusAfterWork',
      status: 404,
      body: { error: { code: 'NOT_FOUND', message: 'Assignment not found' } },
    })
    const { settings, notes } = await change({ route: '' })
    assert.deepEqual([valuesOf(settings), notes], [['', '', ''], []])
  })

  it('sends nothing for the route that the number has', async (t) => {
    const { change } = await numberRouted(t, onTrunk)
    const { routes, notes } = await change({ route: 'trunk' })
    assert.deepEqual([routes, notes], [{ getOwned: 1 }, ['Nothing was sent: TryVox has this routing already.']])
  })

  it('tells a trunk that TryVox does not know at its field', async (t) => {
    const { refusal } = await numberRouted(t, undefined)
    const { facts, world, routes } = await refusal({ route: 'trunk', trunkId: 'trunk_nope' })
    assert.deepEqual([facts.kind, facts.status], ['invalid', 404])
    assert.deepEqual(facts.fields, [{ field: 'trunkId', problem: 'Trunk not found' }])
    assert.deepEqual([world, routes], [{}, { getOwned: 1, assignTrunk: 1 }])
  })

  it('tells TryVox’s reasons at our fields', async (t) => {
    const { sandbox, refusal } = await numberRouted(t, undefined)
    const details = [{ field: 'application_id', reason: 'must start with app_' }]
    const body = { error: { code: 'VALIDATION_FAILED', message: 'Not valid', details } }
    await sandbox.fault({ provider: 'tryvox', route: 'assignApplication', kind: 'status', status: 400, body })
    const { facts } = await refusal({ route: 'application', applicationId: 'x' })
    assert.deepEqual(facts.fields, [{ field: 'applicationId', problem: 'must start with app_' }])
  })

  it('is not sent again when its answer is lost, and its outcome is then unknown', async (t) => {
    const { sandbox, refusal } = await numberRouted(t, undefined)
    await sandbox.fault({ provider: 'tryvox', route: 'assignTrunk', kind: 'resetAfter' })
    const { facts, routes, world } = await refusal({ route: 'trunk', trunkId: 'trunk_p8w2' })
    assert.deepEqual([facts.kind, facts.operation, routes['assignTrunk']], ['unknownOutcome', 'settings', 1])
    assert.deepEqual(world, { 'it.trunk': 'trunk_p8w2' })
  })

  it('is told from TryVox’s answer when the number cannot be read after it', async (t) => {
    const { sandbox, change } = await numberRouted(t, onApp)
    await sandbox.fault({ provider: 'tryvox', route: 'getOwned', kind: 'status', status: 403, after: 1 })
    const { settings, notes } = await change({ route: 'trunk', trunkId: 'trunk_p8w2' })
    assert.deepEqual(valuesOf(settings), ['trunk', 'trunk_p8w2', ''])
    assert.deepEqual(notes, ['The number could not be read after the change; this is what TryVox answered to it.'])
  })

  it('has an unknown outcome when neither an answer nor the number can be read', async (t) => {
    const { sandbox, refusal } = await numberRouted(t, onApp)
    await sandbox.fault({ provider: 'tryvox', route: 'getOwned', kind: 'status', status: 403, after: 1 })
    const { facts, world } = await refusal({ route: '' })
    assert.deepEqual([facts.kind, world], ['unknownOutcome', { 'it.application': null }])
  })

  it('says what was done when the second call is refused', async (t) => {
    const { sandbox, change } = await numberRouted(t, onTrunk)
    await sandbox.setSwitch('tryvox', 'assignKeepsOther', true)
    const body = { error: { code: 'FORBIDDEN', message: 'Not with this key.' } }
    await sandbox.fault({ provider: 'tryvox', route: 'detachTrunk', kind: 'status', status: 403, body })
    const { settings, notes } = await change({ route: 'application', applicationId: 'app_new' })
    assert.deepEqual(valuesOf(settings), [undefined, 'trunk_k3m9', 'app_new'])
    assert.deepEqual(notes, [
      'The rest of the change was not done: TryVox says “Not with this key”.',
      'TryVox says that the number goes to trunk trunk_k3m9 and application app_new now.',
    ])
  })

  it('has an unknown outcome when the answer to the second call is lost', async (t) => {
    const { sandbox, refusal } = await numberRouted(t, onTrunk)
    await sandbox.setSwitch('tryvox', 'assignKeepsOther', true)
    await sandbox.fault({ provider: 'tryvox', route: 'detachTrunk', kind: 'resetAfter' })
    const { facts, routes, world } = await refusal({ route: 'application', applicationId: 'app_new' })
    assert.deepEqual([facts.kind, routes['detachTrunk']], ['unknownOutcome', 1])
    assert.deepEqual(world, { 'it.trunk': null, 'it.application': 'app_new' })
  })

  it('asks with the plus of the number as it is', async (t) => {
    const { sandbox, change, number } = await numberRouted(t, undefined)
    await change({ route: 'trunk', trunkId: 'trunk_p8w2' })
    const [sent] = (await sandbox.requests('tryvox')).filter(({ route }) => route === 'assignTrunk')
    assert.ok(sent?.url.endsWith(`/numbers/${number}/assign`))
  })
})

import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { e164 } from '../support/builders.ts'
import { failureOf, noCancel } from '../support/sandboxDriver.ts'
import { openSettings, settingValues } from '../support/settingsBench.ts'
import { worldChanges } from '../support/worldChanges.ts'

const second = 1_000
const office = '01K8SANDB0XTRUNK0000000001'
const onePatch = { getOwned: 2, updateOwned: 1 }

function numberNamed(t: TestContext, name: string) {
  return openSettings(
    t,
    'sinch',
    (owned) => owned.name === name,
    ({ phoneNumber }) => phoneNumber,
  )
}

describe('the settings of a Sinch number', () => {
  it('are what Sinch says today', async (t) => {
    const { read } = await numberNamed(t, 'Support')
    const settings = await read()
    assert.deepEqual(settingValues(settings), {
      displayName: 'Support',
      servicePlanId: 'plan_us_1',
      campaignId: 'CQ7SBX1',
      voiceType: 'RTC',
      voiceAppId: 'app-support-desk',
      voiceTrunkId: '',
      voiceServiceId: '',
      callbackUrl: '',
    })
    assert.deepEqual(settings.provisioning, [])
    assert.deepEqual(
      settings.fields.map(({ key }) => key),
      Object.keys(settings.values),
    )
  })

  it('have no campaign outside the United States', async (t) => {
    const { read } = await numberNamed(t, 'Courier texts')
    const { fields } = await read()
    assert.equal(
      fields.some(({ key }) => key === 'campaignId'),
      false,
    )
  })

  it('are not found when the project does not have the number', async (t) => {
    const { driver, sandbox } = await numberNamed(t, 'Support')
    const stranger = e164('+13125559999')
    assert.equal((await failureOf(driver.readSettings(stranger, noCancel()))).kind, 'notFound')
    const change = driver.changeSettings(stranger, { displayName: 'X' }, noCancel())
    assert.deepEqual(
      [(await failureOf(change)).facts.operation, (await sandbox.counters('sinch')).routes['updateOwned']],
      ['settings', undefined],
    )
  })

  it('say what Sinch still works at and what failed, with its codes', async (t) => {
    const waiting = await numberNamed(t, 'Sales west coast')
    assert.deepEqual((await waiting.read()).provisioning, [
      {
        ...{ subject: 'SMS', status: 'waiting', detail: 'SMS plan plan_us_1 waits to be linked.' },
        coming: { servicePlanId: 'plan_us_1' },
      },
    ])
    await waiting.sandbox.advance(7 * 3_600 * second)
    assert.deepEqual((await waiting.read()).provisioning[0]?.status, 'inProgress')
    await waiting.sandbox.advance(7 * 3_600 * second)
    const done = await waiting.read()
    assert.deepEqual([done.provisioning, settingValues(done)['servicePlanId']], [[], 'plan_us_1'])
    assert.deepEqual((await (await numberNamed(t, 'Order hotline')).read()).provisioning, [
      {
        subject: 'SMS',
        status: 'failed',
        detail:
          'SMS plan plan_us_1 could not be linked: a toll-free number cannot be linked this way (TFN_NOT_ALLOWED).',
      },
    ])
  })
})

describe('changing the settings of a Sinch number', () => {
  it('renames it and changes nothing else', async (t) => {
    const { change } = await numberNamed(t, 'Support')
    const { settings, notes, routes, world } = await change({ displayName: '  Help “desk” ' })
    assert.deepEqual(world, { 'it.displayName': 'Help “desk”' })
    assert.deepEqual([routes, notes], [onePatch, []])
    assert.equal(settingValues(settings)['displayName'], 'Help “desk”')
  })

  it('clears the display name with an empty string', async (t) => {
    const { change } = await numberNamed(t, 'Support')
    const { settings, world } = await change({ displayName: null })
    assert.deepEqual(world, { 'it.displayName': '' })
    assert.equal(settingValues(settings)['displayName'], '')
  })

  it('sets and clears the callback URL', async (t) => {
    const { change } = await numberNamed(t, 'Support')
    const callbackUrl = 'https://hooks.example.com/a?b=c'
    assert.deepEqual((await change({ callbackUrl })).world, { 'it.callbackUrl': callbackUrl })
    assert.deepEqual((await change({ callbackUrl: '' })).world, { 'it.callbackUrl': '' })
  })

  it('takes the service plan off and leaves the campaign alone', async (t) => {
    const { change } = await numberNamed(t, 'Support')
    const { settings, notes, world } = await change({ servicePlanId: null })
    assert.deepEqual(world, { 'it.smsConfiguration.servicePlanId': '' })
    assert.deepEqual([settingValues(settings)['servicePlanId'], notes], ['', []])
  })

  it('takes the campaign off while the service plan stays', async (t) => {
    const { change } = await numberNamed(t, 'Support')
    assert.deepEqual((await change({ campaignId: null })).world, { 'it.smsConfiguration.campaignId': '' })
  })

  it('changes the campaign with the service plan repeated, and says that Sinch works on it', async (t) => {
    const { change, read, sandbox } = await numberNamed(t, 'Support')
    const { settings, notes, routes } = await change({ campaignId: 'CNEW' })
    assert.deepEqual(routes, onePatch)
    assert.deepEqual([settingValues(settings)['campaignId'], settings.provisioning[0]?.status], ['CQ7SBX1', 'waiting'])
    assert.deepEqual(notes, ['Sinch works on the SMS link now; until then it stays as it was.'])
    await sandbox.advance(60 * second)
    const done = settingValues(await read())
    assert.deepEqual([done['servicePlanId'], done['campaignId']], ['plan_us_1', 'CNEW'])
  })

  it('links another service plan directly and keeps the campaign', async (t) => {
    const { change, sandbox, read } = await numberNamed(t, 'Support')
    assert.deepEqual((await change({ servicePlanId: 'plan_us_2' })).routes, onePatch)
    await sandbox.advance(60 * second)
    const done = settingValues(await read())
    assert.deepEqual([done['servicePlanId'], done['campaignId']], ['plan_us_2', 'CQ7SBX1'])
  })

  it('moves calls from an app to a trunk, which is there when Sinch has made the link', async (t) => {
    const { change, sandbox, read, rows } = await numberNamed(t, 'Support')
    const before = await rows()
    const { settings, notes } = await change({ voiceType: 'EST', voiceTrunkId: office })
    assert.deepEqual(settingValues(settings)['voiceType'], 'RTC')
    assert.deepEqual(settings.provisioning, [
      {
        ...{ subject: 'voice', status: 'waiting', detail: `trunk ${office} waits to be linked.` },
        coming: { voiceType: 'EST', voiceTrunkId: office },
      },
    ])
    assert.equal(notes.length, 1)
    await sandbox.advance(60 * second)
    await read()
    const { 'it.voiceConfiguration.lastUpdatedTime': at, ...world } = worldChanges(before, await rows())
    assert.equal(typeof at, 'string')
    assert.deepEqual(world, {
      'it.voiceConfiguration.type': 'EST',
      'it.voiceConfiguration.appId': '',
      'it.voiceConfiguration.trunkId': office,
    })
  })

  it('takes the voice link off', async (t) => {
    const { change } = await numberNamed(t, 'Zentrale Berlin')
    const { settings, notes, world } = await change({ voiceType: '' })
    assert.equal(world['it.voiceConfiguration.trunkId'], '')
    assert.deepEqual(Object.keys(world), ['it.voiceConfiguration.lastUpdatedTime', 'it.voiceConfiguration.trunkId'])
    assert.deepEqual(
      [settingValues(settings)['voiceType'], settingValues(settings)['voiceTrunkId'], notes],
      ['', '', []],
    )
  })

  it('says that the voice link stayed when the provider kept it', async (t) => {
    const { change, sandbox } = await numberNamed(t, 'Zentrale Berlin')
    await sandbox.setSwitch('sinch', 'keepVoiceOnUnlink', true)
    const { settings, notes, world } = await change({ voiceType: null })
    assert.deepEqual(world, {})
    assert.equal(settingValues(settings)['voiceTrunkId'], office)
    assert.deepEqual(notes, [`Sinch accepted the change but the voice link stayed as it was: trunk ${office}.`])
  })

  it('sends everything that changed in one request', async (t) => {
    const { change, sandbox } = await numberNamed(t, 'Zentrale Berlin')
    await sandbox.setSwitch('sinch', 'provisioningStepSeconds', 0)
    const fax = '01K8SANDB0XFAX000000000001'
    const { settings, routes } = await change({
      displayName: 'Fax Berlin',
      servicePlanId: 'plan_eu_7',
      voiceType: 'FAX',
      voiceServiceId: fax,
    })
    const { displayName, servicePlanId, voiceType, voiceServiceId } = settingValues(settings)
    assert.deepEqual([displayName, servicePlanId, voiceType, voiceServiceId], ['Fax Berlin', 'plan_eu_7', 'FAX', fax])
    assert.deepEqual(routes, onePatch)
  })

  it('sends nothing when Sinch has the values already', async (t) => {
    const { change } = await numberNamed(t, 'Support')
    const { notes, routes, world } = await change({ displayName: 'Support', voiceAppId: 'app-support-desk' })
    assert.deepEqual([routes, world], [{ getOwned: 1 }, {}])
    assert.deepEqual(notes, ['Nothing was sent: Sinch has these values already.'])
  })

  it('tells where a refused value stands, in Sinch’s own words', async (t) => {
    const { refusal } = await numberNamed(t, 'Courier texts')
    const { facts, routes, world } = await refusal({ campaignId: 'CX', displayName: 'Y' })
    assert.deepEqual([facts.kind, facts.status], ['invalid', 400])
    assert.deepEqual(facts.fields, [{ field: 'campaignId', problem: 'Only for US numbers' }])
    assert.deepEqual([routes, world], [{ getOwned: 1, updateOwned: 1 }, {}])
  })

  it('is not sent again when its answer is lost, and its outcome is then unknown', async (t) => {
    for (const kind of ['resetAfter', 'nonJson'] as const) {
      const { sandbox, refusal } = await numberNamed(t, 'Support')
      await sandbox.fault({ provider: 'sinch', route: 'updateOwned', kind })
      const { facts, routes, world } = await refusal({ displayName: 'Other' })
      assert.deepEqual([facts.kind, facts.operation, routes['updateOwned']], ['unknownOutcome', 'settings', 1])
      assert.deepEqual(world, { 'it.displayName': 'Other' })
    }
  })

  it('sends neither null nor a mask of members, whatever is cleared', async (t) => {
    const { change, sandbox } = await numberNamed(t, 'Support')
    await change({ displayName: null, servicePlanId: null, campaignId: null, voiceType: null, callbackUrl: null })
    const { observed } = await sandbox.world<{ observed: Readonly<Record<string, number>> }>('sinch')
    assert.deepEqual([observed['nullsSent'], observed['updateMasks']], [0, 0])
  })

  it('is told from Sinch’s answer when the number cannot be read after it', async (t) => {
    const { change, sandbox } = await numberNamed(t, 'Support')
    await sandbox.fault({ provider: 'sinch', route: 'getOwned', kind: 'status', status: 403, after: 1 })
    const { settings, notes } = await change({ displayName: 'Other' })
    assert.equal(settingValues(settings)['displayName'], 'Other')
    assert.deepEqual(notes, ['The number could not be read after the change; this is what Sinch answered to it.'])
  })

  it('is not begun when it was cancelled before', async (t) => {
    const { driver, number, sandbox } = await numberNamed(t, 'Support')
    const change = driver.changeSettings(number, { displayName: 'Other' }, AbortSignal.abort())
    assert.deepEqual(
      [(await failureOf(change)).kind, (await sandbox.counters('sinch')).routes['updateOwned']],
      ['cancelled', undefined],
    )
  })
})

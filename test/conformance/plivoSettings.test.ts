import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import type { SettingsChange } from '../../src/core/numberSettings.ts'
import type { E164 } from '../../src/core/phoneNumber.ts'
import { createPlivoDriver } from '../../src/providers/plivo/plivoDriver.ts'
import type { PlivoOwnedSnapshot, PlivoSnapshot } from '../../src/sandbox/plivo/snapshotPlivo.ts'
import { e164 } from '../support/builders.ts'
import { failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'

async function account(t: TestContext) {
  const sandbox = await startSandbox(t)
  const driver = sandboxDriver(t, sandbox, 'plivo', createPlivoDriver, { timeouts: { write: 500 } })
  const world = async () => (await sandbox.world<PlivoSnapshot>('plivo')).owned
  const named = async (alias: string): Promise<E164> => {
    const found = (await world()).find((one) => one.alias === alias)
    assert.ok(found, alias)
    return e164(found.number)
  }
  /** Changes a number and proves that the world differs from before in exactly `expected`. */
  const changing = async (number: E164, change: SettingsChange, expected: Partial<PlivoOwnedSnapshot>) => {
    const before = await world()
    const result = await driver.changeSettings(number, change, noCancel())
    const wanted = before.map((one) => (one.number === number ? { ...one, ...expected } : one))
    assert.deepEqual(await world(), wanted)
    return result
  }
  const known = async (number: E164, key: string) => {
    const value = (await driver.readSettings(number, noCancel())).values[key]
    return value?.kind === 'known' ? value.value : undefined
  }
  return { sandbox, driver, world, named, changing, known }
}

describe('the settings of a Plivo number', () => {
  it('are what the world has', async (t) => {
    const { driver, world } = await account(t)
    for (const one of await world()) {
      const { values, fields } = await driver.readSettings(e164(one.number), noCancel())
      const value = (key: string) => (values[key]?.kind === 'known' ? values[key].value : undefined)
      assert.equal(value('alias'), one.alias ?? '')
      assert.equal(value('application'), one.application ?? '')
      assert.equal(value('subaccount'), one.subaccount ?? '')
      const compliance = fields.find(({ key }) => key.startsWith('compliance_'))
      assert.equal(value(compliance?.key ?? ''), one.compliance ?? '')
      assert.equal(value('cnamLookup'), one.cnamLookup ?? undefined)
    }
  })

  it('reject with notFound when the account does not own the number, and nothing is sent', async (t) => {
    const { sandbox, driver } = await account(t)
    const stranger = e164('+12025550199')
    assert.equal((await failureOf(driver.readSettings(stranger, noCancel()))).kind, 'notFound')
    assert.equal((await failureOf(driver.changeSettings(stranger, { alias: 'a' }, noCancel()))).kind, 'notFound')
    assert.equal((await sandbox.counters('plivo')).routes['update'], undefined)
  })

  it('have no fields, and say why, while Plivo does not list a pending number', async (t) => {
    const { sandbox, driver } = await account(t)
    await sandbox.setSwitch('plivo', 'hidePendingNumbers', true)
    const { offers } = await driver.searchOffers({ country: 'FR', capabilities: [] }, noCancel())
    const offer = offers.find(({ requirements }) => requirements.length > 0)
    assert.ok(offer)
    await driver.rent({ number: offer.number, country: 'FR', options: {} }, noCancel())
    const settings = await driver.readSettings(offer.number, noCancel())
    assert.deepEqual(settings.fields, [])
    assert.match(settings.provisioning[0]?.detail ?? '', /reviewing/)
  })
})

describe('changing the alias of a Plivo number', () => {
  it('sets, changes and clears it and nothing else, with one request each', async (t) => {
    const { sandbox, named, changing } = await account(t)
    const number = await named('Support line')
    const set = await changing(number, { alias: 'Büro “1”' }, { alias: 'Büro “1”' })
    assert.deepEqual(set.notes, [])
    assert.deepEqual(set.settings.values['alias'], { kind: 'known', value: 'Büro “1”' })
    await changing(number, { alias: null }, { alias: '' })
    await changing(number, { alias: 'Again' }, { alias: 'Again' })
    assert.equal((await sandbox.counters('plivo')).routes['update'], 3)
  })

  it('keeps the application when only the alias changes, even if Plivo would reset it', async (t) => {
    const { sandbox, named, changing } = await account(t)
    await sandbox.setSwitch('plivo', 'resetApplicationOnUpdate', true)
    for (const alias of ['Sales west', 'London office']) {
      const { notes } = await changing(await named(alias), { alias: `${alias} 2` }, { alias: `${alias} 2` })
      assert.deepEqual(notes, [])
    }
  })

  it('sends a trunk back as app_id', async (t) => {
    const { sandbox, named, changing } = await account(t)
    await sandbox.setSwitch('plivo', 'resetApplicationOnUpdate', true)
    await changing(await named('Free support'), { alias: 'Free' }, { alias: 'Free' })
  })

  it('keeps an application that is written as a bare id', async (t) => {
    const { sandbox, named, changing } = await account(t)
    await sandbox.setSwitch('plivo', 'resetApplicationOnUpdate', true)
    await sandbox.setSwitch('plivo', 'bareApplicationIds', true)
    await changing(await named('Sales west'), { alias: 'West' }, { alias: 'West' })
  })

  it('tells of an application that appeared where there was none', async (t) => {
    const { sandbox, named, changing } = await account(t)
    await sandbox.setSwitch('plivo', 'resetApplicationOnUpdate', true)
    const { defaultApplication } = await sandbox.world<PlivoSnapshot>('plivo')
    const change = { alias: 'Berlin' }
    const { notes, settings } = await changing(await named('Büro Berlin'), change, {
      ...change,
      application: defaultApplication,
    })
    assert.deepEqual(notes, [`Plivo changed the application too, from none to “${defaultApplication}”.`])
    assert.deepEqual(settings.values['application'], { kind: 'known', value: defaultApplication })
  })
})

describe('changing the application of a Plivo number', () => {
  it('chooses by name and keeps all 17 digits and every letter of an id', async (t) => {
    const { driver, named, changing } = await account(t)
    const number = await named('Büro Berlin')
    const choices = await driver.listChoices('application', noCancel())
    for (const label of ['sales-ivr', 'support-ivr', 'Callback flow']) {
      const value = choices.find((choice) => choice.label === label)?.value
      assert.ok(value)
      const { notes } = await changing(number, { application: value }, { application: value })
      assert.deepEqual(notes, [])
    }
  })

  it('keeps the current trunk as a choice', async (t) => {
    const { driver, named, changing, known } = await account(t)
    const number = await named('Free support')
    const trunk = await known(number, 'application')
    assert.ok(typeof trunk === 'string')
    const choices = await driver.listChoices('application', noCancel())
    assert.deepEqual(choices.at(-1), { value: trunk, label: `SIP trunk ${trunk}`, hint: trunk })
    assert.equal(
      (await driver.listChoices('applicationId', noCancel())).some(({ value }) => value === trunk),
      false,
    )
    await changing(number, { application: choices[0]?.value ?? '' }, { application: choices[0]?.value ?? '' })
    await changing(number, { application: trunk }, { application: trunk })
  })

  it('clears it with empty text', async (t) => {
    const { named, changing } = await account(t)
    const { notes } = await changing(await named('Support line'), { application: null }, { application: null })
    assert.deepEqual(notes, [])
  })

  it('says that the application stayed when Plivo kept it', async (t) => {
    const { sandbox, named, changing, known } = await account(t)
    await sandbox.setSwitch('plivo', 'keepApplicationOnClear', true)
    const number = await named('Support line')
    const kept = await known(number, 'application')
    const { notes, settings } = await changing(number, { application: null, alias: 'Kept' }, { alias: 'Kept' })
    assert.deepEqual(notes, [
      `Plivo accepted the change but kept the application: calls and messages still go to “${kept}”.`,
    ])
    assert.deepEqual(settings.values['application'], { kind: 'known', value: kept })
  })

  it('has Plivo’s sentence at its field when the id is refused, and nothing is changed', async (t) => {
    const { driver, named, world } = await account(t)
    const number = await named('Support line')
    const before = await world()
    const { facts } = await failureOf(driver.changeSettings(number, { application: '999', alias: 'No' }, noCancel()))
    assert.equal(facts.kind, 'invalid')
    assert.deepEqual(facts.fields, [{ field: 'application', problem: 'app_id is not valid' }])
    assert.deepEqual(await world(), before)
  })
})

describe('changing other settings of a Plivo number', () => {
  it('moves it to a subaccount and never offers the way back', async (t) => {
    const { sandbox, driver, named, changing } = await account(t)
    const number = await named('Support line')
    const shop = (await driver.listChoices('subaccount', noCancel())).find(({ label }) => label === 'Shop')?.value
    assert.ok(shop)
    await changing(number, { subaccount: shop }, { subaccount: shop })
    const { facts } = await failureOf(driver.changeSettings(number, { subaccount: null }, noCancel()))
    assert.deepEqual(
      facts.fields?.map(({ field }) => field),
      ['subaccount'],
    )
    assert.equal((await sandbox.counters('plivo')).routes['update'], 1)
  })

  it('chooses among accepted compliance records of the same country and type', async (t) => {
    const { driver, named, changing } = await account(t)
    const number = await named('Shop Mumbai')
    const choices = await driver.listChoices('compliance_IN_local', noCancel())
    assert.deepEqual(
      choices.map(({ label }) => label),
      ['Shop IN', 'Office IN'],
    )
    const office = choices[1]?.value ?? ''
    await changing(number, { compliance_IN_local: office }, { compliance: office })
    assert.deepEqual(await driver.listChoices('compliance_IN_mobile', noCancel()), [])
  })

  it('turns the caller name lookup on and off', async (t) => {
    const { named, changing } = await account(t)
    const number = await named('Support line')
    await changing(number, { cnamLookup: 'disabled' }, { cnamLookup: 'disabled' })
    await changing(number, { cnamLookup: 'enabled' }, { cnamLookup: 'enabled' })
  })

  it('sends several at once in one request', async (t) => {
    const { sandbox, named, changing } = await account(t)
    const change = { alias: 'Both', cnamLookup: 'disabled' }
    await changing(await named('Support line'), change, change)
    assert.equal((await sandbox.counters('plivo')).routes['update'], 1)
  })

  it('sends nothing when nothing was changed', async (t) => {
    const { sandbox, named, changing } = await account(t)
    assert.deepEqual((await changing(await named('Support line'), {}, {})).notes, [])
    assert.equal((await sandbox.counters('plivo')).routes['update'], undefined)
  })
})

describe('with credentials of a Plivo subaccount', () => {
  it('numbers cannot be moved, but renamed', async (t) => {
    const { sandbox, named, world } = await account(t)
    const { endpoint, credentials } = sandbox.provider('plivo')
    const { authId = '', authToken = '' } = credentials
    const authorization = `Basic ${Buffer.from(`${authId}:${authToken}`).toString('base64')}`
    const list = await fetch(`${endpoint}/v1/Account/${authId}/Subaccount/`, { headers: { authorization } })
    const { objects } = (await list.json()) as { objects: { auth_id: string; auth_token: string; name: string }[] }
    const shop = objects.find(({ name }) => name === 'Shop')
    assert.ok(shop)
    const own = { authId: shop.auth_id, authToken: shop.auth_token }
    const driver = sandboxDriver(t, sandbox, 'plivo', createPlivoDriver, { credentials: own })
    const number = await named('Shop Toronto')
    const { fields } = await driver.readSettings(number, noCancel())
    assert.equal(
      fields.some(({ key }) => key === 'subaccount'),
      false,
    )
    await driver.changeSettings(number, { alias: 'Toronto' }, noCancel())
    assert.equal((await world()).find((one) => one.number === number)?.alias, 'Toronto')
  })
})

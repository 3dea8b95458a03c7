import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { createContiguityDriver } from '../../src/providers/contiguity/contiguityDriver.ts'
import { e164 } from '../support/builders.ts'
import { collectOwned, failureOf, noCancel, sandboxDriver } from '../support/sandboxDriver.ts'
import { startSandbox } from '../support/startSandbox.ts'
import { worldChanges } from '../support/worldChanges.ts'

interface World {
  readonly owned: readonly { readonly number: string; readonly failover: unknown }[]
}

async function account(t: TestContext) {
  const sandbox = await startSandbox(t)
  const driver = sandboxDriver(t, sandbox, 'contiguity', createContiguityDriver, { timeouts: { write: 500 } })
  const numbers = (await collectOwned(driver)).numbers.map(({ number }) => number)
  const [number, other, third] = numbers
  assert.ok(number && other && third)
  const world = () => sandbox.world<World>('contiguity')
  const failover = async () => (await world()).owned.find((one) => one.number === number)?.failover
  const configured = async () => (await sandbox.counters('contiguity')).routes['configure'] ?? 0
  return { sandbox, driver, number, other, third, world, failover, configured }
}

describe('the settings of a Contiguity number', () => {
  it('are failover alone, of which nothing is known', async (t) => {
    const { driver, number, configured } = await account(t)
    const { fields, values, provisioning } = await driver.readSettings(number, noCancel())
    assert.deepEqual(
      fields.map(({ key }) => [key, values[key]]),
      [
        ['failover', { kind: 'unknown' }],
        ['failoverMode', { kind: 'unknown' }],
        ['failoverNumbers', { kind: 'unknown' }],
      ],
    )
    assert.deepEqual(provisioning, [])
    assert.equal(await configured(), 0)
  })

  it('stay unknown after they were set, because no request tells them', async (t) => {
    const { driver, number } = await account(t)
    const { settings } = await driver.changeSettings(number, { failover: true }, noCancel())
    assert.deepEqual(settings, await driver.readSettings(number, noCancel()))
    assert.deepEqual(settings.values['failover'], { kind: 'unknown' })
  })

  it('reject with notFound for a number that is not leased, or not any more', async (t) => {
    const { sandbox, driver, number } = await account(t)
    for (const gone of [e164('+12025550199'), number]) {
      if (gone === number) await sandbox.act('contiguity', { remove: number })
      assert.equal((await failureOf(driver.readSettings(gone, noCancel()))).kind, 'notFound')
      assert.equal((await failureOf(driver.changeSettings(gone, { failover: true }, noCancel()))).kind, 'notFound')
    }
  })
})

describe('changing the failover of a Contiguity number', () => {
  it('always sends enabled, mode and numbers', async (t) => {
    const { driver, number, other, third, world, failover, configured } = await account(t)
    for (const [change, expected, words] of [
      [{ failover: true }, { enabled: true, mode: 'all', numbers: [] }, 'on, for all numbers'],
      [
        { failover: true, failoverMode: 'selective', failoverNumbers: [other, third] },
        { enabled: true, mode: 'selective', numbers: [other, third] },
        `on, for ${other}, ${third}`,
      ],
      [{ failover: true, failoverMode: 'all' }, { enabled: true, mode: 'all', numbers: [] }, 'on, for all numbers'],
      [{ failover: false }, { enabled: false, mode: 'all', numbers: [] }, 'off, for all numbers'],
    ] as const) {
      const { notes } = await driver.changeSettings(number, change, noCancel())
      assert.deepEqual(await failover(), expected)
      assert.deepEqual(notes, [`Contiguity confirms: failover is ${words}.`])
    }
    assert.equal(await configured(), 4)
    assert.deepEqual((await world()).owned.filter((one) => one.failover !== null).length, 1)
  })

  it('changes nothing else and sends the members even where they are the defaults', async (t) => {
    const { sandbox, driver, number, world } = await account(t)
    const before = await world()
    await driver.changeSettings(number, { failover: true }, noCancel())
    const index = before.owned.findIndex((one) => one.number === number)
    assert.deepEqual(
      Object.keys(worldChanges(before, await world())).filter((path) => !path.startsWith(`owned.${index}.failover`)),
      [],
    )
    const sent = (await sandbox.requests('contiguity')).find(({ route }) => route === 'configure')
    assert.equal(sent?.url, `/numbers/%2B${number.slice(1)}/configure`)
    const body = '{"failover":{"enabled":true,"mode":"all","numbers":[]}}'
    assert.equal(sent?.facts.bodyBytes, body.length)
  })

  it('is refused here when selective has no numbers, or when on or off is not said', async (t) => {
    const { driver, number, failover, configured } = await account(t)
    for (const [change, field] of [
      [{ failover: true, failoverMode: 'selective' }, 'failoverNumbers'],
      [{ failoverMode: 'all' }, 'failover'],
    ] as const) {
      const { facts } = await failureOf(driver.changeSettings(number, change, noCancel()))
      assert.equal(facts.kind, 'invalid')
      assert.deepEqual(
        facts.fields?.map((problem) => problem.field),
        [field],
      )
    }
    assert.equal(await configured(), 0)
    assert.equal(await failover(), null)
  })

  it('sends nothing when nothing was changed', async (t) => {
    const { driver, number, configured } = await account(t)
    assert.deepEqual((await driver.changeSettings(number, {}, noCancel())).notes, [])
    assert.equal(await configured(), 0)
  })

  for (const fault of [
    { kind: 'resetAfter' },
    { kind: 'hang', afterWork: true },
    { kind: 'statusAfterWork', status: 500, body: { data: { error: 'Internal' } } },
    { kind: 'nonJson' },
    { kind: 'truncateJson' },
  ] as const) {
    it(`is of unknown outcome and never sent again when the answer is lost (${fault.kind})`, async (t) => {
      const { sandbox, driver, number, failover, configured } = await account(t)
      await sandbox.fault({ ...fault, provider: 'contiguity', route: 'configure' })
      const error = await failureOf(driver.changeSettings(number, { failover: true }, noCancel()))
      assert.equal(error.kind, 'unknownOutcome')
      assert.equal(await configured(), 1)
      assert.deepEqual(await failover(), { enabled: true, mode: 'all', numbers: [] })
    })
  }
})

describe('what Contiguity answers to a change', () => {
  const answers: readonly (readonly [what: string, data: unknown, note: RegExp])[] = [
    [
      'says what is true when it is not what was asked for',
      { failover: { enabled: false, mode: 'selective', numbers: ['+13125550188'] } },
      /did not do all that was asked for: failover is off, for \+13125550188/,
    ],
    ['claims nothing when it does not repeat the failover', {}, /without saying what the failover is now/],
    ['claims nothing from a part of it', { failover: { enabled: true } }, /without saying/],
    [
      'is plain text in the note',
      { failover: { enabled: true, mode: 'selective', numbers: ['a\u202e\nb'] } },
      /failover is on, for a b\.$/,
    ],
  ]
  for (const [what, data, note] of answers) {
    it(what, async (t) => {
      const { sandbox, driver, number } = await account(t)
      await sandbox.fault(answering(200, { id: 'req_1', data }))
      const { notes } = await driver.changeSettings(number, { failover: true }, noCancel())
      assert.equal(notes.length, 1)
      assert.match(notes[0] ?? '', note)
    })
  }

  it('is an unknown outcome when it is about another number', async (t) => {
    const { sandbox, driver, number, other } = await account(t)
    await sandbox.fault(answering(200, { data: { number: other } }))
    const error = await failureOf(driver.changeSettings(number, { failover: true }, noCancel()))
    assert.equal(error.kind, 'unknownOutcome')
  })

  it('has a refusal’s sentence at the field that it names, else at failover itself', async (t) => {
    const { sandbox, driver, number } = await account(t)
    for (const [sentence, field] of [
      ['failover.numbers must be leased by you', 'failoverNumbers'],
      ['failover.mode must be all or selective', 'failoverMode'],
      ['Not possible for this number', 'failover'],
    ]) {
      await sandbox.fault(answering(400, { id: 'err_1', data: { error: sentence, status: 400 } }))
      const { facts } = await failureOf(driver.changeSettings(number, { failover: true }, noCancel()))
      assert.equal(facts.kind, 'invalid')
      assert.equal(facts.requestId, 'err_1')
      assert.deepEqual(facts.fields, [{ field, problem: sentence }])
    }
  })

  it('names the missing entitlement and the terms of a 403', async (t) => {
    const { sandbox, driver, number } = await account(t)
    await sandbox.act('contiguity', { entitlement: 'lease', status: 'available' })
    const terms = 'https://contiguity.com/terms'
    await sandbox.fault(answering(403, { data: { error: 'Forbidden', agreement_url: terms } }))
    const { facts } = await failureOf(driver.changeSettings(number, { failover: true }, noCancel()))
    assert.equal(facts.kind, 'forbidden')
    assert.deepEqual(
      facts.fields?.map(({ field }) => field),
      ['Lease entitlement', 'Terms to accept'],
    )
  })
})

function answering(status: number, body: unknown) {
  return { provider: 'contiguity', route: 'configure', kind: 'status', status, body } as const
}

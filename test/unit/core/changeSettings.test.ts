import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { type AgreedChange, changeSettings } from '../../../src/core/changeSettings.ts'
import { createInventory, type Inventory } from '../../../src/core/inventory.ts'
import type { JournalEntry } from '../../../src/core/journal.ts'
import type { KnownValue, NumberSettings, SettingsField } from '../../../src/core/numberSettings.ts'
import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import { ProviderError, type ProviderErrorKind } from '../../../src/core/providerError.ts'
import { buildAccount, buildOwnedNumber, e164 } from '../../support/builders.ts'
import { createMemoryJournal, createMemoryLock, moneyTools } from '../../support/moneyTools.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const number = e164('+13125550142')
const account = buildAccount()
const alias: SettingsField = {
  ...{ key: 'alias', label: 'Alias', help: '', group: '', bulk: true },
  input: { kind: 'text', placeholder: '', longest: 10, clearable: true },
}
const known = (value: string): KnownValue => ({ kind: 'known', value })

function settings(value: KnownValue): NumberSettings {
  return { number, fields: [alias], values: { alias: value }, provisioning: [] }
}

function failure(kind: ProviderErrorKind, sentence?: string): ProviderError {
  return new ProviderError({
    ...{ kind, provider: 'testphone', operation: 'settings' },
    ...(sentence === undefined ? {} : { sentence }),
  })
}

let inventory: Inventory
let journal: ReturnType<typeof createMemoryJournal>
let readings: KnownValue[]
let sent: unknown[]
let whenSent: () => Promise<readonly string[]>
let waited: number[]

const scripted = (): Partial<ProviderDriver> => ({
  async readSettings() {
    return settings(readings.length > 1 ? (readings.shift() ?? known('')) : (readings[0] ?? known('')))
  },
  async changeSettings(_, change) {
    sent.push(change)
    const notes = await whenSent()
    return { settings: settings(known('new')), notes }
  },
  getOwned: async () => buildOwnedNumber(number, { name: 'new' }),
})

beforeEach(() => {
  const driver = stubDriver(scripted())
  inventory = createInventory({ driverFor: async () => ({ kind: 'ready', driver }), now: () => 0 })
  inventory.setAccounts([account])
  inventory.put(buildOwnedNumber(number, { name: 'old' }))
  journal = createMemoryJournal()
  readings = [known('old')]
  sent = []
  waited = []
  whenSent = async () => []
})

function change(agreed: Partial<AgreedChange> = {}, driver: Partial<ProviderDriver> = {}) {
  const tools = moneyTools(stubDriver({ ...scripted(), ...driver }), inventory, {
    journal,
    pause: async (ms) => void waited.push(ms),
  })
  const whole = { account, number, change: { alias: 'new' }, seen: settings(known('old')), words: ['Alias: old → new'] }
  return changeSettings(tools, { ...whole, ...agreed }, new AbortController().signal)
}

function endings(): JournalEntry[] {
  return journal.entries.filter((entry) => entry.kind === 'ending')
}

describe('changing settings', () => {
  it('writes the change in words down before it is sent, and its end after', async () => {
    whenSent = async () => {
      assert.equal(journal.entries.length, 1)
      return ['The route came with it.']
    }
    const outcome = await change()
    assert.equal(outcome.kind, 'done')
    assert.deepEqual(sent, [{ alias: 'new' }])
    const [intent, ending] = journal.entries
    assert.ok(intent?.kind === 'intent' && ending?.kind === 'ending')
    assert.deepEqual(
      [intent.intent.verb, intent.intent.number, intent.intent.changes, intent.intent.country],
      ['changeSettings', number, ['Alias: old → new'], 'US'],
    )
    assert.deepEqual([ending.ending.outcome, ending.ending.note], ['done', 'The route came with it.'])
  })

  it('shows the row as it is then', async () => {
    await change()
    assert.equal(inventory.find(account.id, number)?.name, 'new')
    assert.deepEqual(inventory.account(account.id)?.activities.size, 0)
  })

  it('is done also when the row cannot be read again', async () => {
    const broken = stubDriver({ getOwned: () => Promise.reject(failure('network')) })
    inventory = createInventory({ driverFor: async () => ({ kind: 'ready', driver: broken }), now: () => 0 })
    inventory.setAccounts([account])
    assert.equal((await change()).kind, 'done')
  })

  it('sends nothing when the number is not as it was shown', async () => {
    readings = [known('renamed elsewhere')]
    assert.deepEqual(await change(), { kind: 'changedMeanwhile', now: settings(known('renamed elsewhere')) })
    assert.deepEqual([sent, journal.entries], [[], []])
  })

  it('does not take a value that the provider does not tell for a change', async () => {
    readings = [{ kind: 'unknown' }]
    assert.equal((await change()).kind, 'done')
  })

  it('sends nothing when the number cannot be read', async () => {
    const outcome = await change({}, { readSettings: () => Promise.reject(failure('notFound')) })
    assert.ok(outcome.kind === 'refused' && outcome.error.kind === 'notFound')
    assert.deepEqual([sent, journal.entries], [[], []])
  })

  it('sends nothing when the intent cannot be written down', async () => {
    journal.failNext()
    assert.deepEqual(await change(), { kind: 'notRecorded', reason: 'no space left on device' })
    assert.deepEqual(sent, [])
  })

  it('sends nothing while somebody else works on the number, here or in another window', async () => {
    inventory.begin(account.id, number, 'releasing')
    assert.deepEqual(await change(), { kind: 'alreadyUnderWay' })
    inventory.end(account.id, number)
    const lock = createMemoryLock()
    await lock.hold(account.provider, number)
    const tools = moneyTools(stubDriver(scripted()), inventory, { journal, lock })
    const agreed = { account, number, change: {}, seen: settings(known('old')), words: [] }
    assert.deepEqual(await changeSettings(tools, agreed, new AbortController().signal), { kind: 'alreadyUnderWay' })
    assert.deepEqual([sent, journal.entries], [[], []])
  })

  it('says what the provider refused, with its words in the record', async () => {
    whenSent = () => Promise.reject(failure('invalid', 'Alias is taken.'))
    const outcome = await change()
    assert.ok(outcome.kind === 'refused' && outcome.error.kind === 'invalid')
    const [ending] = endings()
    assert.ok(ending?.kind === 'ending')
    assert.deepEqual([ending.ending.outcome, ending.ending.note], ['refused', 'Alias is taken.'])
  })

  it('lets other accidents through, and leaves the record open', async () => {
    whenSent = () => Promise.reject(new TypeError('x'))
    await assert.rejects(change(), TypeError)
    assert.deepEqual(endings(), [])
    assert.equal(inventory.begin(account.id, number, 'releasing'), true)
  })
})

describe('changing settings when the answer is lost', () => {
  beforeEach(() => {
    whenSent = () => Promise.reject(failure('unknownOutcome'))
  })
  const ending = () => {
    const [found] = endings()
    return found?.kind === 'ending' ? found.ending : undefined
  }

  it('is done when the number shows the change, and is sent once only', async () => {
    readings = [known('old'), known('old'), known('new')]
    const outcome = await change()
    assert.ok(outcome.kind === 'done')
    assert.deepEqual(outcome.result.notes, ['The answer was lost. Reading the number again shows the change.'])
    assert.deepEqual([sent.length, waited], [1, [500, 2000]])
    assert.equal(ending()?.outcome, 'done')
  })

  it('counts as not done only when the last look shows the old values', async () => {
    const outcome = await change()
    assert.equal(outcome.kind, 'unchanged')
    assert.deepEqual(waited, [500, 2000, 5000])
    assert.deepEqual(ending()?.outcome, 'refused')
  })

  it('is unknown when the number shows something else, cannot be read, or does not tell', async () => {
    readings = [known('old'), known('third')]
    const other = await change()
    assert.ok(other.kind === 'unknown')
    assert.deepEqual(other.now?.values['alias'], known('third'))
    readings = [{ kind: 'unknown' }]
    assert.equal((await change({ seen: settings({ kind: 'unknown' }) })).kind, 'unknown')
    let reads = 0
    const outcome = await change(
      {},
      {
        readSettings: async () => {
          reads += 1
          if (reads > 1) throw failure('network')
          return settings(known('old'))
        },
      },
    )
    assert.ok(outcome.kind === 'unknown')
    assert.equal(outcome.now, undefined)
    assert.equal(ending()?.outcome, 'unknown')
  })
})

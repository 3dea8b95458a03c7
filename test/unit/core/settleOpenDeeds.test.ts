import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { createInventory } from '../../../src/core/inventory.ts'
import { type Deed, deedsOf, type Intent, type JournalEntry } from '../../../src/core/journal.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import type { ProviderDriver, RentVerdict } from '../../../src/core/providerDriver.ts'
import { createRecords } from '../../../src/core/records.ts'
import { checkOpenRent, settleOpenDeeds } from '../../../src/core/settleOpenDeeds.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../support/builders.ts'
import { createMemoryJournal, createMemoryLock } from '../../support/moneyTools.ts'
import { listing } from '../../support/scriptedPages.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const owned = buildOwnedNumber()

describe('asking again about a rent with an unknown outcome', () => {
  for (const [verdict, outcome] of [
    ['rented', 'done'],
    ['notRented', 'refused'],
  ] as const) {
    it(`settles it for good when the provider says ${verdict}, and never rents`, async () => {
      const desk = await deskWith([rentOf('open')], { settleRent: async () => verdict, getOwned: async () => owned })
      assert.equal(await desk.check(), verdict)
      assert.equal((await desk.deed()).ending?.outcome, outcome)
      assert.equal(await desk.check(), 'settledAlready')
    })
  }

  it('shows the number when it turns out to be ours', async () => {
    const desk = await deskWith([rentOf('open')], { settleRent: async () => 'rented', getOwned: async () => owned })
    await desk.check()
    assert.deepEqual(desk.inventory.find('account-1', owned.number), owned)
  })

  it('leaves it open when the provider cannot tell or be asked', async () => {
    const answers: readonly (() => Promise<RentVerdict>)[] = [
      async () => 'unknown',
      () => Promise.reject(buildError('network')),
    ]
    for (const settleRent of answers) {
      const desk = await deskWith([rentOf('open')], { settleRent })
      assert.equal(await desk.check(), 'unknown')
      assert.equal((await desk.deed()).ending, undefined)
    }
  })

  it('asks nobody while the account cannot be asked', async () => {
    const desk = await deskWith([rentOf('open')], undefined)
    assert.equal(await desk.check(), 'notReady')
  })

  it('asks nobody while another window works on the number, and lets go of it afterwards', async () => {
    const desk = await deskWith([rentOf('open')], { settleRent: async () => 'notRented' })
    const letGo = await desk.lock.hold('testphone', owned.number)
    assert.equal(await desk.check(), 'busy')
    await letGo?.()
    assert.equal(await desk.check(), 'notRented')
    assert.notEqual(await desk.lock.hold('testphone', owned.number), undefined)
  })
})

describe('what an earlier window left open', () => {
  it('is settled when the complete list of the account arrives', async () => {
    const desk = await deskWith([rentOf('open')], {
      settleRent: async () => 'rented',
      getOwned: async () => owned,
      listOwned: listing([{ numbers: [owned], unreadable: [] }]),
    })
    await desk.refresh()
    assert.equal((await desk.deed()).ending?.outcome, 'done')
  })

  const releases: readonly (readonly [sentence: string, listed: readonly OwnedNumber[], outcome: string])[] = [
    ['as done when the number is not listed any more', [], 'done'],
    ['as done when the number is leaving', [{ ...owned, state: { kind: 'releasing' } }], 'done'],
    ['as not done when the number is simply there', [owned], 'refused'],
  ]
  for (const [sentence, numbers, outcome] of releases) {
    it(`settles a release ${sentence}`, async () => {
      const desk = await deskWith([rentOf('open', { verb: 'release' })], nowListing(numbers))
      await desk.refresh()
      assert.equal((await desk.deed()).ending?.outcome, outcome)
    })
  }

  it('believes the number itself where the list was read before another window released it', async () => {
    const desk = await deskWith([rentOf('open', { verb: 'release' })], {
      listOwned: listing([{ numbers: [owned], unreadable: [] }]),
      getOwned: async () => undefined,
    })
    await desk.refresh()
    assert.equal((await desk.deed()).ending?.outcome, 'done')
    assert.equal(desk.inventory.find('account-1', owned.number), undefined)
  })

  it('keeps until when a release can be taken back, as its preview said it', async () => {
    const takeBackUntil = '2026-12-21T10:00:00.000Z'
    const desk = await deskWith([rentOf('open', { verb: 'release', takeBackUntil })], nowListing([]))
    await desk.refresh()
    assert.equal((await desk.deed()).ending?.cancellableUntil, takeBackUntil)
  })

  it('keeps until when a leaving number works', async () => {
    const until = '2026-12-03T09:14:22Z'
    const leaving: OwnedNumber = { ...owned, state: { kind: 'releasing', until } }
    const desk = await deskWith([rentOf('open', { verb: 'release' })], nowListing([leaving]))
    await desk.refresh()
    assert.equal((await desk.deed()).ending?.until, until)
  })

  it('leaves a release open while the number itself cannot be read', async () => {
    const desk = await deskWith([rentOf('open', { verb: 'release' })], {
      listOwned: listing([{ numbers: [], unreadable: [] }]),
      getOwned: () => Promise.reject(buildError('network')),
    })
    await desk.refresh()
    assert.equal((await desk.deed()).ending, undefined)
  })

  it('stays open when the list is not complete', async () => {
    const page = { numbers: [owned], unreadable: [] }
    const desk = await deskWith([rentOf('open', { verb: 'release' })], {
      listOwned: listing([page, buildError('network')]),
    })
    await desk.refresh()
    assert.equal((await desk.deed()).ending, undefined)
  })

  it('is left to the window that is working on the number', async () => {
    const desk = await deskWith([rentOf('open', { verb: 'release' })], {
      listOwned: listing([{ numbers: [], unreadable: [] }]),
    })
    const letGo = await desk.lock.hold('testphone', owned.number)
    await desk.refresh()
    assert.equal((await desk.deed()).ending, undefined)
    await letGo?.()
  })

  it('is looked at again, with a fresh list, when the lock of a dead window has died', async () => {
    const lists = [[owned], []]
    const desk = await deskWith([rentOf('open', { verb: 'release' })], {
      async *listOwned() {
        yield { numbers: lists.shift() ?? [], unreadable: [] }
      },
      getOwned: async () => undefined,
    })
    const letGo = await desk.lock.hold('testphone', owned.number)
    await desk.refresh(async () => {
      assert.deepEqual([desk.pauses.length, (await desk.deed()).ending], [1, undefined])
      await letGo?.()
      desk.resume()
    })
    assert.equal((await desk.deed()).ending?.outcome, 'done')
    assert.ok((desk.pauses[0] ?? 0) > 30_000, 'it came back before the lock could have died')
  })

  it('is not looked at for ever when the number stays held', async () => {
    const desk = await deskWith([rentOf('open', { verb: 'release' })], {
      listOwned: listing([{ numbers: [], unreadable: [] }]),
    })
    await desk.lock.hold('testphone', owned.number)
    desk.resume()
    await desk.refresh()
    assert.equal(desk.pauses.length, 5)
    assert.equal((await desk.deed()).ending, undefined)
  })

  for (const [sentence, numbers, outcome] of [
    ['as done when the number is there again', [owned], 'done'],
    ['as not done when the number is not there', [], 'refused'],
    ['as not done when the number is listed as released', [{ ...owned, state: { kind: 'released' } }], 'refused'],
  ] as const) {
    it(`settles taking a release back ${sentence}`, async () => {
      const desk = await deskWith([rentOf('open', { verb: 'cancelRelease' })], nowListing(numbers))
      await desk.refresh()
      assert.equal((await desk.deed()).ending?.outcome, outcome)
    })
  }

  it('asks nothing when nothing is open or it belongs to another account', async () => {
    const closed: JournalEntry = {
      kind: 'ending',
      ending: { id: 'open', at: '2026-11-03T09:00:01Z', outcome: 'refused' },
    }
    for (const entries of [[rentOf('open'), closed], [rentOf('open', { accountId: 'account-2' })]]) {
      const desk = await deskWith(entries, { listOwned: listing([{ numbers: [], unreadable: [] }]) })
      await desk.refresh()
      assert.equal(desk.journal.entries.length, entries.length)
    }
  })
})

/** The list and the number itself say the same. */
function nowListing(numbers: readonly OwnedNumber[]): Partial<ProviderDriver> {
  return { listOwned: listing([{ numbers, unreadable: [] }]), getOwned: async () => numbers[0] }
}

function rentOf(id: string, differences: Partial<Intent> = {}): JournalEntry {
  const base = { id, verb: 'rent', provider: 'testphone', accountId: 'account-1', account: 'Production' } as const
  const at = '2026-11-03T09:00:00Z'
  return { kind: 'intent', intent: { ...base, sandbox: false, number: owned.number, at, ...differences } }
}

/** `scripted` undefined: the account cannot be asked. Unscripted requests fail the test. */
async function deskWith(entries: readonly JournalEntry[], scripted: Partial<ProviderDriver> | undefined) {
  const journal = createMemoryJournal()
  for (const entry of entries) await journal.append(entry)
  const records = createRecords(journal)
  const lock = createMemoryLock()
  const driver = scripted && stubDriver(scripted)
  const inventory = createInventory({
    now: () => 77,
    driverFor: async () => (driver === undefined ? { kind: 'signedOut' } : { kind: 'ready', driver }),
  })
  inventory.setAccounts([buildAccount()])
  const mistakes: string[] = []
  const note = (message: string) => {
    mistakes.push(message)
  }
  const log = { debug: note, info: note, warn: note, error: note }
  const now = () => new Date('2026-11-21T10:00:00Z')
  const pauses: number[] = []
  const resume = Promise.withResolvers<void>()
  const pause = async (ms: number) => {
    pauses.push(ms)
    await resume.promise
  }
  const tools = { inventory, records, lock, log, now, pause, driverOf: async () => driver }
  const deed = async (): Promise<Deed> => deedsOf(await journal.read())[0] ?? assert.fail('nothing was recorded')
  return {
    ...{ inventory, journal, lock, deed, pauses },
    resume: resume.resolve,
    check: async () => await checkOpenRent(tools, await deed()),
    /** Refreshes the account and waits until what that sets off has come to rest. */
    async refresh(meanwhile: () => Promise<void> = async () => {}) {
      const stop = settleOpenDeeds(tools)
      await inventory.refresh('account-1')
      for (let turns = 0; turns < 20; turns++) await turn()
      await meanwhile()
      for (let turns = 0; turns < 20; turns++) await turn()
      stop()
      assert.deepEqual(mistakes, [])
    },
  }
}

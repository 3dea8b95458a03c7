import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cancelRelease } from '../../../src/core/cancelRelease.ts'
import { createInventory } from '../../../src/core/inventory.ts'
import { deedsOf } from '../../../src/core/journal.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import type { RentTools } from '../../../src/core/rentNumber.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../support/builders.ts'
import { createMemoryJournal, createMemoryLock, moneyTools } from '../../support/moneyTools.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const owned = buildOwnedNumber()
const lost = buildError('unknownOutcome', { operation: 'cancelRelease' })

describe('taking a release back', () => {
  it('sends one request and shows the number again', async () => {
    const desk = deskWith({ cancelRelease: async () => {}, getOwned: async () => owned })
    assert.deepEqual(await desk.cancel(), { kind: 'done' })
    assert.equal(desk.requests(), 1)
    assert.deepEqual(desk.row(), owned)
    assert.deepEqual(desk.recorded(), ['cancelRelease done'])
  })

  it('is done when only reading the row again fails', async () => {
    const desk = deskWith({ cancelRelease: async () => {}, getOwned: () => Promise.reject(buildError('network')) })
    assert.deepEqual(await desk.cancel(), { kind: 'done' })
    assert.deepEqual(desk.recorded(), ['cancelRelease done'])
  })

  it('keeps the provider’s refusal', async () => {
    const error = buildError('notFound', { operation: 'cancelRelease', sentence: 'The time is over.' })
    const desk = deskWith({ cancelRelease: () => Promise.reject(error) })
    assert.deepEqual(await desk.cancel(), { kind: 'refused', error })
    assert.deepEqual(desk.recorded(), ['cancelRelease refused The time is over.'])
  })

  const settled: readonly (readonly [sentence: string, now: OwnedNumber | undefined, kind: string, record: string])[] =
    [
      ['is done when the account has the number again', owned, 'done', 'done … has the number again.'],
      [
        'did not happen when the account does not have the number',
        undefined,
        'refused',
        'refused … does not have the number.',
      ],
      [
        'did not happen when the number is still listed as released',
        { ...owned, state: { kind: 'released' } },
        'refused',
        'refused … does not have the number.',
      ],
    ]
  for (const [sentence, now, kind, record] of settled) {
    it(`after a lost answer ${sentence}`, async () => {
      const desk = deskWith({ cancelRelease: () => Promise.reject(lost), getOwned: async () => now })
      const outcome = await desk.cancel()
      assert.equal(outcome.kind, kind)
      const expected = record.replace('…', 'The answer was lost. The account')
      assert.deepEqual(desk.recorded(), [`cancelRelease ${expected}`])
      assert.equal(desk.requests(), 1)
      if (outcome.kind === 'refused') assert.equal(outcome.error.kind, 'network', 'nothing is unknown any more')
    })
  }

  it('after a lost answer does not believe an early "not there" of a provider that is still working on it', async () => {
    const looks = [undefined, undefined, owned]
    const desk = deskWith({ cancelRelease: () => Promise.reject(lost), getOwned: async () => looks.shift() })
    assert.deepEqual(await desk.cancel(), { kind: 'done' })
    assert.deepEqual(desk.row(), owned)
  })

  it('after a lost answer stays unknown when asking fails', async () => {
    const desk = deskWith({
      cancelRelease: () => Promise.reject(lost),
      getOwned: () => Promise.reject(buildError('network')),
    })
    assert.deepEqual(await desk.cancel(), { kind: 'unknown', error: lost })
    assert.deepEqual(desk.recorded(), ['cancelRelease unknown The answer was lost.'])
  })

  it('sends nothing when it could not be written down before', async () => {
    const journal = createMemoryJournal()
    journal.failNext()
    const desk = deskWith({ cancelRelease: async () => {} }, { journal })
    assert.deepEqual(await desk.cancel(), { kind: 'notRecorded', reason: 'no space left on device' })
    assert.equal(desk.requests(), 0)
    assert.equal(desk.activities(), 0)
  })

  it('is done although its end cannot be written down', async () => {
    const journal = createMemoryJournal()
    const desk = deskWith({ cancelRelease: async () => journal.failNext(), getOwned: async () => owned }, { journal })
    assert.deepEqual(await desk.cancel(), { kind: 'done' })
    assert.deepEqual(desk.recorded(), ['cancelRelease'])
  })

  it('sends nothing when the lock cannot be taken for want of a disk', async () => {
    const lock = { hold: () => Promise.reject(new Error('read-only file system')) }
    const desk = deskWith({ cancelRelease: async () => {} }, { lock })
    assert.deepEqual(await desk.cancel(), { kind: 'notRecorded', reason: 'read-only file system' })
    assert.equal(desk.requests(), 0)
    assert.equal(desk.activities(), 0)
  })

  it('sends nothing while this or another window works on the number', async () => {
    const lock = createMemoryLock()
    const letGo = await lock.hold('testphone', owned.number)
    const desk = deskWith({ cancelRelease: async () => {}, getOwned: async () => owned }, { lock })
    assert.deepEqual(await desk.cancel(), { kind: 'alreadyUnderWay' })
    await letGo?.()
    const both = await Promise.all([desk.cancel(), desk.cancel()])
    assert.deepEqual(both.map(({ kind }) => kind).sort(), ['alreadyUnderWay', 'done'])
    assert.equal(desk.requests(), 1)
    assert.equal(desk.activities(), 0)
  })
})

function deskWith(
  scripted: Partial<ProviderDriver>,
  differences: Partial<RentTools> & { readonly journal?: ReturnType<typeof createMemoryJournal> } = {},
) {
  let requests = 0
  const driver = stubDriver({
    ...scripted,
    cancelRelease: (...given) => {
      requests += 1
      return scripted.cancelRelease?.(...given) ?? Promise.reject(new Error('not scripted'))
    },
  })
  const inventory = createInventory({ now: () => 77, driverFor: async () => ({ kind: 'ready', driver }) })
  const account = buildAccount()
  inventory.setAccounts([account])
  const { journal = createMemoryJournal(), ...rest } = differences
  const tools = moneyTools(driver, inventory, { journal, ...rest })
  return {
    requests: () => requests,
    row: () => inventory.find(account.id, owned.number),
    activities: () => inventory.account(account.id)?.activities.size,
    recorded: () =>
      deedsOf(journal.entries).map(({ intent, ending }) =>
        [intent.verb, ending?.outcome, ending?.note].filter((word) => word !== undefined).join(' '),
      ),
    cancel: () => cancelRelease(tools, account, owned.number, new AbortController().signal),
  }
}

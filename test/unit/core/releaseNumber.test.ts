import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createInventory, type DriverAccess } from '../../../src/core/inventory.ts'
import { deedsOf } from '../../../src/core/journal.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import type { ProviderDriver, ReleaseReceipt } from '../../../src/core/providerDriver.ts'
import { type AgreedRelease, releaseNumber } from '../../../src/core/releaseNumber.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../support/builders.ts'
import { createMemoryJournal, moneyTools } from '../../support/moneyTools.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const owned = buildOwnedNumber()
const signal = new AbortController().signal
const until = '2026-12-03T09:14:22Z'

describe('releasing', () => {
  const receipts: readonly (readonly [sentence: string, receipt: ReleaseReceipt, left: OwnedNumber | undefined])[] = [
    ['takes the row away when the number is gone at once', { kind: 'released' }, undefined],
    ['takes the row away when the number was gone already', { kind: 'alreadyGone' }, undefined],
    [
      'keeps the row as leaving while the number works until a day',
      { kind: 'leavingAt', until },
      { ...owned, state: { kind: 'releasing', until } },
    ],
    [
      'keeps the row as leaving when no day is known',
      { kind: 'leavingAt' },
      { ...owned, state: { kind: 'releasing' } },
    ],
    [
      'leaves the row to the records while the release can be taken back',
      { kind: 'released', cancellableUntil: until },
      undefined,
    ],
  ]
  for (const [sentence, receipt, left] of receipts) {
    it(sentence, async () => {
      const desk = deskWith({ release: async () => receipt, getOwned: async () => left })
      assert.deepEqual(await desk.release(), { kind: 'done', receipt })
      assert.deepEqual(desk.row(), left)
    })
  }

  it('keeps the row when the provider does not know the number but still has it in the account', async () => {
    const desk = deskWith({ release: async () => ({ kind: 'alreadyGone' }), getOwned: async () => owned })
    const outcome = await desk.release()
    assert.equal(outcome.kind === 'refused' && outcome.error.kind, 'notFound')
    assert.deepEqual(desk.row(), owned)
  })

  it('takes the word of a provider that does not know the number and cannot be asked again', async () => {
    const getOwned = () => Promise.reject(buildError('network'))
    const desk = deskWith({ release: async () => ({ kind: 'alreadyGone' }), getOwned })
    assert.deepEqual(await desk.release(), { kind: 'done', receipt: { kind: 'alreadyGone' } })
    assert.equal(desk.row(), undefined)
  })

  for (const kind of ['invalid', 'notFound', 'taken'] as const) {
    it(`is done when ${kind} was the answer and another window had released the number`, async () => {
      const release = () => Promise.reject(buildError(kind, { operation: 'release' }))
      const gone = deskWith({ release, getOwned: async () => undefined })
      assert.deepEqual(await gone.release(), { kind: 'done', receipt: { kind: 'alreadyGone' } })
      assert.deepEqual(await gone.recorded(), { outcome: 'done', note: 'The number was gone already.' })
      assert.equal(gone.row(), undefined)
      const leaving: OwnedNumber = { ...owned, state: { kind: 'releasing', until } }
      const later = deskWith({ release, getOwned: async () => leaving })
      assert.deepEqual(await later.release(), { kind: 'done', receipt: { kind: 'leavingAt', until } })
    })
  }

  it('writes down that the answer was an error and that the number is still there', async () => {
    const error = buildError('unknownOutcome', { operation: 'release', status: 500 })
    const desk = deskWith({ release: () => Promise.reject(error), getOwned: async () => owned })
    assert.deepEqual(await desk.release(), { kind: 'refused', error })
    const note = 'The provider answered with an error (HTTP 500). The account still has the number.'
    assert.deepEqual(await desk.recorded(), { outcome: 'refused', note })
  })

  it('keeps a refusal when the number is simply owned, or cannot be read', async () => {
    const error = buildError('invalid', { operation: 'release' })
    for (const getOwned of [async () => owned, () => Promise.reject(buildError('network'))]) {
      const desk = deskWith({ release: () => Promise.reject(error), getOwned })
      assert.deepEqual(await desk.release(), { kind: 'refused', error })
      assert.deepEqual(desk.row(), owned)
    }
  })

  it('keeps the row when the provider refuses', async () => {
    const error = buildError('forbidden', { operation: 'release' })
    const desk = deskWith({ release: () => Promise.reject(error) })
    assert.deepEqual(await desk.release(), { kind: 'refused', error })
    assert.deepEqual(desk.row(), owned)
  })
})

describe('releasing when the answer is lost', () => {
  const lost = buildError('unknownOutcome', { operation: 'release' })
  const settles: readonly (readonly [sentence: string, now: OwnedNumber | undefined, outcome: unknown])[] = [
    [
      'is done when the account does not own the number any more',
      undefined,
      { kind: 'done', receipt: { kind: 'alreadyGone' } },
    ],
    [
      'is done when the number is leaving',
      { ...owned, state: { kind: 'releasing', until } },
      { kind: 'done', receipt: { kind: 'leavingAt', until } },
    ],
    [
      'is done when the number is listed as released',
      { ...owned, state: { kind: 'released', cancellableUntil: until } },
      { kind: 'done', receipt: { kind: 'released', cancellableUntil: until } },
    ],
    ['did not happen when the number is simply owned', owned, { kind: 'refused', error: lost }],
  ]
  for (const [sentence, now, outcome] of settles) {
    it(sentence, async () => {
      const desk = deskWith({ release: () => Promise.reject(lost), getOwned: async () => now })
      assert.deepEqual(await desk.release(), outcome)
      assert.deepEqual(desk.row(), now)
      assert.equal(desk.releases(), 1)
    })
  }

  it('stays unknown when asking fails, and the row stays', async () => {
    const desk = deskWith({
      release: () => Promise.reject(lost),
      getOwned: () => Promise.reject(buildError('network')),
    })
    assert.deepEqual(await desk.release(), { kind: 'unknown', error: lost })
    assert.deepEqual(desk.row(), owned)
  })

  it('is not called done because the account was signed out meanwhile', async () => {
    let access: DriverAccess | undefined
    const desk = deskWith(
      {
        release: () => {
          access = { kind: 'signedOut' }
          return Promise.reject(lost)
        },
        getOwned: async () => owned,
      },
      () => access,
    )
    assert.deepEqual(await desk.release(), { kind: 'refused', error: lost })
    assert.deepEqual(desk.row(), owned)
  })
})

describe('until when a release can be taken back', () => {
  const lost = buildError('unknownOutcome', { operation: 'release' })
  const asPreviewed = '2026-12-21T10:00:00.000Z'

  it('is what the preview said when the answer is lost and the number turns out to be released', async () => {
    const desk = deskWith({ release: () => Promise.reject(lost), getOwned: async () => undefined })
    const receipt = { kind: 'released', cancellableUntil: asPreviewed } as const
    assert.deepEqual(await desk.release({ takeBackDays: 30 }), { kind: 'done', receipt })
    assert.deepEqual(await desk.recorded(), {
      outcome: 'done',
      cancellableUntil: asPreviewed,
      note: 'The answer was lost. The account does not have the number any more.',
    })
  })

  it('is what the preview said when the answer does not say it, and what the answer says otherwise', async () => {
    const silent = deskWith({ release: async () => ({ kind: 'released' }) })
    await silent.release({ takeBackDays: 30 })
    assert.equal((await silent.recorded()).cancellableUntil, asPreviewed)
    const saying = deskWith({ release: async () => ({ kind: 'released', cancellableUntil: until }) })
    await saying.release({ takeBackDays: 30 })
    assert.equal((await saying.recorded()).cancellableUntil, until)
  })

  it('stays unsaid when nobody says it, or the number was gone before', async () => {
    const silent = deskWith({ release: async () => ({ kind: 'released' }) })
    await silent.release()
    assert.equal((await silent.recorded()).cancellableUntil, undefined)
    const gone = deskWith({ release: async () => ({ kind: 'alreadyGone' }), getOwned: async () => undefined })
    await gone.release({ takeBackDays: 30 })
    assert.equal((await gone.recorded()).cancellableUntil, undefined)
  })

  it('is on disk before the request leaves', async () => {
    const desk = deskWith({
      release: async () => {
        const [first] = desk.journal.entries
        assert.equal(first?.kind === 'intent' && first.intent.takeBackUntil, asPreviewed)
        return { kind: 'released' }
      },
    })
    await desk.release({ takeBackDays: 30 })
  })
})

describe('one release at a time', () => {
  it('sends nothing while the number is being worked on, and frees it afterwards', async () => {
    const answer = Promise.withResolvers<ReleaseReceipt>()
    const desk = deskWith({ release: () => answer.promise })
    const running = desk.release()
    assert.deepEqual(await desk.release(), { kind: 'alreadyUnderWay' })
    answer.resolve({ kind: 'leavingAt' })
    await running
    assert.equal(desk.releases(), 1)
    assert.equal(desk.inventory.account('account-1')?.activities.size, 0)
  })
})

function deskWith(scripted: Partial<ProviderDriver>, otherAccess: () => DriverAccess | undefined = () => undefined) {
  let releases = 0
  const driver = stubDriver({
    ...scripted,
    release: (...given) => {
      releases += 1
      return scripted.release === undefined
        ? Promise.reject(new Error('no release scripted'))
        : scripted.release(...given)
    },
  })
  const inventory = createInventory({
    now: () => 77,
    driverFor: async () => otherAccess() ?? { kind: 'ready', driver },
  })
  const account = buildAccount()
  inventory.setAccounts([account])
  inventory.put(owned)
  const journal = createMemoryJournal()
  const tools = moneyTools(driver, inventory, { journal })
  return {
    ...{ inventory, journal },
    /** How the release ended in the records. */
    async recorded() {
      const { id, at, ...ending } = deedsOf(journal.entries)[0]?.ending ?? assert.fail('nothing was recorded')
      return ending
    },
    releases: () => releases,
    row: () => inventory.find('account-1', owned.number),
    release: (differences: Partial<AgreedRelease> = {}) =>
      releaseNumber(tools, { account, owned, ...differences }, signal),
  }
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AccountInventory, ListStatus } from '../../../src/core/accountBook.ts'
import { ageText } from '../../../src/core/age.ts'
import type { Ending, Verb } from '../../../src/core/journal.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import { isRefreshDue, restsUntil } from '../../../src/core/refreshDue.ts'
import { buildDeed } from '../../support/buildDeed.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../support/builders.ts'

const minute = 60_000
const at = Date.parse('2026-11-21T12:00:00Z')

describe('a list', () => {
  it('is asked for again by itself when it is as old as the setting says, and not a moment earlier', () => {
    const entry = entryOf({ kind: 'complete', at })
    assert.equal(isRefreshDue(entry, at + 15 * minute - 1, 15 * minute, []), false)
    assert.equal(isRefreshDue(entry, at + 15 * minute, 15 * minute, []), true)
  })

  it('is never asked for by itself when the setting is 0, when it is on its way, or when a person is needed first', () => {
    assert.equal(isRefreshDue(entryOf({ kind: 'complete', at }), at + 1e9, 0, []), false)
    assert.equal(isRefreshDue({ ...entryOf({ kind: 'complete', at }), refreshing: true }, at + 1e9, minute, []), false)
    for (const kind of ['signedOut', 'endpointChanged', 'paused', 'unknownProvider', 'notLoaded'] as const)
      assert.equal(isRefreshDue(entryOf({ kind }), at + 1e9, minute, []), false, kind)
  })

  it('waits as long as a provider that limits requests asked for', () => {
    const error = buildError('rateLimited', { retryAfterMs: 40 * minute })
    const entry = entryOf({ kind: 'incomplete', at, error })
    assert.equal(restsUntil(entry), at + 40 * minute)
    assert.equal(isRefreshDue(entry, at + 39 * minute, minute, []), false)
    assert.equal(isRefreshDue(entry, at + 40 * minute, minute, []), true)
  })

  it('leaves a provider alone for a minute that does not say how long, and any other failure is no reason to wait', () => {
    assert.equal(restsUntil(entryOf({ kind: 'failed', at, error: buildError('rateLimited') })), at + minute)
    assert.equal(restsUntil(entryOf({ kind: 'failed', at, error: buildError('network') })), undefined)
  })

  it('is asked for again when another window did something after it was read that it does not show', () => {
    const owned = buildOwnedNumber()
    const [before, after] = [-1000, 1000].map((ms) => new Date(at + ms).toISOString())
    const due = (numbers: readonly OwnedNumber[], verb: Verb, ending: Partial<Ending>, maxAgeMs = minute) => {
      const entry = { ...entryOf({ kind: 'complete', at }), numbers, listedAt: at }
      const deed = buildDeed({ verb, accountId: entry.account.id, number: owned.number }, ending)
      return isRefreshDue(entry, at + 2000, maxAgeMs, [deed])
    }
    const done = { at: after }
    const leaving: OwnedNumber = { ...owned, state: { kind: 'releasing' } }
    assert.equal(due([], 'rent', done), true)
    assert.equal(due([owned], 'rent', done), false)
    assert.equal(due([owned], 'release', done), true)
    assert.equal(due([leaving], 'release', done), false)
    assert.equal(due([], 'release', done), false)
    assert.equal(due([leaving], 'cancelRelease', done), true)
    assert.equal(due([owned], 'cancelRelease', done), false)
    assert.equal(due([owned], 'changeSettings', done), false)
    assert.equal(due([], 'rent', { at: before }), false)
    assert.equal(due([], 'rent', { ...done, outcome: 'refused' }), false)
    assert.equal(due([], 'rent', done, 0), false)
  })
})

describe('an age', () => {
  it('is told in the largest unit that says something', () => {
    const ages = [-5, 59_999, minute, 59 * minute, 60 * minute, 47 * 60 * minute, 48 * 60 * minute]
    assert.deepEqual(
      ages.map((age) => ageText(at, at + age)),
      ['a moment ago', 'a moment ago', '1 min ago', '59 min ago', '1 h ago', '47 h ago', '2 days ago'],
    )
  })
})

function entryOf(status: ListStatus): AccountInventory {
  return {
    ...{ account: buildAccount(), status, refreshing: false, numbers: [], unreadable: [] },
    ...{ activities: new Map(), arrangement: 0, listedAt: undefined },
  }
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AccountInventory } from '../../../../src/core/accountBook.ts'
import { numberEvidence } from '../../../../src/core/code/numberEvidence.ts'
import type { Deed } from '../../../../src/core/journal.ts'
import type { OwnedNumber } from '../../../../src/core/ownedNumber.ts'
import type { Sighting } from '../../../../src/core/sighting.ts'
import { buildDeed } from '../../../support/buildDeed.ts'
import { buildAccount, buildOwnedNumber, e164 } from '../../../support/builders.ts'

const number = '+12025550142'
const now = Date.parse('2026-11-21T12:00:00Z')
const [past, future] = ['2026-11-20T00:00:00Z', '2026-12-01T00:00:00Z']

function entry(differences: Partial<AccountInventory> = {}): AccountInventory {
  return {
    account: buildAccount(),
    status: { kind: 'complete', at: now },
    refreshing: false,
    numbers: [],
    unreadable: [],
    activities: new Map(),
    arrangement: 0,
    listedAt: undefined,
    ...differences,
  }
}

const staging = buildAccount({ id: 'account-2', label: 'Staging', provider: 'otherphone' })
const owned = (differences: Partial<OwnedNumber> = {}) => buildOwnedNumber(number, differences)
const release = (ending: Parameters<typeof buildDeed>[1] = {}, id = 'release') =>
  buildDeed({ id, verb: 'release', number: e164(number) }, ending)
const rent = (differences: Parameters<typeof buildDeed>[0] = {}) =>
  buildDeed({ id: 'rent', verb: 'rent', number: e164(number), ...differences })
const about = (
  deeds: readonly Deed[],
  accounts: readonly AccountInventory[] = [entry()],
  sightings: readonly Sighting[] = [],
) => numberEvidence({ deeds, sightings, accounts }, now).get(e164(number))
const seen = (differences: Partial<Sighting>): Sighting => ({
  ...{ id: 'seen', at: '2026-11-21T11:00:00Z', since: past, provider: 'testphone', accountId: 'account-1' },
  ...{ account: 'Production', sandbox: false, appeared: [], vanished: [], ...differences },
})
const from = { provider: 'testphone', account: 'Production' }

describe('the evidence against a number', () => {
  it('is a release that was done, also when the account is not known any more', () => {
    assert.deepEqual(about([release()]), { kind: 'released', from, at: '2026-11-21T10:00:01Z' })
    assert.equal(about([release()], [])?.kind, 'released')
  })

  it('says until when a release can be taken back or a number works, as long as that is ahead', () => {
    assert.deepEqual(about([release({ cancellableUntil: future, at: past })]), {
      ...{ kind: 'released', from, at: past, cancellableUntil: future },
    })
    assert.deepEqual(about([release({ until: future })]), { kind: 'releasing', from, until: future })
    assert.deepEqual(about([release({ until: past, cancellableUntil: past, at: past })]), {
      ...{ kind: 'released', from, at: past },
    })
  })

  it('is nothing without a deed or with one that was refused, lost or only changed settings', () => {
    assert.equal(about([]), undefined)
    assert.equal(about([rent()]), undefined)
    for (const ending of [null, { outcome: 'unknown' }, { outcome: 'refused' }] as const)
      assert.equal(about([release(ending)]), undefined)
    const changed = buildDeed({ id: 'change', verb: 'changeSettings', number: e164(number) })
    assert.equal(about([release(), changed])?.kind, 'released')
  })

  it('is taken back by a later rent, by taking the release back, and by the account that has it', () => {
    assert.equal(about([release(), rent()]), undefined)
    const back = buildDeed({ id: 'back', verb: 'cancelRelease', number: e164(number) })
    assert.equal(about([release(), back]), undefined)
    assert.equal(about([release()], [entry({ numbers: [owned()] })]), undefined)
  })

  it('is what the list says of a number that is ending, expired or released', () => {
    const state = (one: OwnedNumber['state']) => about([], [entry({ numbers: [owned({ state: one })] })])
    assert.deepEqual(state({ kind: 'releasing', until: future }), { kind: 'releasing', from, until: future })
    assert.deepEqual(state({ kind: 'releasing', until: past }), { kind: 'released', from, at: past })
    assert.deepEqual(state({ kind: 'releasing' }), { kind: 'releasing', from })
    assert.deepEqual(state({ kind: 'released' }), { kind: 'released', from })
    for (const kind of ['active', 'pending', 'suspended'] as const) assert.equal(state({ kind }), undefined)
    assert.equal(state({ kind: 'other', word: 'porting' }), undefined)
  })

  it('is that another account has it, when the first one released it or its complete list lacks it', () => {
    const there = entry({ account: staging, numbers: [owned({ accountId: staging.id })] })
    const to = { provider: 'otherphone', account: 'Staging' }
    assert.deepEqual(about([release()], [entry(), there]), { kind: 'moved', from, to })
    assert.deepEqual(about([rent()], [entry(), there]), { kind: 'moved', from, to })
    assert.equal(about([rent()], [there]), undefined)
    assert.equal(about([rent()], [entry({ status: { kind: 'notLoaded' } }), there]), undefined)
  })

  it('is that a complete list lacked it, until it comes back', () => {
    const gone = seen({ vanished: [e164(number)] })
    assert.deepEqual(about([rent()], [entry()], [gone]), { kind: 'gone', from, at: '2026-11-21T11:00:00Z' })
    assert.equal(
      about([], [entry()], [gone, seen({ at: '2026-11-21T11:30:00Z', appeared: [e164(number)] })]),
      undefined,
    )
    assert.equal(about([rent()], [entry()], [seen({ at: past, vanished: [e164(number)] })]), undefined)
    assert.equal(about([], [entry({ numbers: [owned()] })], [gone]), undefined)
    const there = entry({ account: staging, numbers: [owned({ accountId: staging.id })] })
    assert.equal(about([], [entry(), there], [gone])?.kind, 'moved')
  })

  it('prefers the account that keeps a number to one that is giving it up', () => {
    const leaving = entry({ numbers: [owned({ state: { kind: 'releasing', until: future } })] })
    const there = entry({ account: staging, numbers: [owned({ accountId: staging.id })] })
    for (const accounts of [
      [leaving, there],
      [there, leaving],
    ])
      assert.equal(about([], accounts), undefined)
  })

  it('does not come from a sandbox that has ended', () => {
    const sandboxed = buildDeed({
      id: 's',
      verb: 'release',
      number: e164(number),
      sandbox: true,
      accountId: 'sandbox-1',
    })
    assert.equal(about([sandboxed]), undefined)
    const running = entry({ account: buildAccount({ id: 'sandbox-1', sandbox: true }) })
    assert.equal(about([sandboxed], [running])?.kind, 'released')
    const elsewhere = buildDeed({
      id: 't',
      number: e164(number),
      sandbox: true,
      accountId: 'sandbox-of-another-window',
    })
    assert.equal(about([sandboxed, elsewhere], [running])?.kind, 'released')
  })
})

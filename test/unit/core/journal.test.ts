import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  cancellableReleases,
  deedsOf,
  type Ending,
  type Intent,
  isSettled,
  type JournalEntry,
  openRents,
} from '../../../src/core/journal.ts'
import { e164 } from '../../support/builders.ts'

const now = Date.parse('2026-11-03T10:00:00Z')
const later = '2026-12-03T10:00:00Z'

describe('the journal', () => {
  it('tells for each deed the last thing that is known, oldest deed first', () => {
    const deeds = deedsOf([
      intent('a'),
      intent('b'),
      ending('a', 'unknown'),
      ending('b', 'refused'),
      ending('a', 'done'),
    ])
    assert.deepEqual(
      deeds.map((deed) => [deed.intent.id, deed.ending?.outcome]),
      [
        ['a', 'done'],
        ['b', 'refused'],
      ],
    )
  })

  it('never lets a later line change how something ended', () => {
    const [deed] = deedsOf([intent('a'), ending('a', 'done'), ending('a', 'refused'), ending('a', 'unknown')])
    assert.equal(deed?.ending?.outcome, 'done')
  })

  it('keeps the first intent of an id, and drops endings of nothing', () => {
    const deeds = deedsOf([ending('ghost', 'done'), intent('a'), intent('a', { verb: 'release' })])
    assert.deepEqual(
      deeds.map((deed) => deed.intent.verb),
      ['rent'],
    )
  })
})

describe('open rents', () => {
  it('are those without an ending and those with an unknown one', () => {
    const deeds = deedsOf([
      intent('crashed'),
      intent('lost'),
      ending('lost', 'unknown'),
      intent('rented'),
      ending('rented', 'done'),
      intent('refused'),
      ending('refused', 'refused'),
      intent('given up', { verb: 'release' }),
    ])
    assert.deepEqual(
      openRents(deeds).map((deed) => deed.intent.id),
      ['crashed', 'lost'],
    )
    assert.deepEqual(
      deeds.filter(isSettled).map((deed) => deed.intent.id),
      ['rented', 'refused'],
    )
  })
})

describe('releases that can be taken back', () => {
  const released = [intent('r', { verb: 'release' }), ending('r', 'done', { cancellableUntil: later })]
  const idsAt = (entries: readonly JournalEntry[], at = now) =>
    cancellableReleases(deedsOf(entries), at).map((deed) => deed.intent.id)

  it('are offered until their time is over', () => {
    assert.deepEqual(idsAt(released), ['r'])
    assert.deepEqual(idsAt(released, Date.parse(later)), [])
  })

  it('are not offered when the provider named no time, or nonsense', () => {
    assert.deepEqual(idsAt([intent('r', { verb: 'release' }), ending('r', 'done')]), [])
    assert.deepEqual(idsAt([intent('r', { verb: 'release' }), ending('r', 'done', { cancellableUntil: 'soon' })]), [])
  })

  it('are not offered again after they were taken back or the number was rented anew', () => {
    for (const verb of ['cancelRelease', 'rent'] as const) {
      assert.deepEqual(idsAt([...released, intent('next', { verb }), ending('next', 'done')]), [])
    }
  })

  it('stay offered when a second window found the number released', () => {
    const second = [intent('second', { verb: 'release' }), ending('second', 'done')]
    assert.deepEqual(idsAt([...released, ...second]), ['r'])
  })

  it('stay offered when taking them back was refused', () => {
    assert.deepEqual(idsAt([...released, intent('try', { verb: 'cancelRelease' }), ending('try', 'refused')]), ['r'])
  })

  it('are told apart by account and number', () => {
    const other = [
      intent('other', { verb: 'release', accountId: 'account-2' }),
      ending('other', 'done', { cancellableUntil: later }),
    ]
    assert.deepEqual(idsAt([...released, ...other]), ['r', 'other'])
  })
})

function intent(id: string, differences: Partial<Intent> = {}): JournalEntry {
  const number = e164('+13125550142')
  const base = { id, verb: 'rent', provider: 'testphone', accountId: 'account-1', account: 'Production' } as const
  return { kind: 'intent', intent: { ...base, sandbox: false, number, at: '2026-11-03T09:00:00Z', ...differences } }
}

function ending(id: string, outcome: Ending['outcome'], differences: Partial<Ending> = {}): JournalEntry {
  return { kind: 'ending', ending: { id, at: '2026-11-03T09:00:01Z', outcome, ...differences } }
}

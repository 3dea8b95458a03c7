import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { historyText } from '../../../src/core/historyText.ts'
import type { Deed } from '../../../src/core/journal.ts'
import { oncePrice, recurringPrice } from '../../../src/core/price.ts'
import { buildDeed } from '../../support/buildDeed.ts'

const words = {
  providerOf: (provider: string) => provider.toUpperCase(),
  format: (number: string) => number.replace(/^(\+1)(\d{3})/, '$1 $2 '),
  moment: (iso: string) => iso.replace('T', ' ').replace('Z', ''),
}

describe('the history as text', () => {
  it('says in one line that nothing was done yet', () => {
    assert.equal(historyText([], words), 'Nothing was rented, released or changed from here yet.\n')
  })

  it('says when, what, which number, where, at what price, how it ended, and the request', () => {
    const text = show([
      buildDeed(
        { price: recurringPrice('0.50000', 'USD'), setup: oncePrice('1', 'USD'), sandbox: true },
        { requestId: 'req-1', charged: { amount: '1.5', currency: 'USD' }, note: 'Under review.' },
      ),
    ])
    assert.equal(
      text,
      [
        'Phone number history, 1 entry, newest first',
        '',
        '2026-11-21 10:00:00  Rent  +1 312 5550142  TESTPHONE  Production (sandbox)',
        '    Outcome       rented',
        '    Price         USD 0.50 per month',
        '    Set-up        USD 1.00 once',
        '    Charged       USD 1.50',
        '    Note          Under review.',
        '    Request ID    req-1',
        '',
      ].join('\n'),
    )
  })

  it('lines the columns up, whatever their lengths', () => {
    const text = show([buildDeed({}), buildDeed({ id: 'b', verb: 'cancelRelease', at: '2026-11-20T10:00:00Z' }, {})])
    const places = text.split('\n').flatMap((line) => (/^\d/.test(line) ? [line.indexOf('+1')] : []))
    assert.equal(places.length, 2)
    assert.equal(places[0], places[1])
  })

  it('puts what nobody knows the outcome of first, however old it is, then the newest', () => {
    const text = show([
      buildDeed({ id: 'old', account: 'Oldest', at: '2026-11-01T10:00:00Z' }, null),
      buildDeed({ id: 'mid', account: 'Middle', at: '2026-11-10T10:00:00Z' }),
      buildDeed({ id: 'new', account: 'Newest', at: '2026-11-20T10:00:00Z' }),
    ])
    const parts = [
      'Outcome unknown (1)',
      'Oldest',
      'outcome unknown',
      'it may cost money',
      'Settled',
      'Newest',
      'Middle',
    ]
    const places = parts.map((part) => text.indexOf(part))
    assert.ok(!places.includes(-1), text)
    assert.deepEqual(
      [...places].sort((a, b) => a - b),
      places,
    )
  })

  it('says of a release until when it works, what it cost and whether it can be taken back', () => {
    const text = show([
      buildDeed(
        { verb: 'release' },
        { fee: { amount: '25', currency: 'USD' }, cancellableUntil: '2026-12-04T00:00:00Z' },
      ),
      buildDeed({ id: 'b', verb: 'release' }, { until: '2026-12-03T00:00:00Z' }),
      buildDeed({ id: 'c', verb: 'release' }, { outcome: 'refused', note: 'Locked.' }),
    ])
    assert.match(text, /Outcome +released, can be taken back until 2026-12-04/)
    assert.match(text, /Fee +USD 25\.00/)
    assert.match(text, /Outcome +released, works until 2026-12-03/)
    assert.match(text, /Outcome +not released\n +Price.*\n +Note +Locked\./)
  })

  it('lists every change of settings', () => {
    const text = show([buildDeed({ verb: 'changeSettings', changes: ['Name: a → b', 'Application: x → y'] })])
    assert.match(text, /Change settings/)
    assert.match(text, /Change +Name: a → b\n +Change +Application: x → y/)
  })

  it('stays one line per fact, whatever a provider or a label says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (note, account) => {
        const lines = show([buildDeed({ account }, { note })]).split('\n')
        const plain = show([buildDeed({ account: 'a' }, { note: 'b' })]).split('\n')
        assert.ok(lines.length <= plain.length)
        assert.doesNotMatch(lines.join(''), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      }),
    )
  })
})

function show(deeds: readonly Deed[]): string {
  return historyText(deeds, words)
}

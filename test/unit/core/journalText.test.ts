import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Ending, Intent, JournalEntry } from '../../../src/core/journal.ts'
import { journalLine, parseJournalLine } from '../../../src/core/journalText.ts'
import { oncePrice, recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import { e164 } from '../../support/builders.ts'

const filled = fc.string({ minLength: 1, unit: 'binary' })
const optionalText = fc.option(fc.string({ unit: 'binary' }), { nil: undefined })
const prices = fc.constantFrom(unknownPrice, oncePrice('0.00000', 'USD'), recurringPrice('19.99', 'EUR', 3))
const money = fc.constantFrom({ amount: '22.98', currency: 'USD' }, undefined)

const intents: fc.Arbitrary<Intent> = fc
  .record({
    id: filled,
    verb: fc.constantFrom<Intent['verb'][]>('rent', 'release', 'cancelRelease', 'changeSettings'),
    provider: filled,
    accountId: filled,
    account: fc.string({ unit: 'binary' }),
    sandbox: fc.boolean(),
    number: fc.constant(e164('+13125550142')),
    at: filled,
    country: fc.constantFrom('US', undefined),
    price: fc.option(prices, { nil: undefined }),
    setup: fc.option(prices, { nil: undefined }),
    takeBackUntil: optionalText,
  })
  .map(withoutUndefined<Intent>)

const endings: fc.Arbitrary<Ending> = fc
  .record({
    id: filled,
    at: filled,
    outcome: fc.constantFrom<Ending['outcome'][]>('done', 'refused', 'unknown'),
    note: optionalText,
    requestId: optionalText,
    charged: money,
    fee: money,
    until: optionalText,
    cancellableUntil: optionalText,
  })
  .map(withoutUndefined<Ending>)

describe('a line of the journal', () => {
  it('is one line, and reads back as what was written', () => {
    const entries: fc.Arbitrary<JournalEntry> = fc.oneof(
      intents.map((intent): JournalEntry => ({ kind: 'intent', intent })),
      endings.map((ending): JournalEntry => ({ kind: 'ending', ending })),
    )
    fc.assert(
      fc.property(entries, (entry) => {
        const line = journalLine(entry)
        assert.doesNotMatch(line, /[\r\n]/)
        assert.deepEqual(parseJournalLine(line), entry)
      }),
    )
  })

  const damaged = [
    '',
    'null',
    '[]',
    '42',
    '{"v":1,"kind":"int',
    '{"v":2,"kind":"ending","ending":{"id":"a","at":"x","outcome":"done"}}',
    '{"v":1,"kind":"ending","ending":{"id":"a","at":"x","outcome":"maybe"}}',
    '{"v":1,"kind":"ending","ending":null}',
    '{"v":1,"kind":"intent","intent":{"id":"a","verb":"buy","provider":"p","accountId":"x","account":"","at":"x","number":"+13125550142"}}',
    '{"v":1,"kind":"intent","intent":{"id":"a","verb":"rent","provider":"p","accountId":"x","account":"","at":"x","number":"13125550142"}}',
    '{"v":1,"kind":"other"}',
  ]
  for (const line of damaged) {
    it(`is left out when it reads ${line === '' ? 'nothing' : line.slice(0, 60)}`, () => {
      assert.equal(parseJournalLine(line), undefined)
    })
  }

  it('never throws, whatever stands in the file', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => parseJournalLine(text) === undefined))
  })

  it('reads a price that makes no sense as unknown', () => {
    const intent = {
      id: 'a',
      verb: 'rent',
      provider: 'p',
      accountId: 'x',
      account: '',
      at: 'x',
      number: '+13125550142',
    }
    const line = JSON.stringify({
      v: 1,
      kind: 'intent',
      intent: { ...intent, price: { kind: 'recurring', money: { amount: '-1' } } },
    })
    const entry = parseJournalLine(line)
    assert.deepEqual(entry?.kind === 'intent' && entry.intent.price, unknownPrice)
  })
})

function withoutUndefined<Fields>(fields: { readonly [Name in keyof Fields]: Fields[Name] | undefined }): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createInventory } from '../../../src/core/inventory.ts'
import type { ProviderErrorKind } from '../../../src/core/providerError.ts'
import { type AgreedLine, rentSeveral } from '../../../src/core/rentSeveral.ts'
import { buildAccount, buildError, buildOffer, buildOwnedNumber, e164 } from '../../support/builders.ts'
import { createMemoryJournal, moneyTools } from '../../support/moneyTools.ts'
import { stubDriver } from '../../support/stubDriver.ts'

type Fate = 'rented' | 'slip' | ProviderErrorKind

const fates: fc.Arbitrary<Fate> = fc.constantFrom<Fate[]>(
  'rented',
  'taken',
  'network',
  'invalid',
  'funds',
  'unknownOutcome',
)

describe('renting several numbers', () => {
  it('rents each at most once, one after the other, in the order of the question, and gives each a result', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fates, { maxLength: 8 }), async (list) => {
        const desk = deskWith(list)
        const results = await desk.rent()
        const stop = list.indexOf('funds')
        const tried = stop === -1 ? desk.numbers : desk.numbers.slice(0, stop + 1)
        assert.deepEqual(desk.sent, tried)
        assert.equal(desk.mostAtOnce(), Math.min(1, list.length))
        assert.deepEqual(
          results.map(({ line }) => line.order.number),
          desk.numbers,
        )
        assert.deepEqual(
          results.map(({ outcome }) => outcome.kind),
          list.map((fate, index) => (index < tried.length ? endOf(fate) : 'notTried')),
        )
      }),
    )
  })

  it('sends nothing twice when the same number stands in the list twice', async () => {
    const desk = deskWith(['unknownOutcome'])
    const [line] = desk.lines
    assert.ok(line)
    const results = await rentSeveral(desk.tools, [line, line], () => {}, new AbortController().signal)
    assert.deepEqual(
      results.map(({ outcome }) => outcome.kind),
      ['unknown', 'earlierUnknown'],
    )
    assert.equal(desk.sent.length, 1)
  })

  it('says why the rest was not tried after the credit was used up', async () => {
    const results = await deskWith(['rented', 'funds', 'rented']).rent()
    assert.deepEqual(results[2]?.outcome, { kind: 'notTried', because: 'funds' })
  })

  it('finishes the number under way when the person stops, and starts no other', async () => {
    const desk = deskWith(['rented', 'rented', 'rented'])
    const stop = new AbortController()
    const results = await desk.rent((index) => index === 1 && stop.abort(), stop.signal)
    assert.deepEqual(
      results.map(({ outcome }) => outcome.kind),
      ['rented', 'rented', 'notTried'],
    )
    assert.deepEqual(results[2]?.outcome, { kind: 'notTried', because: 'stopped' })
    assert.equal(desk.sent.length, 2)
  })

  it('still tells what was rented when a slip of ours ends it', async () => {
    const results = await deskWith(['rented', 'slip', 'rented']).rent()
    assert.deepEqual(
      results.map(({ outcome }) => outcome.kind),
      ['rented', 'broken', 'notTried'],
    )
  })

  it('writes every intent down before its request', async () => {
    const desk = deskWith(['rented', 'taken', 'rented'])
    await desk.rent()
    const kinds = desk.journal.entries.map((entry) => entry.kind)
    assert.deepEqual(kinds, ['intent', 'ending', 'intent', 'ending', 'intent', 'ending'])
    const intents = desk.journal.entries.flatMap((entry) => (entry.kind === 'intent' ? [entry.intent.number] : []))
    assert.deepEqual(intents, desk.numbers)
  })
})

function endOf(fate: Fate): string {
  if (fate === 'rented') return 'rented'
  return fate === 'unknownOutcome' ? 'unknown' : 'refused'
}

/** One number per fate, all at one account. */
function deskWith(list: readonly Fate[]) {
  const numbers = list.map((_, index) => e164(`+1312555${String(index).padStart(4, '0')}`))
  const sent: string[] = []
  let [running, most] = [0, 0]
  const driver = stubDriver({
    async rent({ number }) {
      sent.push(number)
      running += 1
      most = Math.max(most, running)
      await Promise.resolve()
      running -= 1
      const fate = list[numbers.indexOf(number)] ?? 'slip'
      if (fate === 'slip') throw new TypeError('a slip of ours')
      if (fate !== 'rented') throw buildError(fate, { operation: 'rent' })
      return { ready: true }
    },
    settleRent: async () => 'unknown',
    getOwned: async (number) => buildOwnedNumber(number),
  })
  const account = buildAccount()
  const inventory = createInventory({ now: () => 77, driverFor: async () => ({ kind: 'ready', driver }) })
  inventory.setAccounts([account])
  const journal = createMemoryJournal()
  const tools = moneyTools(driver, inventory, { journal })
  const lines = numbers.map(
    (number): AgreedLine => ({ account, driver, offer: buildOffer(number), order: { number, options: {} } }),
  )
  return {
    ...{ numbers, sent, journal, tools, lines },
    mostAtOnce: () => most,
    rent: (onStart: (index: number) => unknown = () => {}, stop = new AbortController().signal) =>
      rentSeveral(tools, lines, onStart, stop),
  }
}

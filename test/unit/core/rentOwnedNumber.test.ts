import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { buildOwnedNumber } from '../../support/builders.ts'
import { failing, rentDesk } from '../../support/rentDesk.ts'

const owned = buildOwnedNumber()

describe('renting what the account owns', () => {
  for (const kind of ['taken', 'invalid'] as const) {
    it(`says so when another window was faster and the answer is ${kind}`, async () => {
      const desk = rentDesk({ rent: failing(kind), settleRent: async () => 'rented', getOwned: async () => owned })
      assert.equal((await desk.rent()).kind, 'alreadyOwned')
      assert.equal(desk.rents(), 1)
      assert.deepEqual(desk.inventory.find('account-1', owned.number), owned)
      const last = desk.journal.entries.at(-1)
      assert.equal(last?.kind === 'ending' && last.ending.outcome, 'refused')
      assert.match((last?.kind === 'ending' && last.ending.note) || '', /^The account owned the number already\./)
    })
  }

  it('keeps the refusal when the provider cannot be asked whose the number is', async () => {
    const desk = rentDesk({ rent: failing('taken'), settleRent: failing('network') })
    const outcome = await desk.rent()
    assert.equal(outcome.kind === 'refused' && outcome.error.kind, 'taken')
  })

  it('does not ask whose the number is after a refusal that is about something else', async () => {
    const desk = rentDesk({ rent: failing('funds') })
    assert.equal((await desk.rent()).kind, 'refused')
  })

  it('sends and records nothing when the list has the number', async () => {
    const desk = rentDesk({ getOwned: async () => owned })
    desk.inventory.put(owned)
    assert.deepEqual(await desk.rent(), { kind: 'alreadyOwned' })
    assert.equal(desk.rents(), 0)
    assert.deepEqual(desk.journal.entries, [])
  })

  it('rents when the list is old and the number was given up elsewhere', async () => {
    const rows = [undefined, owned]
    const desk = rentDesk({ rent: async () => ({ ready: true }), getOwned: async () => rows.shift() })
    desk.inventory.put(owned)
    assert.equal((await desk.rent()).kind, 'rented')
  })
})

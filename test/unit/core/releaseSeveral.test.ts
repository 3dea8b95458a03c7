import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createInventory } from '../../../src/core/inventory.ts'
import { type ChosenRelease, previewReleases } from '../../../src/core/previewReleases.ts'
import type { ReleasePreview, ReleaseReceipt } from '../../../src/core/providerDriver.ts'
import { releaseSeveral } from '../../../src/core/releaseSeveral.ts'
import { releaseSeveralResult } from '../../../src/core/releaseSeveralResult.ts'
import { buildAccount, buildError, buildOwnedNumber, e164 } from '../../support/builders.ts'
import { moneyTools } from '../../support/moneyTools.ts'
import { stubDriver } from '../../support/stubDriver.ts'

type Answer = () => Promise<ReleaseReceipt>

const fine: Answer = async () => ({ kind: 'released' })
const refused: Answer = () => Promise.reject(buildError('forbidden', { operation: 'release', sentence: 'Locked.' }))
const slip: Answer = () => Promise.reject(new TypeError('a slip of ours'))
const signal = new AbortController().signal

describe('releasing several numbers', () => {
  it('releases each once, one after the other, and goes on after a refusal', async () => {
    const desk = deskWith(fine, refused, async () => ({ kind: 'leavingAt', until: '2026-12-03' }))
    const results = await desk.release()
    assert.deepEqual(desk.sent, desk.numbers)
    assert.deepEqual(
      results.map(({ outcome }) => outcome.kind),
      ['done', 'refused', 'done'],
    )
    assert.deepEqual(
      desk.numbers.map((number) => desk.inventory.find('account-1', number)?.state.kind),
      [undefined, 'active', 'releasing'],
    )
  })

  it('finishes the number under way when the person stops, and starts no other', async () => {
    const desk = deskWith(fine, fine, fine)
    const stop = new AbortController()
    const results = await desk.release(() => stop.abort(), stop.signal)
    assert.deepEqual(
      results.map(({ outcome }) => outcome.kind),
      ['done', 'notTried', 'notTried'],
    )
    assert.equal(desk.sent.length, 1)
  })

  it('stops after a slip of ours and still tells of the others', async () => {
    const results = await deskWith(fine, slip, fine).release()
    assert.deepEqual(
      results.map(({ outcome }) => outcome.kind),
      ['done', 'broken', 'notTried'],
    )
  })

  it('says for each number what became of it', async () => {
    const alreadyGone: Answer = async () => ({ kind: 'alreadyGone' })
    const takenBack: Answer = async () => ({ kind: 'released', cancellableUntil: '2026-12-04' })
    const leaving: Answer = async () => ({ kind: 'leavingAt', until: '2026-12-03' })
    const results = await deskWith(fine, refused, alreadyGone, leaving, takenBack, slip, fine).release()
    const words = { providerOf: () => 'Testphone', format: (number: string) => number, day: (iso: string) => iso }
    assert.deepEqual(releaseSeveralResult(results, words), {
      severity: 'warning',
      message: [
        'Outcome unknown, it may be gone: +13125550105. Refresh before you try once more.',
        'Released 4 of 7: +13125550100, +13125550102 (gone already), +13125550103 (works until 2026-12-03), +13125550104 (can be taken back until 2026-12-04).',
        'Not released: +13125550101 (not allowed, Testphone says “Locked”).',
        'Not tried: +13125550106.',
      ].join(' '),
    })
  })
})

describe('asking what several releases mean', () => {
  const preview: ReleasePreview = { possible: true, consequences: ['Gone.'], warnings: [], fee: { kind: 'none' } }

  it('keeps the order, says how far it is, and lets one failure leave the others alone', async () => {
    const heard: number[] = []
    const asked = stubDriver({
      previewRelease: async ({ number }) => {
        if (number.endsWith('1')) throw buildError('timeout', { operation: 'previewRelease' })
        return preview
      },
    })
    const previewed = await previewReleases(itemsWith(asked, 3), (count) => heard.push(count), signal)
    assert.deepEqual(
      previewed.map(({ kind }) => kind),
      ['previewed', 'failed', 'previewed'],
    )
    assert.deepEqual(heard, [1, 2, 3])
  })

  it('stops as a whole when the person cancels', async () => {
    const asked = stubDriver({ previewRelease: () => Promise.reject(buildError('cancelled')) })
    await assert.rejects(
      previewReleases(itemsWith(asked, 2), () => {}, signal),
      { facts: { kind: 'cancelled', provider: 'testphone', operation: 'list' } },
    )
  })
})

function itemsWith(driver: ChosenRelease['driver'], count: number): ChosenRelease[] {
  const account = buildAccount()
  return Array.from({ length: count }, (_, index) => ({
    account,
    driver,
    owned: buildOwnedNumber(`+1312555010${index}`),
  }))
}

function deskWith(...answers: Answer[]) {
  const numbers = answers.map((_, index) => e164(`+1312555010${index}`))
  const sent: string[] = []
  const driver = stubDriver({
    release: ({ number }) => {
      sent.push(number)
      return (answers[numbers.indexOf(number)] ?? slip)()
    },
    getOwned: async () => undefined,
  })
  const inventory = createInventory({ now: () => 77, driverFor: async () => ({ kind: 'ready', driver }) })
  inventory.setAccounts([buildAccount()])
  const items = itemsWith(driver, answers.length)
  for (const { owned } of items) inventory.put(owned)
  const tools = moneyTools(driver, inventory)
  return {
    ...{ numbers, sent, inventory },
    release: (onStart: () => void = () => {}, stop = signal) => releaseSeveral(tools, items, onStart, stop),
  }
}

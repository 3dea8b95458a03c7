import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createInventory, type InventoryChange } from '../../../src/core/inventory.ts'
import type { ListNews } from '../../../src/core/listing.ts'
import type { OwnedPage } from '../../../src/core/providerDriver.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../support/builders.ts'
import { createFeed, listing } from '../../support/scriptedPages.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const [a, b, c] = ['+13125550101', '+13125550102', '+13125550103'].map((number) => buildOwnedNumber(number))
assert.ok(a && b && c)
const page = (...numbers: OwnedPage['numbers'][number][]): OwnedPage => ({ numbers, unreadable: [] })
const unreadable: OwnedPage = { numbers: [], unreadable: [{ reason: 'no number' }] }
const copy = <T>(value: T): T => structuredClone(value)

describe('what a complete list tells', () => {
  it('is nothing the first time', async () => {
    const { told } = await refreshed([page(a)])
    assert.deepEqual(told, [undefined])
  })

  it('is what came and went since the last complete list, and when that was', async () => {
    const { told } = await refreshed([page(a, b)], [page(b, c)])
    assert.deepEqual(told[1], { since: 1, appeared: [c.number], vanished: [a.number] })
  })

  it('is nothing while a list is not complete, and everything once when it is', async () => {
    const { told } = await refreshed([page(a)], [page(b), buildError('network')], [page(b)])
    assert.deepEqual(told.slice(1), [{ since: 1, appeared: [b.number], vanished: [a.number] }])
  })

  it('never calls a number gone while a row cannot be read, nor new when it can be again', async () => {
    const { told } = await refreshed([page(a, b)], [page(a), unreadable], [page(a, b)], [page(a)])
    assert.deepEqual(told.slice(1).map(bare), [
      { appeared: [], vanished: [] },
      { appeared: [], vanished: [] },
      { appeared: [], vanished: [b.number] },
    ])
  })

  it('leaves out what this window did while the list was on its way', async () => {
    const feed = createFeed()
    const { inventory, told } = inventoryOf([page(a, b)], feed.pages)
    await inventory.refresh('account-1')
    const second = inventory.refresh('account-1')
    await feed.give(page(a))
    inventory.put(c)
    inventory.remove('account-1', b.number)
    await feed.end()
    await second
    assert.deepEqual(told.map((news) => news && bare(news)).at(-1), { appeared: [], vanished: [] })
  })

  it('is compared with what an earlier window remembered', async () => {
    const { inventory, told } = inventoryOf([page(a, c)])
    inventory.restore('account-1', [a, b], 1000)
    assert.deepEqual(inventory.account('account-1')?.status, { kind: 'remembered', at: 1000 })
    await inventory.refresh('account-1')
    assert.deepEqual(told, [{ since: 1000, appeared: [c.number], vanished: [b.number] }])
  })
})

describe('remembered numbers', () => {
  it('do not come back over a list that has begun to arrive', async () => {
    const feed = createFeed()
    const { inventory } = inventoryOf(feed.pages)
    const running = inventory.refresh('account-1')
    await feed.give(page(a))
    inventory.restore('account-1', [b], 1000)
    assert.deepEqual(inventory.account('account-1')?.numbers, [a])
    await feed.end()
    await running
    inventory.restore('account-1', [b], 1000)
    assert.deepEqual(inventory.account('account-1')?.numbers, [a])
  })

  it('do not undo what was done before they were read', () => {
    const { inventory } = inventoryOf()
    inventory.remove('account-1', a.number)
    inventory.put({ ...b, name: 'Just rented' })
    inventory.restore('account-1', [a, b, c], 1000)
    assert.deepEqual(
      inventory.account('account-1')?.numbers.map(({ number, name }) => [number, name]),
      [
        [b.number, 'Just rented'],
        [c.number, undefined],
      ],
    )
  })

  it('gain their facts without being called changed', async () => {
    const full = { ...a, facts: [{ label: 'Carrier', value: 'Example' }] }
    const { inventory, changes } = inventoryOf([page(full)])
    inventory.restore('account-1', [a], 1000)
    await inventory.refresh('account-1')
    assert.deepEqual(
      changes.filter(({ kind }) => kind === 'number'),
      [],
    )
    assert.deepEqual(inventory.find('account-1', a.number)?.facts, full.facts)
  })
})

describe('a refresh', () => {
  it('announces no number when nothing changed, and keeps the arrangement', async () => {
    const { inventory, changes } = await refreshed([page(a), page(b)], [page(copy(a)), page(copy(b))])
    const [before, after] = [changes.length, inventory.account('account-1')?.arrangement]
    await inventory.refresh('account-1')
    assert.equal(changes.slice(before).filter(({ kind }) => kind === 'number').length, 0)
    assert.equal(inventory.account('account-1')?.arrangement, after)
    // One that it runs, one that it ended.
    assert.equal(changes.slice(before).length, 2)
  })

  it('announces exactly the one number that says something else', async () => {
    const { changes } = await refreshed([page(a, b, c)], [page(copy(a), { ...b, name: 'Support' }, copy(c))])
    assert.deepEqual(
      changes.filter(({ kind }) => kind === 'number'),
      [{ kind: 'number', accountId: 'account-1', number: b.number }],
    )
  })

  it('keeps rows that could not be read in sight until the next list has ended', async () => {
    const feed = createFeed()
    const { inventory } = inventoryOf([unreadable], feed.pages)
    await inventory.refresh('account-1')
    const running = inventory.refresh('account-1')
    await feed.give(page(a))
    assert.equal(inventory.account('account-1')?.unreadable.length, 1)
    await feed.end()
    await running
    assert.equal(inventory.account('account-1')?.unreadable.length, 0)
  })

  it('lets others work between the parts of a page that holds everything', async () => {
    let pauses = 0
    const many = Array.from({ length: 3_500 }, (_, n) => buildOwnedNumber(`+1312555${String(n).padStart(4, '0')}`))
    const { inventory } = inventoryOf([page(...many)])
    const patient = createInventory({
      now: () => 1,
      driverFor: async () => ({ kind: 'ready', driver: stubDriver({ listOwned: listing([page(...many)]) }) }),
      breathe: async () => {
        pauses += 1
      },
    })
    patient.setAccounts([buildAccount()])
    await Promise.all([patient.refresh('account-1'), inventory.refresh('account-1')])
    assert.equal(pauses, 3)
    assert.equal(patient.account('account-1')?.numbers.length, 3_500)
  })
})

type Answer = readonly (OwnedPage | Error)[] | (() => AsyncIterable<OwnedPage>)

function inventoryOf(...answers: readonly Answer[]) {
  let call = 0
  let clock = 0
  const listOwned = () => {
    const answer = answers[Math.min(call++, answers.length - 1)]
    return typeof answer === 'function' ? answer() : listing(answer ?? [])()
  }
  const driver = stubDriver({ listOwned })
  const inventory = createInventory({ now: () => ++clock, driverFor: async () => ({ kind: 'ready', driver }) })
  inventory.setAccounts([buildAccount()])
  const told: (ListNews | undefined)[] = []
  const changes: InventoryChange[] = []
  inventory.onDidList((_account, news) => told.push(news))
  inventory.onDidChange((change) => changes.push(change))
  return { inventory, told, changes }
}

async function refreshed(...answers: readonly Answer[]) {
  const bench = inventoryOf(...answers)
  for (const _ of answers) await bench.inventory.refresh('account-1')
  return bench
}

function bare(news: ListNews | undefined) {
  return news && { appeared: news.appeared, vanished: news.vanished }
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createInventory, type DriverAccess, type InventoryChange } from '../../../src/core/inventory.ts'
import type { OwnedPage } from '../../../src/core/providerDriver.ts'
import { buildAccount, buildError, buildOwnedNumber, e164 } from '../../support/builders.ts'
import { createFeed, listing } from '../../support/scriptedPages.ts'
import { stubDriver } from '../../support/stubDriver.ts'

const first = buildOwnedNumber('+13125550101')
const second = buildOwnedNumber('+13125550102')
const page = (...numbers: OwnedPage['numbers'][number][]): OwnedPage => ({ numbers, unreadable: [] })
const signal = new AbortController().signal

describe('refreshing an account', () => {
  it('shows pages as they come and calls the list complete at the end only', async () => {
    const feed = createFeed()
    const inventory = inventoryOf({ kind: 'ready', driver: stubDriver({ listOwned: () => feed.pages() }) })
    const refreshed = inventory.refresh('account-1')
    await feed.give(page(first))
    const half = inventory.account('account-1')
    assert.deepEqual([half?.numbers, half?.status.kind, half?.refreshing], [[first], 'notLoaded', true])
    await feed.give(page(second))
    await feed.end()
    await refreshed
    const whole = inventory.account('account-1')
    assert.deepEqual(
      [whole?.numbers, whole?.status, whole?.refreshing],
      [[first, second], { kind: 'complete', at: 77 }, false],
    )
  })

  it('keeps what came and what was known when a page fails, and says that the list is incomplete', async () => {
    const failure = buildError('network')
    const script = listing([page(first, second)], [page(first), failure])
    const inventory = inventoryOf({ kind: 'ready', driver: stubDriver({ listOwned: script }) })
    await inventory.refresh('account-1')
    await inventory.refresh('account-1')
    const known = inventory.account('account-1')
    assert.deepEqual(known?.numbers, [first, second])
    assert.deepEqual(known?.status, { kind: 'incomplete', at: 77, error: failure })
  })

  it('says that it failed when nothing is known at all', async () => {
    const failure = buildError('auth')
    const inventory = inventoryOf({ kind: 'ready', driver: stubDriver({ listOwned: listing([failure]) }) })
    await inventory.refresh('account-1')
    assert.deepEqual(inventory.account('account-1')?.status, { kind: 'failed', at: 77, error: failure })
  })

  it('drops numbers that a complete list no longer has', async () => {
    const inventory = inventoryOf({
      kind: 'ready',
      driver: stubDriver({ listOwned: listing([page(first, second)], [page(second)]) }),
    })
    await inventory.refresh('account-1')
    await inventory.refresh('account-1')
    assert.deepEqual(inventory.account('account-1')?.numbers, [second])
  })

  it('counts unreadable rows once, however often it is refreshed', async () => {
    const odd: OwnedPage = { numbers: [first], unreadable: [{ reason: 'no number' }] }
    const inventory = inventoryOf({ kind: 'ready', driver: stubDriver({ listOwned: listing([odd], [odd]) }) })
    await inventory.refresh('account-1')
    const earlier = inventory.account('account-1')
    await inventory.refresh('account-1')
    assert.equal(inventory.account('account-1')?.unreadable.length, 1)
    assert.equal(earlier?.unreadable.length, 1)
  })

  it('asks once when it is asked twice at the same time', async () => {
    let asked = 0
    const feed = createFeed()
    const listOwned = () => {
      asked += 1
      return feed.pages()
    }
    const inventory = inventoryOf({ kind: 'ready', driver: stubDriver({ listOwned }) })
    const both = [inventory.refresh('account-1'), inventory.refresh('account-1')]
    await feed.end()
    await Promise.all(both)
    assert.equal(asked, 1)
  })

  it('asks anew after the account was forgotten, and the late answer to the old question changes nothing', async () => {
    const feeds = [createFeed(), createFeed()]
    let asked = 0
    const inventory = inventoryOf({
      kind: 'ready',
      driver: stubDriver({ listOwned: () => (feeds[asked++] ?? createFeed()).pages() }),
    })
    const old = inventory.refresh('account-1')
    inventory.forget('account-1')
    const fresh = inventory.refresh('account-1')
    await feeds[0]?.give(page(first))
    await feeds[0]?.end()
    await old
    const joined = inventory.refresh('account-1')
    assert.equal(joined, fresh)
    await feeds[1]?.give(page(second))
    await feeds[1]?.end()
    await fresh
    assert.equal(asked, 2)
    assert.deepEqual(inventory.account('account-1')?.numbers, [second])
  })

  it('lets a number that was rented meanwhile win over older pages, and one that was released stay away', async () => {
    const feed = createFeed()
    const inventory = inventoryOf({ kind: 'ready', driver: stubDriver({ listOwned: () => feed.pages() }) })
    inventory.put(second)
    const refreshed = inventory.refresh('account-1')
    await feed.give(page())
    const renamed = { ...first, name: 'Just renamed' }
    inventory.put(renamed)
    inventory.remove('account-1', second.number)
    await feed.give(page(first, second))
    await feed.end()
    await refreshed
    assert.deepEqual(inventory.account('account-1')?.numbers, [renamed])
  })

  it('never lets one account wait for or fail with another', async () => {
    const broken = buildAccount({ id: 'account-2', label: 'Broken' })
    const inventory = createInventory({
      now: () => 77,
      driverFor: async (account) => {
        if (account.id === 'account-2') throw new TypeError('a driver that cannot even be made')
        return { kind: 'ready', driver: stubDriver({ listOwned: listing([page(first)]) }) }
      },
    })
    inventory.setAccounts([broken, buildAccount()])
    await Promise.all([inventory.refresh('account-2'), inventory.refresh('account-1')])
    assert.deepEqual(
      inventory.accounts().map(({ status }) => status.kind),
      ['failed', 'complete'],
    )
  })

  for (const kind of ['signedOut', 'endpointChanged', 'paused', 'unknownProvider'] as const) {
    it(`shows ${kind} and no numbers when the account cannot be asked`, async () => {
      const inventory = inventoryOf({ kind })
      inventory.put(first)
      await inventory.refresh('account-1')
      const known = inventory.account('account-1')
      assert.deepEqual([known?.status, known?.numbers], [{ kind }, []])
    })
  }
})

describe('one number', () => {
  it('is read again and its row changes', async () => {
    const renamed = { ...first, name: 'Support' }
    const inventory = inventoryOf({ kind: 'ready', driver: stubDriver({ getOwned: async () => renamed }) })
    inventory.put(first)
    assert.deepEqual(await inventory.refreshNumber('account-1', first.number, signal), renamed)
    assert.deepEqual(inventory.find('account-1', first.number), renamed)
  })

  it('leaves the list when the account does not own it any more', async () => {
    const inventory = inventoryOf({ kind: 'ready', driver: stubDriver({ getOwned: async () => undefined }) })
    inventory.put(first)
    await inventory.refreshNumber('account-1', first.number, signal)
    assert.equal(inventory.find('account-1', first.number), undefined)
  })

  it('is worked on by one at a time', () => {
    const inventory = inventoryOf({ kind: 'signedOut' })
    assert.equal(inventory.begin('account-1', first.number, 'renting'), true)
    assert.equal(inventory.begin('account-1', first.number, 'releasing'), false)
    assert.equal(inventory.account('account-1')?.activities.get(first.number), 'renting')
    inventory.end('account-1', first.number)
    assert.equal(inventory.begin('account-1', first.number, 'releasing'), true)
  })

  it('cannot be worked on in an account that does not exist', () => {
    assert.equal(inventoryOf({ kind: 'signedOut' }).begin('nobody', first.number, 'renting'), false)
  })
})

describe('what the inventory tells its views', () => {
  it('is as narrow as the change', async () => {
    const inventory = inventoryOf({ kind: 'ready', driver: stubDriver({ listOwned: listing([page(first)]) }) })
    const changes: InventoryChange[] = []
    const stop = inventory.onDidChange((change) => changes.push(change))
    inventory.put(first)
    inventory.setAccounts([buildAccount()])
    assert.deepEqual(changes, [{ kind: 'number', accountId: 'account-1', number: first.number }, { kind: 'accounts' }])
    stop()
    inventory.remove('account-1', first.number)
    assert.equal(changes.length, 2)
  })

  it('keeps the numbers of accounts that stay when the list of accounts changes', () => {
    const inventory = inventoryOf({ kind: 'signedOut' })
    inventory.put(first)
    inventory.setAccounts([buildAccount({ label: 'Renamed' }), buildAccount({ id: 'account-2' })])
    assert.deepEqual(inventory.account('account-1')?.numbers, [first])
    assert.equal(inventory.account('account-1')?.account.label, 'Renamed')
    inventory.setAccounts([buildAccount({ id: 'account-2' })])
    assert.equal(inventory.find('account-1', e164('+13125550101')), undefined)
  })

  it('forgets the numbers of an account that talks to another address now', () => {
    const inventory = inventoryOf({ kind: 'signedOut' })
    inventory.put(first)
    inventory.setAccounts([buildAccount({ endpoints: { api: 'https://other.example.com' } })])
    assert.deepEqual(inventory.account('account-1')?.numbers, [])
    assert.equal(inventory.account('account-1')?.status.kind, 'notLoaded')
  })

  it('ends refreshes under way when it is disposed of', async () => {
    let seen: AbortSignal | undefined
    const feed = createFeed()
    const inventory = inventoryOf({
      kind: 'ready',
      driver: stubDriver({
        listOwned: (given) => {
          seen = given
          return feed.pages()
        },
      }),
    })
    const refreshed = inventory.refresh('account-1')
    await feed.give(page(first))
    inventory.dispose()
    assert.equal(seen?.aborted, true)
    await feed.end()
    await refreshed
  })
})

function inventoryOf(access: DriverAccess) {
  const inventory = createInventory({ now: () => 77, driverFor: async () => access })
  inventory.setAccounts([buildAccount()])
  return inventory
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Account } from '../../../src/core/account.ts'
import { createInventory, type Inventory } from '../../../src/core/inventory.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import type { OwnedPage } from '../../../src/core/providerDriver.ts'
import { createRecords } from '../../../src/core/records.ts'
import { plainView } from '../../../src/core/viewChoice.ts'
import { createPhoneNumbering } from '../../../src/numbering/phoneFormat.ts'
import type { TreeElement } from '../../../src/vscode/tree/treeElements.ts'
import { createTreeRows, type TreeRows } from '../../../src/vscode/tree/treeRows.ts'
import { createSnapshotFiles } from '../../../src/vscode/upkeep/snapshotFiles.ts'
import { stubDriver } from '../../support/stubDriver.ts'
import { type AccountSize, manyNumbers } from './manyNumbers.ts'
import { quietest, type Stall, stallOf } from './stalls.ts'
import type { TreeFigures } from './treeFigures.ts'

const repeats = 3
/** As many numbers as one answer of the provider holds. */
const pageSizes: Readonly<Record<string, number>> = { sinch: 1_000, plivo: 20, tryvox: 100, contiguity: 100_000 }
const crowdedGroup = 10_000
const sizes: readonly AccountSize[] = Object.keys(pageSizes).map((provider) => ({
  account: accountOf(provider),
  numbers: 12_500,
  crowded: { country: 'US', callingCode: '1', numbers: provider === 'plivo' ? crowdedGroup : 2_000 },
}))

function accountOf(provider: string): Account {
  const endpoints = { api: `https://${provider}.example.com` }
  return {
    id: `account-${provider}`,
    provider,
    label: 'Production',
    sandbox: false,
    endpoints,
    endpointsOverridden: false,
  }
}

/** What the providers will answer; made ahead, so that making it is not measured. */
const answers = new Map<string, OwnedNumber[]>()

function prepareAnswers(): void {
  for (const size of sizes) answers.set(size.account.id, manyNumbers(size))
}

async function* pagesOf(size: AccountSize): AsyncGenerator<OwnedPage> {
  const numbers = answers.get(size.account.id) ?? []
  answers.delete(size.account.id)
  const step = pageSizes[size.account.provider] ?? numbers.length
  for (let at = 0; at < numbers.length; at += step) {
    // Every page comes with a turn of its own, as from the network.
    await nextTurn()
    yield { numbers: numbers.slice(at, at + step), unreadable: [] }
  }
}

function world(maxGroupSize: number) {
  const inventory = createInventory({
    now: Date.now,
    breathe: () => nextTurn(),
    driverFor: async (account) => {
      const size = sizes.find((one) => one.account.id === account.id)
      return { kind: 'ready', driver: stubDriver({ listOwned: () => pagesOf(size as AccountSize) }) }
    },
  })
  inventory.setAccounts(sizes.map(({ account }) => account))
  const records = createRecords({ read: async () => [], append: async () => {} })
  const options = { inventory, records, now: () => new Date(), numbering: createPhoneNumbering() }
  const look = { choice: () => plainView, badge: () => 'none' as const, note: () => {} }
  const failed = (error: unknown) => {
    throw error
  }
  return { inventory, rows: createTreeRows({ ...options, ...look, failed, maxGroupSize: () => maxGroupSize }) }
}

/** Makes the rows below a row as the editor does when it is opened: all of them at once. */
function open(rows: TreeRows, element: TreeElement): unknown[] {
  return rows.childrenOf(element).map((child) => rows.itemOf(child))
}

const crowded: TreeElement = {
  kind: 'country',
  id: 'country/account-plivo/US',
  accountId: 'account-plivo',
  country: 'US',
}

/** Refreshes everything; every change reaches the view's rows, as in the product. */
async function refreshAll(inventory: Inventory, rows: TreeRows): Promise<number> {
  let redraws = 0
  const stop = inventory.onDidChange((change) => {
    redraws += rows.redrawsAfter(change).length
  })
  await Promise.all(sizes.map(({ account }) => inventory.refresh(account.id)))
  stop()
  return redraws
}

function heapMb(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}

async function measure(): Promise<TreeFigures> {
  const stalls = new Map<string, Stall[]>()
  const note = async (name: string, work: () => Promise<unknown> | unknown) => {
    const runs = stalls.get(name) ?? []
    stalls.set(name, [...runs, await stallOf(work)])
  }
  // The listing's own rows are made before the clock starts, by a first run that also warms everything up.
  const empty = heapMb()
  const { inventory, rows } = world(500)
  rows.roots()
  prepareAnswers()
  await refreshAll(inventory, rows)
  const collapsedMb = heapMb() - empty
  const openAll = (element: TreeElement): void => rows.childrenOf(element).forEach(openAll)
  rows.roots().forEach(openAll)
  const openedMb = heapMb() - empty
  let redraws = 0
  for (let turn = 0; turn < repeats; turn += 1) {
    const fresh = world(500)
    await note('setting the accounts', () => fresh.inventory.setAccounts(sizes.map(({ account }) => account)))
    prepareAnswers()
    await note('first list of everything', () => refreshAll(fresh.inventory, fresh.rows))
    await note('outermost rows and countries', () => fresh.rows.roots().flatMap((root) => open(fresh.rows, root)))
    prepareAnswers()
    await note('refresh without changes', async () => {
      redraws += await refreshAll(fresh.inventory, fresh.rows)
    })
    await note('country of 10,000, split', () => open(fresh.rows, crowded))
    const flat = world(0)
    prepareAnswers()
    await refreshAll(flat.inventory, flat.rows)
    await note('country of 10,000, in one list', () => open(flat.rows, crowded))
    await noteSnapshots(fresh.inventory, note)
  }
  const numbers = inventory.accounts().reduce((sum, entry) => sum + entry.numbers.length, 0)
  const work = [...stalls].map(([name, runs]) => ({ name, ...quietest(runs) }))
  return { numbers, countries: countriesOf(inventory), work, collapsedMb, openedMb, redraws }
}

type Note = (name: string, work: () => Promise<unknown>) => Promise<void>

async function noteSnapshots(inventory: Inventory, note: Note): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pn-bench-'))
  const files = createSnapshotFiles({ folder, newId: () => 'draft', now: Date.now, isKnown: () => true })
  const accounts = inventory.accounts()
  await note('lists to disk', async () => {
    for (const { account, numbers } of accounts) await files.write(account, { at: 1, numbers })
  })
  const fresh = world(500)
  await note('lists from disk', async () => {
    for (const { account } of accounts) {
      const snapshot = await files.read(account)
      fresh.inventory.restore(account.id, snapshot?.numbers ?? [], 1)
    }
  })
  rmSync(folder, { recursive: true })
}

function countriesOf(inventory: Inventory): number {
  const all = inventory.accounts().flatMap(({ numbers }) => numbers as OwnedNumber[])
  return new Set(all.map(({ country }) => country)).size
}

measure().then(
  (figures) => console.log(JSON.stringify(figures)),
  (error: unknown) => {
    console.error(error)
    process.exitCode = 1
  },
)

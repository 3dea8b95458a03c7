import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from '../../src/core/account.ts'
import { createInventory } from '../../src/core/inventory.ts'
import type { JournalEntry } from '../../src/core/journal.ts'
import type { ProviderDriver } from '../../src/core/providerDriver.ts'
import { createRecords } from '../../src/core/records.ts'
import { createUpkeep } from '../../src/vscode/upkeep/upkeep.ts'

export interface UpkeepBenchOptions {
  readonly account: Account
  readonly driver: ProviderDriver
  /** Another window looks at the same folder. */
  readonly folder?: string
  /** Epoch milliseconds. */
  readonly now?: () => number
}

/** One window's inventory with what looks after it, on a folder of its own that goes with the test. */
export function upkeepBench(scope: { after(close: () => void): void }, options: UpkeepBenchOptions) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'pn-upkeep-'))
  const now = options.now ?? Date.now
  const inventory = createInventory({ now, driverFor: async () => ({ kind: 'ready', driver: options.driver }) })
  let accounts: readonly Account[] = [options.account]
  inventory.setAccounts(accounts)
  const entries: JournalEntry[] = []
  const records = createRecords({ read: async () => entries, append: async (entry) => void entries.push(entry) })
  const log = { debug() {}, info() {}, warn: (text: string) => void warnings.push(text), error() {} }
  const warnings: string[] = []
  const news: (string | undefined)[] = []
  let ids = 0
  const upkeep = createUpkeep({
    ...{ inventory, records, folder, log, now, accounts: () => accounts },
    newId: () => `id-${process.pid}-${++ids}`,
    tell: (text) => void news.push(text),
    settling: {
      ...{
        inventory,
        records,
        log,
        now: () => new Date(now()),
        pause: async () => {},
        driverOf: async () => undefined,
      },
      lock: { hold: async () => async () => {} },
    },
  })
  scope.after(() => {
    upkeep.dispose()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    ...{ folder, inventory, records, upkeep, news, warnings },
    /** What is on disk: another window writes there too. */
    entries,
    setAccounts(next: readonly Account[]) {
      accounts = next
      inventory.setAccounts(next)
    },
    /** Everything that is in the folder, by file name. */
    files: () =>
      Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)),
  }
}

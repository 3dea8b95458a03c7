import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Account } from '../../../src/core/account.ts'
import { createInventory, type Inventory } from '../../../src/core/inventory.ts'
import type { Offer } from '../../../src/core/offer.ts'
import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import { createRecords, type Records } from '../../../src/core/records.ts'
import { type RentOutcome, rentNumber } from '../../../src/core/rentNumber.ts'
import { settleOpenDeeds } from '../../../src/core/settleOpenDeeds.ts'
import { createJournalFile } from '../../../src/vscode/records/journalFile.ts'
import { createLockFiles } from '../../../src/vscode/records/lockFiles.ts'
import { buildAccount } from '../../support/builders.ts'
import { nothingOpen } from '../../support/nothingOpen.ts'
import { noCancel } from '../../support/sandboxDriver.ts'
import type { TestScope } from '../../support/startSandbox.ts'
import { watchLock } from '../../support/watchLock.ts'
import { orderOf } from '../rules/openBench.ts'

/** A window that is opened on the records of one that died. Its clock goes on when the test says so. */
export interface NextWindow {
  readonly account: Account
  readonly inventory: Inventory
  readonly records: Records
  /** Resolves when something in it waits for time to pass. */
  waits(): Promise<void>
  /** Lets so many milliseconds pass, for locks and for what waits. */
  pass(ms: number): void
  /** Resolves when nothing that was recorded is open any more. */
  settled(): Promise<void>
  rent(offer: Offer): Promise<RentOutcome>
}

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

export function openNextWindow(scope: TestScope, driver: ProviderDriver, provider: string, folder: string): NextWindow {
  const clock = createClock()
  const account = buildAccount({ provider })
  const inventory = createInventory({ now: clock.now, driverFor: async () => ({ kind: 'ready', driver }) })
  inventory.setAccounts([account])
  const records = createRecords(createJournalFile(join(folder, 'history.jsonl')))
  const locks = watchLock(createLockFiles({ folder: join(folder, 'locks'), newId: randomUUID, now: clock.now }))
  const tools = {
    ...{ driver, inventory, records, log: silent, newId: randomUUID, pause: clock.pause },
    lock: locks.lock,
    now: () => new Date(clock.now()),
  }
  const stop = settleOpenDeeds({ ...tools, driverOf: async () => driver })
  scope.after(async () => stop())
  return {
    ...{ account, inventory, records },
    ...{ waits: clock.waits, pass: clock.pass },
    async settled() {
      await nothingOpen(records)
      await locks.allLetGo()
    },
    rent: (offer) => rentNumber(tools, { account, offer, order: orderOf(offer) }, noCancel()),
  }
}

/** Real time and what the test adds to it. */
function createClock() {
  let added = 0
  let waiting: { readonly until: number; readonly wake: () => void }[] = []
  const firstWait = Promise.withResolvers<void>()
  const now = () => Date.now() + added
  return {
    now,
    waits: () => firstWait.promise,
    pause: async (ms: number, signal: AbortSignal) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      waiting.push({ until: now() + ms, wake: resolve })
      firstWait.resolve()
      await promise
    },
    pass(ms: number) {
      added += ms
      const due = waiting.filter(({ until }) => until <= now())
      waiting = waiting.filter(({ until }) => until > now())
      for (const { wake } of due) wake()
    },
  }
}

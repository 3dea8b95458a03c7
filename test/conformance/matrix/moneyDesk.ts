import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import type { Account } from '../../../src/core/account.ts'
import { createInventory, type Inventory } from '../../../src/core/inventory.ts'
import type { E164 } from '../../../src/core/phoneNumber.ts'
import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import { createRecords, type Records } from '../../../src/core/records.ts'
import type { RentTools } from '../../../src/core/rentNumber.ts'
import { settleOpenDeeds } from '../../../src/core/settleOpenDeeds.ts'
import type { Timeouts } from '../../../src/http/undiciHttpClient.ts'
import { createJournalFile } from '../../../src/vscode/records/journalFile.ts'
import { createLockFiles } from '../../../src/vscode/records/lockFiles.ts'
import { buildAccount } from '../../support/builders.ts'
import { connectDriver } from '../../support/connectDriver.ts'
import { nothingOpen } from '../../support/nothingOpen.ts'
import { type DriverDifferences, noCancel } from '../../support/sandboxDriver.ts'
import { startSandbox, type TestSandbox } from '../../support/startSandbox.ts'
import { watchLock } from '../../support/watchLock.ts'
import type { Subject } from '../rules/openBench.ts'
import { type FaultColumn, patienceMs } from './faultColumns.ts'
import { createTold, type Told } from './secrets.ts'

/** Everything that renting and releasing are made of in the product, with a folder of its own, at a sandbox of its own. */
export interface Desk {
  readonly subject: Subject
  readonly column: FaultColumn
  readonly sandbox: TestSandbox
  readonly told: Told
  readonly account: Account
  readonly inventory: Inventory
  readonly records: Records
  /** Reaches the provider whatever goes wrong with the cell's own request. */
  readonly driver: ProviderDriver
  readonly tools: RentTools
  /** What the world says of a number. */
  stateOf(number: E164): Promise<'owned' | 'leaving' | 'gone'>
  /** What the account holds according to the world, sorted. */
  held(): Promise<readonly string[]>
  /** How many requests spent money or gave a number up, and those of one route. */
  money(route: string): Promise<{ readonly all: number; readonly route: number }>
  /** Resolves when nothing that was recorded is open any more. */
  settled(): Promise<void>
  /** Looks into the files for credentials and for locks that nobody let go. */
  checkFiles(): Promise<void>
}

/** The pauses between looks, shortened: 0.1 s to 2 s. */
const pace = 5
const nobody = 'http://127.0.0.1:1'
const leavingRows = z.object({ owned: z.array(z.object({ phoneNumber: z.string(), expireAt: z.string().nullish() })) })

export async function openDesk(t: TestContext, subject: Subject, column: FaultColumn): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'fault-matrix-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const sandbox = await startSandbox(t)
  const told = createTold(sandbox, subject)
  const timeouts = { read: 20_000, readDeadline: 40_000, write: column.slow ? patienceMs.write : 20_000 }
  const connect = (differences = {}) =>
    connectDriver(t, sandbox, subject.id, { log: told.log, timeouts, ...differences })
  const driver = connect()
  const account = buildAccount({ provider: subject.id })
  const inventory = createInventory({ now: Date.now, driverFor: async () => ({ kind: 'ready', driver }) })
  inventory.setAccounts([account])
  const files = { journal: join(folder, 'history.jsonl'), locks: join(folder, 'locks') }
  const locks = watchLock(createLockFiles({ folder: files.locks, newId: randomUUID, now: Date.now }))
  const recorded = {
    records: createRecords(createJournalFile(files.journal)),
    lock: locks.lock,
  }
  const shared = { ...recorded, inventory, log: told.log, pause, now: () => new Date() }
  t.after(settleOpenDeeds({ ...shared, driverOf: async () => driver }))
  return {
    ...{ subject, column, sandbox, told, account, inventory, driver, records: recorded.records },
    tools: {
      ...shared,
      driver: await spender(connect, column, timeouts),
      newId: randomUUID,
    },
    stateOf: async (number) => stateIn(await sandbox.world(subject.id), subject, number),
    held: async () => [...subject.witness.held(await sandbox.world(subject.id))].sort(),
    async money(route) {
      const { money, routes } = await sandbox.counters(subject.id)
      return { all: Object.values(money).reduce((sum, count) => sum + count, 0), route: routes[route] ?? 0 }
    },
    async settled() {
      await nothingOpen(recorded.records)
      await locks.allLetGo()
    },
    async checkFiles() {
      told.add(await readFile(files.journal, 'utf8'))
      assert.deepEqual(await readdir(files.locks), [], 'a lock was left behind')
    },
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms / pace, undefined, { signal })
}

/** The driver that sends the request about money: its own patience, its access token fetched before things go wrong. */
async function spender(
  connect: (differences: DriverDifferences) => ProviderDriver,
  column: FaultColumn,
  timeouts: Timeouts,
): Promise<ProviderDriver> {
  if (column.effect === undefined) return connect({ endpoints: { api: nobody, auth: nobody } })
  const driver = connect({ timeouts: { ...timeouts, write: column.slow ? patienceMs.write : timeouts.write } })
  await driver.verifyCredentials(noCancel())
  return driver
}

function stateIn(world: unknown, { witness }: Subject, number: E164): 'owned' | 'leaving' | 'gone' {
  if (!witness.held(world).includes(number)) return 'gone'
  const rows = leavingRows.safeParse(world).data?.owned ?? []
  return rows.some(({ phoneNumber, expireAt }) => phoneNumber === number && expireAt) ? 'leaving' : 'owned'
}

import { randomUUID } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInventory } from '../../../src/core/inventory.ts'
import type { Journal, JournalEntry } from '../../../src/core/journal.ts'
import { journalLine } from '../../../src/core/journalText.ts'
import type { NumberLock } from '../../../src/core/numberLock.ts'
import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import { createRecords } from '../../../src/core/records.ts'
import { rentNumber } from '../../../src/core/rentNumber.ts'
import { createDirectTransport } from '../../../src/http/transport.ts'
import { createHttpClient, defaultTimeouts } from '../../../src/http/undiciHttpClient.ts'
import { createPhoneNumbering } from '../../../src/numbering/phoneFormat.ts'
import { drivers } from '../../../src/providers/drivers.ts'
import { createJournalFile } from '../../../src/vscode/records/journalFile.ts'
import { createLockFiles } from '../../../src/vscode/records/lockFiles.ts'
import { buildAccount } from '../../support/builders.ts'
import { orderOf } from '../rules/openBench.ts'
import { type DeathPlan, type DeathPoint, planVariable } from './deathPlan.ts'

// A program of its own: rents what its plan names, with the product's own parts, and kills itself at the planned point.

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const plan: DeathPlan = JSON.parse(process.env[planVariable] ?? '')

function dieAt(point: DeathPoint): void {
  if (plan.point === point) process.kill(process.pid, 'SIGKILL')
}

function dyingJournal(path: string): Journal {
  const journal = createJournalFile(path)
  const points = { intent: ['intentTorn', 'intentWritten'], ending: ['endingTorn', 'endingWritten'] } as const
  return {
    read: () => journal.read(),
    async append(entry: JournalEntry) {
      if (entry.kind === 'sighting') return await journal.append(entry)
      const [torn, written] = points[entry.kind]
      const line = journalLine(entry)
      if (plan.point === torn) await appendFile(path, `\n${line.slice(0, line.length / 2)}`)
      dieAt(torn)
      await journal.append(entry)
      dieAt(written)
    },
  }
}

function dyingLock(folder: string): NumberLock {
  const lock = createLockFiles({ folder, newId: randomUUID, now: Date.now })
  return {
    async hold(provider, number) {
      const letGo = await lock.hold(provider, number)
      dieAt('lockHeld')
      return letGo
    },
  }
}

function dyingDriver(driver: ProviderDriver): ProviderDriver {
  return {
    ...driver,
    async rent(order, signal) {
      const receipt = await driver.rent(order, signal)
      dieAt('answered')
      return receipt
    },
  }
}

const { provider, endpoints, credentials, offer } = plan
const account = buildAccount({ provider, endpoints })
const http = createHttpClient({ provider, transport: createDirectTransport(), log: silent, timeouts: defaultTimeouts })
const numbering = createPhoneNumbering()
const parts = { accountId: account.id, credentials, endpoints, http, numbering, now: () => new Date() }
const driver = dyingDriver(drivers[provider](parts))
const inventory = createInventory({ now: Date.now, driverFor: async () => ({ kind: 'ready', driver }) })
inventory.setAccounts([account])
const tools = {
  ...{ driver, inventory, log: silent, newId: randomUUID, now: () => new Date(), pause: async () => {} },
  records: createRecords(dyingJournal(join(plan.folder, 'history.jsonl'))),
  lock: dyingLock(join(plan.folder, 'locks')),
}
await rentNumber(tools, { account, offer, order: orderOf(offer) }, new AbortController().signal)

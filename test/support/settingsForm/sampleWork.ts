import type { Account } from '../../../src/core/account.ts'
import { createInventory, type Inventory } from '../../../src/core/inventory.ts'
import type { JournalEntry } from '../../../src/core/journal.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import type { FormWork } from '../../../src/vscode/settingsForm/settingsFormDeps.ts'
import { createMemoryJournal, createMemoryLock, moneyTools } from '../moneyTools.ts'
import { createPretendedSettings, type PretendedSettings } from './pretendedSettings.ts'
import { sampleAccount, sampleNumber, sampleProvider } from './sampleNumbers.ts'

/** The product around a form: what the form does to it is written down. `hunter2-secret` is a secret. */
export interface SampleWork {
  readonly work: FormWork
  readonly settings: PretendedSettings
  account: Account
  /** True once the account was one of a sandbox that is over. */
  pastSandbox: boolean
  /** What the account owns; change it as a provider would. */
  owned: readonly OwnedNumber[]
  /** What a refresh of a number does. */
  refresh: () => Promise<void>
  refreshes: number
  onConsole: (accountId: string) => void
  readonly copied: string[]
  readonly consoles: string[]
  readonly logged: string[]
  readonly journal: JournalEntry[]
  /** Pauses that nobody has ended yet, in milliseconds. */
  readonly pauses: { readonly ms: number; end(): void }[]
}

export function createSampleWork(): SampleWork {
  const journal = createMemoryJournal()
  const lock = createMemoryLock()
  const settings = createPretendedSettings()
  const write = (message: string) => void sample.logged.push(message)
  const sample: SampleWork = {
    ...{
      settings,
      account: sampleAccount(),
      pastSandbox: false,
      owned: [sampleNumber()],
      refresh: async () => {},
      refreshes: 0,
    },
    ...{ onConsole: () => {}, copied: [], consoles: [], logged: [], journal: journal.entries, pauses: [] },
    work: {
      isPastSandbox: () => sample.pastSandbox,
      find(accountId, wanted) {
        if (sample.pastSandbox) return undefined
        const owned = sample.owned.find(({ number }) => number === wanted)
        return accountId === sample.account.id && owned
          ? { account: sample.account, provider: sampleProvider, owned }
          : undefined
      },
      refreshNumber: () => {
        sample.refreshes += 1
        return sample.refresh()
      },
      access: async () => {
        const tools = moneyTools(settings.driver, inventoryOf(sample), {
          journal,
          lock,
          newId: () => crypto.randomUUID(),
        })
        return { account: sample.account, tools }
      },
      ownNumbers: async () => sample.owned,
      copy: async (text) => void sample.copied.push(text),
      openConsole: async (accountId) => {
        sample.consoles.push(accountId)
        sample.onConsole(accountId)
      },
      pause: (ms, signal) => pause(sample, ms, signal),
      newId: () => crypto.randomUUID(),
      redact: (text) => text.replaceAll('hunter2-secret', '[secret]'),
      log: { debug: write, info: write, warn: write, error: write },
    },
  }
  return sample
}

/** Rows are not what these tests are about: the inventory has them and asks nobody. */
function inventoryOf(sample: SampleWork): Inventory {
  const driver = { ...sample.settings.driver, getOwned: async () => sample.owned[0] }
  const inventory = createInventory({ driverFor: async () => ({ kind: 'ready', driver }), now: () => 0 })
  inventory.setAccounts([sample.account])
  for (const owned of sample.owned) inventory.put(owned)
  return inventory
}

function pause(sample: SampleWork, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const entry = { ms, end: resolve }
    sample.pauses.push(entry)
    signal.addEventListener('abort', () => {
      sample.pauses.splice(sample.pauses.indexOf(entry), 1)
      reject(signal.reason)
    })
  })
}

import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Disposable, ExtensionContext } from 'vscode'
import type { Account } from '../core/account.ts'
import { createInventory } from '../core/inventory.ts'
import type { Log } from '../core/log.ts'
import type { ProviderDriver } from '../core/providerDriver.ts'
import { createRecords } from '../core/records.ts'
import type { Redactor } from '../core/redaction.ts'
import { type SettleOpenTools, settleOpenDeeds } from '../core/settleOpenDeeds.ts'
import { createAccountDirectory } from './accountDirectory.ts'
import { createAccountStore } from './accountStore.ts'
import type { CommandTools } from './commands/commandTools.ts'
import {
  onDidChangeEndpoints,
  readEndpointOverrides,
  readReleaseConfirmation,
  readSpendingLimits,
} from './configuration.ts'
import { createDriverSource, type DriverSource } from './driverSource.ts'
import { createLazyParts } from './lazyParts.ts'
import { createNetworkSource } from './networkSettings.ts'
import { createJournalFile } from './records/journalFile.ts'
import { createLockFiles } from './records/lockFiles.ts'
import { createSandboxMode } from './sandboxMode.ts'
import { createCredentialStore } from './secretCredentialStore.ts'

type ReachTools = Pick<
  CommandTools,
  | 'accounts'
  | 'accountsChanged'
  | 'credentials'
  | 'directory'
  | 'drivers'
  | 'inventory'
  | 'parts'
  | 'lock'
  | 'readOverrides'
  | 'readReleaseConfirmation'
  | 'readSpendingLimits'
  | 'records'
  | 'sandbox'
  | 'settling'
>

/** The accounts, how they are reached, and what is known of their numbers. */
export interface Reach extends ReachTools {
  readonly registrations: readonly Disposable[]
}

export function createReach(context: ExtensionContext, redactor: Redactor, log: Log): Reach {
  const parts = createLazyParts()
  const network = createNetworkSource(context.extension.extensionKind, redactor)
  const accounts = createAccountStore(context.globalState)
  const credentials = createCredentialStore(context.secrets, redactor)
  const sandbox = createSandboxMode(parts, randomUUID, () => accountsChanged())
  const directory = createAccountDirectory({
    store: accounts,
    readOverrides: readEndpointOverrides,
    sandboxAccounts: sandbox.accounts,
  })
  const drivers = createDriverSource({
    ...{ parts, credentials, redactor, log },
    sandboxCredentials: sandbox.credentialsOf,
    loopbackOnly: sandbox.running,
    networkSettings: network.current,
  })
  const inventory = createInventory({ driverFor: drivers.accessTo, now: Date.now })
  const accountsChanged = () => {
    inventory.setAccounts(directory.list())
    for (const entry of inventory.accounts()) if (entry.status.kind !== 'complete') inventory.forget(entry.account.id)
  }
  inventory.setAccounts(directory.list())
  const recorded = recordsIn(context.globalStorageUri.fsPath)
  const driverOf = (accountId: string) => readyDriver(drivers, directory.find(accountId))
  const settling: SettleOpenTools = { ...recorded, ...{ inventory, log, driverOf, pause, now: () => new Date() } }
  return {
    settling,
    ...{ accounts, accountsChanged, credentials, directory, drivers, inventory, parts, sandbox },
    ...recorded,
    readOverrides: readEndpointOverrides,
    ...{ readReleaseConfirmation, readSpendingLimits },
    registrations: [
      onDidChangeEndpoints(accountsChanged),
      network,
      network.onDidChange(accountsChanged),
      context.secrets.onDidChange(() => accountsChanged()),
      { dispose: settleOpenDeeds(settling) },
      sandbox,
      inventory,
    ],
  }
}

async function readyDriver(drivers: DriverSource, account: Account | undefined): Promise<ProviderDriver | undefined> {
  const access = account && (await drivers.accessTo(account))
  return access?.kind === 'ready' ? access.driver : undefined
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal })
}

/** Journal and locks live where all windows of this person find them. */
function recordsIn(folder: string): Pick<ReachTools, 'records' | 'lock'> {
  return {
    records: createRecords(createJournalFile(join(folder, 'history.jsonl'))),
    lock: createLockFiles({ folder: join(folder, 'locks'), newId: randomUUID, now: Date.now }),
  }
}

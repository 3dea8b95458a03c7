import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises'
import { commands, type Disposable, type ExtensionContext } from 'vscode'
import type { Account } from '../core/account.ts'
import type { AccountInventory } from '../core/accountBook.ts'
import { createInventory, type Inventory } from '../core/inventory.ts'
import type { Log } from '../core/log.ts'
import type { ProviderDriver } from '../core/providerDriver.ts'
import { createRecords } from '../core/records.ts'
import type { Redactor } from '../core/redaction.ts'
import { restsUntil } from '../core/refreshDue.ts'
import type { SettleOpenTools } from '../core/settleOpenDeeds.ts'
import { type AccountDirectory, createAccountDirectory } from './accountDirectory.ts'
import { createAccountStore } from './accountStore.ts'
import type { CommandTools } from './commands/commandTools.ts'
import {
  onDidChangeEndpoints,
  readEndpointOverrides,
  readReleaseConfirmation,
  readSpendingLimits,
} from './configuration.ts'
import { createDriverSource, type DriverSource } from './driverSource.ts'
import { contextKeys } from './ids.ts'
import { createLazyParts, type LazyParts } from './lazyParts.ts'
import { createNetworkSource } from './networkSettings.ts'
import { createJournalFile } from './records/journalFile.ts'
import { createLockFiles } from './records/lockFiles.ts'
import { createSandboxMode } from './sandboxMode.ts'
import { accountOfSecret, createCredentialStore } from './secretCredentialStore.ts'
import { createUpkeepDoor, type UpkeepDoor } from './upkeepDoor.ts'

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
  readonly upkeep: UpkeepDoor
  readonly registrations: readonly Disposable[]
}

/** `tell` says what came and went without us. */
export function createReach(
  context: ExtensionContext,
  redactor: Redactor,
  log: Log,
  tell: (news: string | undefined) => void,
): Reach {
  const parts = createLazyParts()
  const ways = waysToAccounts(context, parts, redactor, log, () => accountsChanged())
  const { network, directory, drivers, sandbox } = ways
  const inventory = createInventory({ driverFor: drivers.accessTo, now: Date.now, breathe })
  const { accountsChanged, secretChanged } = followAccounts(inventory, directory, () => upkeep)
  takeAccounts(inventory, directory)
  const recorded = recordsIn(context.globalStorageUri.fsPath)
  const driverOf = (accountId: string) => readyDriver(drivers, directory.find(accountId))
  const settling: SettleOpenTools = { ...recorded, ...{ inventory, log, driverOf, pause, now: () => new Date() } }
  const upkeep = createUpkeepDoor(parts, {
    ...{ inventory, log, settling, tell, records: recorded.records, accounts: directory.list },
    ...{ folder: join(context.globalStorageUri.fsPath, 'inventory'), newId: randomUUID, now: Date.now },
  })
  return {
    ...{ settling, upkeep, accountsChanged, inventory, parts },
    ...ways,
    ...recorded,
    readOverrides: readEndpointOverrides,
    ...{ readReleaseConfirmation, readSpendingLimits },
    registrations: [
      onDidChangeEndpoints(accountsChanged),
      network,
      network.onDidChange(accountsChanged),
      context.secrets.onDidChange(({ key }) => secretChanged(key)),
      upkeep,
      sandbox,
      inventory,
    ],
  }
}

/** Where accounts are kept, and what it takes to ask one. */
function waysToAccounts(
  context: ExtensionContext,
  parts: LazyParts,
  redactor: Redactor,
  log: Log,
  sandboxChanged: () => void,
) {
  const network = createNetworkSource(context.extension.extensionKind, redactor)
  const accounts = createAccountStore(context.globalState)
  const credentials = createCredentialStore(context.secrets, redactor)
  const sandbox = createSandboxMode(parts, randomUUID, sandboxChanged)
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
  return { network, accounts, credentials, sandbox, directory, drivers }
}

/** What happens to the inventory when accounts, addresses, the network or secrets change. */
function followAccounts(inventory: Inventory, directory: AccountDirectory, upkeep: () => UpkeepDoor) {
  const accountsChanged = () => {
    takeAccounts(inventory, directory)
    for (const entry of inventory.accounts()) if (isWorthAnotherTry(entry)) inventory.forget(entry.account.id)
    upkeep().accountsChanged()
  }
  const secretChanged = (key: string) => {
    const accountId = accountOfSecret(key)
    // Other credentials may lead to other numbers.
    if (accountId !== undefined && inventory.account(accountId)?.listedAt !== undefined) inventory.forget(accountId)
    if (accountId !== undefined) upkeep().forget(accountId)
    accountsChanged()
  }
  return { accountsChanged, secretChanged }
}

function takeAccounts(inventory: Inventory, directory: AccountDirectory): void {
  const accounts = directory.list()
  inventory.setAccounts(accounts)
  const hasOwn = accounts.some(({ sandbox }) => !sandbox)
  void commands.executeCommand('setContext', contextKeys.hasAccounts, hasOwn)
}

/** A list that is not complete, unless its provider had enough of us and has not rested yet. */
function isWorthAnotherTry(entry: AccountInventory): boolean {
  const { kind } = entry.status
  return kind !== 'complete' && kind !== 'remembered' && Date.now() >= (restsUntil(entry) ?? 0)
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

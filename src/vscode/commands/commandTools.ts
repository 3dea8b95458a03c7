import type { Memento } from 'vscode'
import type { Account } from '../../core/account.ts'
import type { EndpointOverrides } from '../../core/endpoints.ts'
import type { Inventory } from '../../core/inventory.ts'
import type { Log } from '../../core/log.ts'
import type { NumberLock } from '../../core/numberLock.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { Records } from '../../core/records.ts'
import type { SettleOpenTools } from '../../core/settleOpenDeeds.ts'
import type { SpendingLimits } from '../../core/spendingGuard.ts'
import type { ReleaseConfirmation } from '../../core/typedConfirmation.ts'
import type { AccountDirectory } from '../accountDirectory.ts'
import type { AccountStore } from '../accountStore.ts'
import type { DriverSource } from '../driverSource.ts'
import type { FailureReporter } from '../failureReporter.ts'
import type { LastSearchStore } from '../lastSearchStore.ts'
import type { LazyParts } from '../lazyParts.ts'
import type { ProgressPort } from '../progress.ts'
import type { Prompts } from '../prompts/prompts.ts'
import type { SandboxMode } from '../sandboxMode.ts'
import type { CredentialStore } from '../secretCredentialStore.ts'
import type { TreeElement } from '../tree/treeElements.ts'
import type { ViewChoices } from '../viewChoices.ts'

/** What commands are made of. Each command takes the few it needs. */
export interface CommandTools {
  readonly inventory: Inventory
  readonly directory: AccountDirectory
  readonly accounts: AccountStore
  readonly credentials: CredentialStore
  readonly lastSearch: LastSearchStore
  readonly drivers: DriverSource
  readonly parts: LazyParts
  readonly prompts: Prompts
  readonly progress: ProgressPort
  readonly failures: FailureReporter
  readonly sandbox: SandboxMode
  readonly log: Log
  /** The last lines of the log, the oldest first. */
  readonly recentLog: () => readonly string[]
  readonly records: Records
  readonly lock: NumberLock
  readonly settling: SettleOpenTools
  readonly now: () => Date
  readonly readSpendingLimits: () => SpendingLimits
  readonly readReleaseConfirmation: () => ReleaseConfirmation
  readonly readOverrides: () => EndpointOverrides
  /** Applies a change of the account list to inventory and drivers. */
  readonly accountsChanged: () => void
  readonly reveal: (accountId: string, number: E164) => Promise<void>
  /** Opens the form of one number, or of several of one account. */
  readonly openSettingsForm: (accountId: string, numbers: readonly [E164, ...E164[]]) => Promise<void>
  readonly copyText: (text: string) => Promise<void>
  /** Writes texts where the cursors of the editor in front are. False when there is none that takes them. */
  readonly insertText: (texts: readonly string[]) => Promise<boolean>
  readonly openUrl: (url: string) => Promise<void>
  readonly showLog: () => void
  readonly showHistory: () => Promise<void>
  readonly showCosts: () => Promise<void>
  readonly views: ViewChoices
  /** The person looks at the lists now: what came and went without us was told long enough. */
  readonly newsSeen: () => void
  /** Takes every secret out of a text. */
  readonly redact: (text: string) => string
  /** Writes a file at a URI, also where the workspace is on another machine. */
  readonly writeFile: (uri: string, text: string) => Promise<void>
  /** A few words in the status bar that go away by themselves. */
  readonly mention: (text: string) => void
  /** What is remembered for this folder only. Never a secret. */
  readonly projectState: Memento
  /** Lets everybody else in this process work for a moment. */
  readonly breathe: () => Promise<void>
  readonly newId: () => string
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
}

/** A command: the row it was started from, if any, and all rows that are selected together with it (itself among them). */
export type Command = (element: TreeElement | undefined, selected: readonly TreeElement[]) => Promise<void>

/** An account with what everyone needs to speak of it. */
export interface NamedAccount {
  readonly account: Account
  readonly provider: string
}

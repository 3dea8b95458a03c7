import type { Event, Uri } from 'vscode'
import type { Account } from '../../core/account.ts'
import type { SettingsTools } from '../../core/changeSettings.ts'
import type { InventoryChange } from '../../core/inventory.ts'
import type { Log } from '../../core/log.ts'
import type { SettingsChange } from '../../core/numberSettings.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { ProviderDefinition } from '../../core/providerDefinition.ts'

export interface FoundNumber {
  readonly account: Account
  readonly provider: ProviderDefinition
  readonly owned: OwnedNumber
}

/** The way to an account: what changing its settings needs. */
export interface AccountAccess {
  readonly account: Account
  readonly tools: SettingsTools
}

/** What a form needs of the product; nothing of it is the editor's. */
export interface FormWork {
  find(accountId: string, number: E164): FoundNumber | undefined
  /** True for an account of a sandbox that is over: nothing of it comes back, and the next run has other accounts. */
  isPastSandbox(accountId: string): boolean
  /** Asks the provider for this number. Rejects when the provider could not be asked or did not answer. */
  refreshNumber(accountId: string, number: E164): Promise<void>
  /** Rejects with `AccountNotReadyError` when the account cannot be asked now. */
  access(accountId: string): Promise<AccountAccess>
  /** All numbers of the account, loaded when they are not known yet. Rejects when the list is not complete. */
  ownNumbers(accountId: string): Promise<readonly OwnedNumber[]>
  copy(text: string): Promise<void>
  openConsole(accountId: string): Promise<void>
  /** Resolves after so many milliseconds; rejects when aborted. */
  pause(ms: number, signal: AbortSignal): Promise<void>
  newId(): string
  /** Takes secrets out of a text before the page sees it. */
  redact(text: string): string
  readonly log: Log
}

export interface SettingsFormDeps extends FormWork {
  readonly extensionUri: Uri
  readonly onDidChangeNumbers: Event<InventoryChange>
  /** Loaded with the first form. */
  numbering(): Promise<PhoneNumbering>
  /** A form was closed with changes in it. True = they are not wanted any more. */
  askDiscard(title: string, detail: string): Promise<boolean>
  /** A form that was asked for shows its first content, so many milliseconds after that. */
  onFirstContent(ms: number): void
  /** Says how a change ended whose form is not there any more. */
  tell(severity: 'information' | 'warning', message: string): void
}

/** What a person changed and did not save. */
export interface UnsavedChange {
  readonly draft: SettingsChange
  /** What its fields are called, by key, as far as that is known. */
  readonly labels: Readonly<Record<string, string>>
}

/** What a form is about: one number, or several of one account. */
export interface FormTarget {
  readonly accountId: string
  readonly numbers: readonly [E164, ...E164[]]
}

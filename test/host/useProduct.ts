import assert from 'node:assert/strict'
import { ConfigurationTarget, commands, extensions, workspace } from 'vscode'
import type { Account } from '../../src/core/account.ts'
import type { OwnedNumber } from '../../src/core/ownedNumber.ts'
import type { TestHandle } from '../../src/vscode/product.ts'
import { type ScriptedPrompts, scriptedPrompts, type Turn } from '../support/scriptedPrompts.ts'

/** What the running extension shows to its own tests. */
export async function useProduct(): Promise<TestHandle> {
  const extension = extensions.getExtension<TestHandle | undefined>('phone-numbers.phone-numbers')
  const handle = await extension?.activate()
  assert.ok(handle, 'the extension does not run in test mode')
  return handle
}

/** Runs a command and answers its questions; fails when another question came or one stayed away. */
export async function run(
  product: TestHandle,
  command: string,
  args: readonly unknown[],
  ...script: readonly Turn[]
): Promise<ScriptedPrompts> {
  const prompts = scriptedPrompts(...script)
  product.prompts.replace(prompts)
  await commands.executeCommand(command, ...args)
  prompts.finish()
  return prompts
}

/** The sandbox's account at a provider, with its numbers loaded. */
export async function loadedAccount(product: TestHandle, provider: string): Promise<Account> {
  const entry = product.inventory.accounts().find(({ account }) => account.provider === provider && account.sandbox)
  assert.ok(entry, `the sandbox has no account at ${provider}`)
  await product.inventory.refresh(entry.account.id)
  return entry.account
}

/** The numbers that can be released at an account. */
export function releasable(product: TestHandle, accountId: string): readonly OwnedNumber[] {
  const numbers = product.inventory.account(accountId)?.numbers ?? []
  return numbers.filter(({ state }) => state.kind === 'active')
}

export function numberRow({ accountId, number }: OwnedNumber) {
  return { kind: 'number', id: `number/${accountId}/${number}`, accountId, number } as const
}

export function accountRow({ id }: Account) {
  return { kind: 'account', id: `account/${id}`, accountId: id } as const
}

/** Sets one of our user settings; `undefined` takes it away. */
export async function setSetting(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('phoneNumbers').update(name, value, ConfigurationTarget.Global)
}

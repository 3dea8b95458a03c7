import type { Account } from '../../core/account.ts'
import { otherHost } from '../../core/endpoints.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { ProviderDriver } from '../../core/providerDriver.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import type { PickItem } from '../prompts/prompts.ts'
import { isForAllAccounts, type TreeElement } from '../tree/treeElements.ts'
import type { CommandTools } from './commandTools.ts'

/** The account a row belongs to; a provider row stands for its account when there is just one. */
export function accountOfRow(tools: Pick<CommandTools, 'directory'>, element: TreeElement | undefined) {
  if (element === undefined || isForAllAccounts(element)) return undefined
  if (element.kind !== 'provider') return tools.directory.find(element.accountId)
  const accounts = tools.directory.list().filter((account) => account.provider === element.provider)
  return accounts.length === 1 ? accounts[0] : undefined
}

/** The account of the row, or the one a person picks. Undefined = cancelled or none there is. */
export async function chooseAccount(
  tools: Pick<CommandTools, 'directory' | 'prompts'>,
  element: TreeElement | undefined,
  question: { readonly title: string; readonly only?: (account: Account) => boolean },
): Promise<Account | undefined> {
  const fromRow = accountOfRow(tools, element)
  if (fromRow !== undefined) return fromRow
  const accounts = tools.directory.list().filter((account) => question.only?.(account) ?? true)
  if (accounts.length === 0) {
    await tools.prompts.notify({
      severity: 'information',
      message: noAccountText(tools.directory.list().length),
      actions: [],
    })
    return undefined
  }
  const answer = await tools.prompts.pick({
    title: question.title,
    placeholder: t('Which account?'),
    items: accounts.map(accountItem),
  })
  return answer.kind === 'answer' ? answer.value : undefined
}

/** Why there is no account to choose: none at all, or only the sandbox's, which are never edited, removed or looked up. */
function noAccountText(sandboxAccounts: number): string {
  if (sandboxAccounts === 0)
    return t('There is no account yet. Add one with “Phone Numbers: Add Account”, or try the sandbox.')
  return t(
    'There are only the sandbox’s accounts, and this is for accounts of your own. Add one with “Phone Numbers: Add Account”.',
  )
}

export function accountItem(account: Account): PickItem<Account> {
  return {
    label: account.label,
    description: [providerLabel(account.provider), otherHost(account)].filter((part) => part !== undefined).join(' · '),
    icon: account.sandbox ? 'beaker' : 'account',
    value: account,
  }
}

/** "Plivo · Production": how lists and titles name an account. */
export function accountTitle({ provider, label, sandbox }: Account): string {
  return `${providerLabel(provider)} · ${sandbox ? t('sandbox') : label}`
}

export function providerLabel(provider: string): string {
  return findProvider(provider)?.label ?? provider
}

/** The numbers among the selected rows, each once, in the order of the rows. */
export function numbersOfRows(tools: Pick<CommandTools, 'inventory'>, selected: readonly TreeElement[]): OwnedNumber[] {
  const found = selected.flatMap((row) =>
    row.kind === 'number' ? (tools.inventory.find(row.accountId, row.number) ?? []) : [],
  )
  return [...new Set(found)]
}

/** The driver of an account, or undefined after the person was told why there is none now. */
export async function readyDriver(
  tools: Pick<CommandTools, 'drivers' | 'prompts'>,
  account: Account,
): Promise<ProviderDriver | undefined> {
  const access = await tools.drivers.accessTo(account)
  if (access.kind === 'ready') return access.driver
  await tools.prompts.notify({ severity: 'warning', message: notReadyText(access.kind, account), actions: [] })
  return undefined
}

/** For accounts that a newer version of the extension stored. */
export async function tellUnknownProvider(tools: Pick<CommandTools, 'prompts'>, account: Account): Promise<void> {
  const message = notReadyText('unknownProvider', account)
  await tools.prompts.notify({ severity: 'warning', message, actions: [] })
}

/** Why an account cannot be asked now, as a sentence. */
export function notReadyText(
  reason: 'signedOut' | 'endpointChanged' | 'paused' | 'unknownProvider',
  account: Account,
): string {
  const { label } = account
  const provider = providerLabel(account.provider)
  switch (reason) {
    case 'signedOut':
      return t(
        'The credentials of “{0}” ({1}) are not in this editor any more. Edit the account to enter them again.',
        label,
        provider,
      )
    case 'endpointChanged':
      return t(
        'The endpoint setting of “{0}” ({1}) changed. Edit the account to enter its credentials for the new address.',
        label,
        provider,
      )
    case 'paused':
      return t('“{0}” ({1}) is paused while the sandbox runs. Stop the sandbox first.', label, provider)
    case 'unknownProvider':
      return t('This version does not know the provider of “{0}” ({1}).', label, provider)
    default:
      return reason satisfies never
  }
}

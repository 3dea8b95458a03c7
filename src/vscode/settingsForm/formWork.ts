import { commands } from 'vscode'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import type { CommandTools } from '../commands/commandTools.ts'
import { notReadyText } from '../commands/targets.ts'
import { commandIds } from '../ids.ts'
import { isSandboxAccountId } from '../sandboxAccountId.ts'
import { AccountNotReadyError } from './accountNotReady.ts'
import type { FormWork } from './settingsFormDeps.ts'

type ProductWork = Omit<FormWork, 'copy' | 'redact'>
type Tools = Pick<
  CommandTools,
  'inventory' | 'directory' | 'drivers' | 'records' | 'lock' | 'log' | 'newId' | 'now' | 'pause'
>

/** What the form does, in terms of the product. */
export function formWork(tools: Tools): ProductWork {
  const { inventory, directory, drivers, log, newId, pause } = tools
  return {
    ...{ log, newId, pause },
    find(accountId, number) {
      const account = directory.find(accountId)
      const provider = account && findProvider(account.provider)
      const owned = inventory.find(accountId, number)
      return account && provider && owned ? { account, provider, owned } : undefined
    },
    isPastSandbox: (accountId) => isSandboxAccountId(accountId) && directory.find(accountId) === undefined,
    async refreshNumber(accountId, number) {
      await inventory.refreshNumber(accountId, number, new AbortController().signal)
    },
    async access(accountId) {
      const account = directory.find(accountId)
      if (account === undefined) throw new AccountNotReadyError(t('The account of this number was removed.'))
      const access = await drivers.accessTo(account)
      if (access.kind !== 'ready') throw new AccountNotReadyError(notReadyText(access.kind, account))
      return { account, tools: { ...tools, driver: access.driver } }
    },
    async ownNumbers(accountId) {
      if (inventory.account(accountId)?.status.kind !== 'complete') await inventory.refresh(accountId)
      const entry = inventory.account(accountId)
      if (entry?.status.kind !== 'complete')
        throw new AccountNotReadyError(t('The list of the account’s numbers is not complete.'))
      return entry.numbers
    },
    async openConsole(accountId) {
      await commands.executeCommand(commandIds.openConsole, { kind: 'account', id: `account/${accountId}`, accountId })
    },
  }
}

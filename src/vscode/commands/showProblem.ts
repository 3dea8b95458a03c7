import type { AccountInventory } from '../../core/accountBook.ts'
import type { Command, CommandTools } from './commandTools.ts'
import { accountOfRow, providerLabel } from './targets.ts'

type Tools = Pick<CommandTools, 'directory' | 'inventory' | 'failures' | 'prompts' | 'showLog' | 'log'>

/** Says in full what a row of the tree says in short. */
export function showProblem(tools: Tools): Command {
  return async (element) => {
    const account = accountOfRow(tools, element)
    const entry = account && tools.inventory.account(account.id)
    if (entry === undefined) return
    if (element?.kind === 'notice' && element.notice === 'unreadable') return await showUnreadable(tools, entry)
    if (!('error' in entry.status)) return
    await tools.failures.show(entry.status.error, {
      provider: entry.account.provider,
      account: entry.account.label,
      accountId: entry.account.id,
      retry: () => tools.inventory.refresh(entry.account.id),
    })
  }
}

async function showUnreadable(tools: Tools, entry: AccountInventory): Promise<void> {
  const provider = providerLabel(entry.account.provider)
  for (const row of entry.unreadable) {
    tools.log.warn(`${provider} “${entry.account.label}”: ${row.hint ?? 'a row'} could not be read: ${row.reason}`)
  }
  const count = entry.unreadable.length
  const chosen = await tools.prompts.notify({
    severity: 'warning',
    message: `${provider} sent ${count === 1 ? 'a row' : `${count} rows`} for “${entry.account.label}” that could not be read: ${entry.unreadable[0]?.reason}. The other numbers are complete.`,
    actions: ['Show log'],
  })
  if (chosen !== undefined) tools.showLog()
}

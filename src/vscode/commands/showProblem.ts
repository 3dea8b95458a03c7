import type { AccountInventory } from '../../core/accountBook.ts'
import { t } from '../../core/words.ts'
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
  const chosen = await tools.prompts.notify({
    severity: 'warning',
    message: unreadableText(entry, provider),
    actions: [t('Show log')],
  })
  if (chosen !== undefined) tools.showLog()
}

function unreadableText({ account: { label }, unreadable }: AccountInventory, provider: string): string {
  const reason = unreadable[0]?.reason ?? ''
  return unreadable.length === 1
    ? t(
        '{0} sent a row for “{1}” that could not be read: {2}. The other numbers are complete.',
        provider,
        label,
        reason,
      )
    : t(
        '{0} sent {1} rows for “{2}” that could not be read: {3}. The other numbers are complete.',
        provider,
        unreadable.length,
        label,
        reason,
      )
}

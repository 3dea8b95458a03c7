import { isForAllAccounts, type TreeElement } from '../tree/treeElements.ts'
import type { Command, CommandTools } from './commandTools.ts'

type Tools = Pick<CommandTools, 'inventory' | 'progress' | 'newsSeen'>

/** Asks for the lists again: of the rows' accounts or providers, or of all. Failures show as rows. */
export function refresh(tools: Tools): Command {
  return async (element, selected) => {
    const rows = selected.length > 0 ? selected : [element]
    const ids = new Set(rows.flatMap((row) => accountsOf(tools, row)))
    tools.newsSeen()
    await tools.progress.inView(async () => {
      await Promise.all([...ids].map((id) => tools.inventory.refresh(id)))
    })
  }
}

function accountsOf(tools: Tools, element: TreeElement | undefined): string[] {
  const entries = tools.inventory.accounts()
  if (element === undefined || isForAllAccounts(element)) return entries.map((entry) => entry.account.id)
  if (element.kind !== 'provider') return [element.accountId]
  return entries.filter((entry) => entry.account.provider === element.provider).map((entry) => entry.account.id)
}

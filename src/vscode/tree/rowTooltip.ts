import type { MarkdownString } from 'vscode'
import type { AccountInventory } from '../../core/accountBook.ts'
import type { Inventory } from '../../core/inventory.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { findProvider } from '../../providers/registry.ts'
import { accountLines, providerLines } from './accountText.ts'
import { markdownList } from './markdownList.ts'
import { numberTooltip } from './numberTooltip.ts'
import type { TreeElement } from './treeElements.ts'

/** What is known of a row's number, account or provider. Undefined for rows that say all they have to say, and for what is gone. */
export function rowTooltip(
  element: TreeElement,
  inventory: Inventory,
  numbering: PhoneNumbering,
): MarkdownString | undefined {
  switch (element.kind) {
    case 'provider': {
      const entries = inventory.accounts().filter(({ account }) => account.provider === element.provider)
      return groupTooltip(labelOf(element.provider), entries)
    }
    case 'account': {
      const entry = inventory.account(element.accountId)
      return entry && groupTooltip(labelOf(entry.account.provider), [entry])
    }
    case 'number': {
      const owned = inventory.find(element.accountId, element.number)
      const account = inventory.account(element.accountId)?.account
      if (owned === undefined || account === undefined) return undefined
      const name = `${labelOf(account.provider)} · ${account.label}`
      return numberTooltip(owned, numbering, name)
    }
    case 'country':
    case 'group':
    case 'bucket':
    case 'pins':
    case 'nothingPasses':
    case 'prefix':
    case 'deed':
    case 'notice':
      return undefined
    default:
      return element satisfies never
  }
}

function groupTooltip(provider: string, entries: readonly AccountInventory[]): MarkdownString {
  const [only] = entries
  if (entries.length !== 1 || only === undefined) return markdownList(provider, providerLines(entries))
  return markdownList(only.account.label, accountLines(only, provider))
}

function labelOf(provider: string): string {
  return findProvider(provider)?.label ?? provider
}

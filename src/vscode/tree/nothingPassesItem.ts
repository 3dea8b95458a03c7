import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import { t } from '../../core/words.ts'
import { commandIds } from '../ids.ts'
import type { TreeElement } from './treeElements.ts'

/** The row where the filter leaves no other. A welcome text could not say it: the editor shows none below the line that tells the filter. */
export function nothingPassesItem(element: TreeElement & { readonly kind: 'nothingPasses' }): TreeItem {
  const item = new TreeItem(t('Clear filter'), TreeItemCollapsibleState.None)
  item.id = element.id
  item.iconPath = new ThemeIcon('clear-all')
  item.description = t('no number passes it')
  item.contextValue = 'nothingPasses'
  item.command = { command: commandIds.clearFilter, title: t('Clear filter') }
  item.accessibilityInformation = { label: `${item.label}, ${item.description}` }
  return item
}

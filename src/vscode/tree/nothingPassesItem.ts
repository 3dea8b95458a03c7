import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import { commandIds } from '../ids.ts'
import type { TreeElement } from './treeElements.ts'

/** The row where the filter leaves no other. A welcome text could not say it: the editor shows none below the line that tells the filter. */
export function nothingPassesItem(element: TreeElement & { readonly kind: 'nothingPasses' }): TreeItem {
  const item = new TreeItem('Clear filter', TreeItemCollapsibleState.None)
  item.id = element.id
  item.iconPath = new ThemeIcon('clear-all')
  item.description = 'no number passes it'
  item.contextValue = 'nothingPasses'
  item.command = { command: commandIds.clearFilter, title: 'Clear filter' }
  item.accessibilityInformation = { label: `${item.label}, ${item.description}` }
  return item
}

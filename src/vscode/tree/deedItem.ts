import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import type { Deed } from '../../core/journal.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { formatDay, formatMoment } from '../dates.ts'
import { commandIds } from '../ids.ts'
import type { TreeElement } from './treeElements.ts'

/** The row of a rent whose outcome nobody knows, or of a release that can still be taken back. */
export function deedItem(
  element: TreeElement & { readonly kind: 'deed' },
  deed: Deed,
  numbering: PhoneNumbering,
  provider: string,
): TreeItem {
  const formatted = numbering.format(deed.intent.number)
  const item = new TreeItem(formatted, TreeItemCollapsibleState.None)
  item.id = element.id
  if (deed.intent.verb === 'rent') describeOpenRent(item, element, deed, provider)
  else describeRelease(item, deed, provider)
  item.accessibilityInformation = { label: `${formatted}, ${item.description}` }
  return item
}

function describeOpenRent(item: TreeItem, element: TreeElement, deed: Deed, provider: string): void {
  item.description = 'outcome unknown · check again'
  item.iconPath = new ThemeIcon('question', new ThemeColor('list.warningForeground'))
  item.contextValue = 'deed;checkable;number'
  item.tooltip = `The answer of ${provider} to the rent of ${formatDay(deed.intent.at)} was lost. It may cost money. Checking asks ${provider} whether “${deed.intent.account}” owns the number; it never rents.`
  item.command = { command: commandIds.checkAgain, title: 'Check again', arguments: [element] }
}

function describeRelease(item: TreeItem, deed: Deed, provider: string): void {
  const until = deed.ending?.cancellableUntil
  item.description = `released${until === undefined ? '' : ` · can be taken back until ${formatDay(until)}`}`
  item.iconPath = new ThemeIcon('history', new ThemeColor('disabledForeground'))
  item.contextValue = 'deed;cancellable;number'
  item.tooltip = `Released from “${deed.intent.account}” at ${provider}${until === undefined ? '' : `. Until ${formatMoment(until)} the release can be taken back`}.`
}

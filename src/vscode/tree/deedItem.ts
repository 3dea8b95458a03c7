import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import type { Deed } from '../../core/journal.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { t } from '../../core/words.ts'
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
  item.description = t('outcome unknown · check again')
  item.iconPath = new ThemeIcon('question', new ThemeColor('list.warningForeground'))
  item.contextValue = 'deed;checkable;number'
  item.tooltip = t(
    'The answer of {0} to the rent of {1} was lost. It may cost money. Checking asks {0} whether “{2}” owns the number; it never rents.',
    provider,
    formatDay(deed.intent.at),
    deed.intent.account,
  )
  item.command = { command: commandIds.checkAgain, title: t('Check again'), arguments: [element] }
}

function describeRelease(item: TreeItem, deed: Deed, provider: string): void {
  const until = deed.ending?.cancellableUntil
  const { account } = deed.intent
  if (until === undefined) {
    item.description = t('released')
    item.tooltip = t('Released from “{0}” at {1}.', account, provider)
  } else {
    item.description = t('released · can be taken back until {0}', formatDay(until))
    item.tooltip = t(
      'Released from “{0}” at {1}. Until {2} the release can be taken back.',
      account,
      provider,
      formatMoment(until),
    )
  }
  item.iconPath = new ThemeIcon('history', new ThemeColor('disabledForeground'))
  item.contextValue = 'deed;cancellable;number'
}

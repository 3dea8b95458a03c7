import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import { countryName } from '../../core/country.ts'
import { t } from '../../core/words.ts'
import { numbersText } from './accountText.ts'
import { notTold } from './arrangement.ts'
import type { BucketKind, TreeElement } from './treeElements.ts'

const icons: Readonly<Record<BucketKind, string>> = { country: 'globe', capability: 'comment', assignment: 'link' }

/** The outermost row of numbers of all accounts that are alike. */
export function groupItem(element: TreeElement & { readonly kind: 'group' }, count: number): TreeItem {
  const label = keyLabel(element.by, element.key)
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed)
  item.id = element.id
  item.iconPath = new ThemeIcon(icons[element.by])
  item.contextValue = 'group'
  return counted(item, label, count)
}

/** The row of one account below such a group. */
export function accountPartItem(
  element: TreeElement & { readonly kind: 'country' | 'bucket' },
  place: { readonly provider: string; readonly account: string },
  count: number,
): TreeItem {
  const item = new TreeItem(place.provider, TreeItemCollapsibleState.Expanded)
  // Not the row that stands for the same numbers below their account: that one is opened and closed by itself.
  item.id = `part/${element.id}`
  item.iconPath = new ThemeIcon('broadcast')
  item.contextValue = element.kind === 'country' && element.country !== undefined ? 'country;searchable' : 'bucket'
  counted(item, `${place.provider}, ${place.account}`, count)
  item.description = `${place.account} · ${count}`
  return item
}

/** The row above the pinned ones. */
export function pinsItem(element: TreeElement & { readonly kind: 'pins' }, count: number): TreeItem {
  const item = new TreeItem(t('Pinned'), TreeItemCollapsibleState.Expanded)
  item.id = element.id
  item.iconPath = new ThemeIcon('pinned')
  item.contextValue = 'pins'
  return counted(item, t('Pinned'), count)
}

function keyLabel(by: BucketKind, key: string): string {
  switch (by) {
    case 'country':
      return key === '' ? t('Unknown country') : countryName(key)
    case 'capability':
      return key === '' ? t('No capability known') : key
    case 'assignment':
      if (key === notTold) return t('Not known')
      return key === '' ? t('Unassigned') : key
    default:
      return by satisfies never
  }
}

function counted(item: TreeItem, label: string, count: number): TreeItem {
  item.description = `${count}`
  item.accessibilityInformation = { label: `${label}, ${numbersText(count)}` }
  return item
}

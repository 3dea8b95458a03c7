import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import type { AccountInventory } from '../../core/accountBook.ts'
import { countryName } from '../../core/country.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { t } from '../../core/words.ts'
import { accountDescription, countText, numbersText } from './accountText.ts'
import type { TreeElement } from './treeElements.ts'

/** The row of a provider. With one account it stands for that account too. */
export function providerItem(
  element: TreeElement & { readonly kind: 'provider' },
  label: string,
  entries: readonly AccountInventory[],
  ageOf: (entry: AccountInventory) => string | undefined,
): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded)
  const [only] = entries
  const single = entries.length === 1 && only !== undefined
  item.id = element.id
  item.iconPath = new ThemeIcon('broadcast')
  item.description = single
    ? accountDescription(only, only.account.sandbox ? t('sandbox') : only.account.label, ageOf(only))
    : `${t('{0} accounts', entries.length)} · ${countText(entries)}`
  item.contextValue = single ? `provider;${accountContext(only)}` : 'provider;refreshable'
  item.accessibilityInformation = { label: `${label}, ${item.description}` }
  return item
}

/** `age`: "3 h ago" when the numbers are not the answer to the last question. */
export function accountItem(
  element: TreeElement & { readonly kind: 'account' },
  entry: AccountInventory,
  age: string | undefined,
): TreeItem {
  const item = new TreeItem(entry.account.label, TreeItemCollapsibleState.Expanded)
  item.id = element.id
  item.iconPath = new ThemeIcon(entry.account.sandbox ? 'beaker' : 'account')
  const description = accountDescription(entry, undefined, age)
  item.description = description
  item.contextValue = accountContext(entry)
  item.accessibilityInformation = { label: t('Account {0}, {1}', entry.account.label, description) }
  return item
}

export function countryItem(
  element: TreeElement & { readonly kind: 'country' },
  count: number,
  searchable: boolean,
): TreeItem {
  const label = element.country === undefined ? t('Unknown country') : countryName(element.country)
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed)
  item.id = element.id
  item.iconPath = new ThemeIcon('globe')
  item.description = `${count}`
  item.contextValue = searchable && element.country !== undefined ? 'country;searchable' : 'country'
  item.accessibilityInformation = { label: `${label}, ${numbersText(count)}` }
  return item
}

/** The row of numbers that start alike: "+44 20…". */
export function prefixItem(
  element: TreeElement & { readonly kind: 'prefix' },
  count: number,
  numbering: PhoneNumbering,
): TreeItem {
  const { prefix } = element
  const country = element.by === 'country' && element.key !== '' ? element.key : undefined
  const callingCode = country === undefined ? '' : (numbering.callingCodeOf(country) ?? '')
  const start = `+${callingCode} ${prefix.slice(callingCode.length)}`.replace('+ ', '+').trimEnd()
  const item = new TreeItem(`${start}…`, TreeItemCollapsibleState.Collapsed)
  item.id = element.id
  item.iconPath = new ThemeIcon('list-tree')
  item.description = `${count}`
  item.contextValue = 'prefix'
  const spoken =
    count === 1 ? t('Starting with {0}, 1 number', start) : t('Starting with {0}, {1} numbers', start, count)
  item.accessibilityInformation = { label: spoken }
  return item
}

function accountContext(entry: AccountInventory): string {
  const tokens = ['account', 'refreshable', 'searchable']
  if (!entry.account.sandbox) tokens.push('editable', 'console')
  return tokens.join(';')
}

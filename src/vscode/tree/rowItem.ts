import type { TreeItem } from 'vscode'
import type { AccountInventory } from '../../core/accountBook.ts'
import { ageText } from '../../core/age.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { Records } from '../../core/records.ts'
import type { ShownAccount } from '../../core/shownNumbers.ts'
import { pinKey, type ViewChoice } from '../../core/viewChoice.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import { accountPartItem, groupItem, pinsItem } from './bucketItems.ts'
import { deedItem } from './deedItem.ts'
import { accountItem, countryItem, prefixItem, providerItem } from './groupItems.ts'
import { nothingPassesItem } from './nothingPassesItem.ts'
import { noticeItem } from './noticeItem.ts'
import { numberItem } from './numberItem.ts'
import { addWords, type RowCosts, type Words } from './rowCosts.ts'
import type { ShownInventory } from './shownInventory.ts'
import type { TreeElement } from './treeElements.ts'
import type { TreeShape } from './treeShape.ts'

/** Everything that a row's looks come from. */
export interface RowWorld {
  readonly inventory: ShownInventory
  readonly records: Records
  readonly numbering: PhoneNumbering
  readonly now: () => Date
  readonly choice: () => ViewChoice
  readonly shape: TreeShape
  readonly costs: RowCosts
  readonly acrossAccounts: () => boolean
}

/** What a row looks like now. */
export function rowItem(element: TreeElement, world: RowWorld): TreeItem {
  const { inventory, records, numbering, costs, now } = world
  switch (element.kind) {
    case 'provider': {
      const entries = inventory.accounts().filter(({ account }) => account.provider === element.provider)
      const item = providerItem(element, labelOf(element.provider), entries, (entry) => ageOf(entry, now()))
      return addWords(item, hiddenWords(entries), costs.ofAccounts(entries))
    }
    case 'account': {
      const entry = entryOf(inventory, element.accountId)
      return addWords(accountItem(element, entry, ageOf(entry, now())), hiddenWords([entry]), costs.ofAccounts([entry]))
    }
    case 'group':
    case 'country':
    case 'bucket':
    case 'prefix':
      return rowOfNumbers(element, world)
    case 'pins':
      return pinsItem(element, world.shape.childrenOf(element).length)
    case 'nothingPasses':
      return nothingPassesItem(element)
    case 'number':
      return numberRow(element, world)
    case 'deed': {
      const deed = records.deeds().find((one) => one.intent.id === element.deedId)
      if (deed === undefined) throw new Error('The row belongs to a record that is gone')
      return deedItem(element, deed, numbering, labelOf(deed.intent.provider))
    }
    case 'notice': {
      const entry = entryOf(inventory, element.accountId)
      return noticeItem(element, entry, labelOf(entry.account.provider))
    }
    default:
      return element satisfies never
  }
}

type Row<Kind extends TreeElement['kind']> = TreeElement & { readonly kind: Kind }

/** The row of a country, of numbers that are alike, or of those that start alike: with how many they are, and what they cost. */
function rowOfNumbers(element: Row<'group' | 'country' | 'bucket' | 'prefix'>, world: RowWorld): TreeItem {
  const parts = world.shape.numbersOf(element)
  const count = parts.reduce((sum, { numbers }) => sum + numbers.length, 0)
  if (element.kind === 'prefix') return prefixItem(element, count, world.numbering)
  const cost = world.costs.ofNumbers(parts)
  if (element.kind === 'group') return addWords(groupItem(element, count), cost)
  const { account } = entryOf(world.inventory, element.accountId)
  if (element.kind === 'country' && !world.acrossAccounts())
    return addWords(countryItem(element, count, findProvider(account.provider) !== undefined), cost)
  const place = { provider: labelOf(account.provider), account: account.sandbox ? t('sandbox') : account.label }
  return addWords(accountPartItem(element, place, count), cost)
}

function numberRow({ id, accountId, number }: Row<'number'>, { inventory, choice, numbering }: RowWorld): TreeItem {
  const owned = inventory.find(accountId, number)
  const { account, activities } = entryOf(inventory, accountId)
  const pinned = choice().pins.includes(pinKey(accountId, number))
  const row = { id, number, owned, activity: activities.get(number), inConsole: !account.sandbox, pinned }
  return numberItem(row, numbering)
}

/** "9 hidden". */
function hiddenWords(entries: readonly ShownAccount[]): Words {
  const hidden = entries.reduce((sum, entry) => sum + entry.hidden, 0)
  const seen = hidden === 0 ? '' : t('{0} hidden', hidden)
  return { seen, spoken: seen }
}

/** "3 h ago" where the rows are older than the last question, undefined where they are its answer. */
export function ageOf({ status, listedAt }: AccountInventory, now: Date): string | undefined {
  return status.kind === 'complete' || listedAt === undefined ? undefined : ageText(listedAt, now.getTime())
}

function entryOf(inventory: ShownInventory, accountId: string): ShownAccount {
  const entry = inventory.account(accountId)
  if (entry === undefined) throw new Error('The row belongs to an account that is gone')
  return entry
}

function labelOf(provider: string): string {
  return findProvider(provider)?.label ?? provider
}

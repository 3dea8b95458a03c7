import type { TreeItem } from 'vscode'
import type { AccountInventory } from '../../core/accountBook.ts'
import { ageText } from '../../core/age.ts'
import type { Inventory, InventoryChange } from '../../core/inventory.ts'
import { cancellableReleases, openRents } from '../../core/journal.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { Records } from '../../core/records.ts'
import { findProvider, providers } from '../../providers/registry.ts'
import { createArrangement } from './arrangement.ts'
import { deedItem } from './deedItem.ts'
import { accountItem, countryItem, prefixItem, providerItem } from './groupItems.ts'
import { noticeItem } from './noticeItem.ts'
import { numberItem } from './numberItem.ts'
import { createRedraws } from './redraws.ts'
import { rowTooltip } from './rowTooltip.ts'
import { shownState } from './shownState.ts'
import { createElementPool, type TreeElement } from './treeElements.ts'
import { createTreeShape } from './treeShape.ts'

export interface TreeRowsOptions {
  readonly inventory: Inventory
  readonly records: Records
  readonly now: () => Date
  readonly numbering: PhoneNumbering
  readonly maxGroupSize: () => number
}

/** The rows of the view and what they look like. Entry of a bundle that is loaded when the view is first shown. */
export interface TreeRows {
  /** The outermost rows; from then on `redrawsAfter` compares with what is shown now. */
  roots(): TreeElement[]
  /** Notes that nothing is shown, because there are no accounts. */
  drawn(): void
  childrenOf(element: TreeElement): TreeElement[]
  parentOf(element: TreeElement): TreeElement | undefined
  itemOf(element: TreeElement): TreeItem
  /** Adds what is made only when somebody looks at it. */
  resolve(item: TreeItem, element: TreeElement): TreeItem
  /** Undefined when the number is not in the tree. */
  rowOf(accountId: string, number: E164): TreeElement | undefined
  /** The rows that look different after a change; undefined among them stands for the whole view. */
  redrawsAfter(change: InventoryChange): readonly (TreeElement | undefined)[]
}

export function createTreeRows(options: TreeRowsOptions): TreeRows {
  const { inventory, records, numbering, maxGroupSize } = options
  const pool = createElementPool()
  const deeds = () => ({
    open: openRents(records.deeds()),
    cancellable: cancellableReleases(records.deeds(), options.now().getTime()),
  })
  const arrangement = createArrangement({ numbering, maxGroupSize })
  const shape = createTreeShape({ inventory, pool, providerIds: providers.map(({ id }) => id), arrangement, deeds })
  const entriesOf = (provider: string) => inventory.accounts().filter(({ account }) => account.provider === provider)
  const redraws = createRedraws({
    inventory,
    pool,
    providersShown: () => shape.roots().flatMap((root) => (root.kind === 'provider' ? [root.provider] : [])),
    stateOf: (provider) =>
      entriesOf(provider)
        .map((entry) => shownState(entry, shape.deedRowsOf(entry), ageOf(entry, options.now())))
        .join('\n'),
  })
  return {
    roots() {
      redraws.drawn()
      return shape.roots()
    },
    drawn: redraws.drawn,
    childrenOf: shape.childrenOf,
    parentOf: shape.parentOf,
    itemOf: (element) => itemOf(element, options, shape.countOf, entriesOf),
    resolve(item, element) {
      const tooltip = item.tooltip ?? rowTooltip(element, inventory, numbering)
      if (tooltip !== undefined) item.tooltip = tooltip
      return item
    },
    rowOf: (accountId, number) =>
      inventory.find(accountId, number) === undefined ? undefined : pool.number(accountId, number),
    redrawsAfter: redraws.after,
  }
}

function itemOf(
  element: TreeElement,
  { inventory, records, numbering, now }: TreeRowsOptions,
  countOf: (element: TreeElement) => number,
  entriesOf: (provider: string) => readonly AccountInventory[],
): TreeItem {
  switch (element.kind) {
    case 'provider':
      return providerItem(element, labelOf(element.provider), entriesOf(element.provider), (entry) =>
        ageOf(entry, now()),
      )
    case 'account': {
      const entry = entryOf(inventory, element.accountId)
      return accountItem(element, entry, ageOf(entry, now()))
    }
    case 'country': {
      const known = findProvider(entryOf(inventory, element.accountId).account.provider) !== undefined
      return countryItem(element, countOf(element), known)
    }
    case 'prefix':
      return prefixItem(element, countOf(element), numbering)
    case 'number': {
      const { account, activities } = entryOf(inventory, element.accountId)
      const owned = inventory.find(element.accountId, element.number)
      const activity = activities.get(element.number)
      return numberItem({ ...element, owned, activity, inConsole: !account.sandbox }, numbering)
    }
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

/** "3 h ago" where the rows are older than the last question, undefined where they are its answer. */
function ageOf({ status, listedAt }: AccountInventory, now: Date): string | undefined {
  return status.kind === 'complete' || listedAt === undefined ? undefined : ageText(listedAt, now.getTime())
}

function entryOf(inventory: Inventory, accountId: string): AccountInventory {
  const entry = inventory.account(accountId)
  if (entry === undefined) throw new Error('The row belongs to an account that is gone')
  return entry
}

function labelOf(provider: string): string {
  return findProvider(provider)?.label ?? provider
}

import type { TreeItem } from 'vscode'
import type { Inventory, InventoryChange } from '../../core/inventory.ts'
import { cancellableReleases, openRents } from '../../core/journal.ts'
import type { NumberFacts } from '../../core/numberFilter.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import type { Records } from '../../core/records.ts'
import { createShownNumbers } from '../../core/shownNumbers.ts'
import type { Grouping, ViewChoice } from '../../core/viewChoice.ts'
import { findProvider, providers, tellsRouting } from '../../providers/registry.ts'
import { type Arrangement, createArrangement } from './arrangement.ts'
import { createRedraws } from './redraws.ts'
import { createRowCosts } from './rowCosts.ts'
import { ageOf, rowItem } from './rowItem.ts'
import { rowTooltip } from './rowTooltip.ts'
import { shownInventory } from './shownInventory.ts'
import { shownState } from './shownState.ts'
import { type BucketKind, createElementPool, type TreeElement } from './treeElements.ts'
import { createTreeShape } from './treeShape.ts'
import { type BadgeSetting, createViewNotes, type ViewNotes } from './viewNotes.ts'

export interface TreeRowsOptions {
  readonly inventory: Inventory
  readonly records: Records
  readonly now: () => Date
  readonly numbering: PhoneNumbering
  readonly maxGroupSize: () => number
  /** How the person wants to see the numbers. */
  readonly choice: () => ViewChoice
  readonly badge: () => BadgeSetting
  /** Says what the view tells besides its rows. */
  readonly note: (notes: ViewNotes) => void
  readonly failed: (error: unknown) => void
}

/** The rows of the view and what they look like. Entry of a bundle that is loaded when the view is first shown. */
export interface TreeRows {
  /** The person wants to see the numbers in another way, or the settings changed. */
  choiceChanged(): void
  dispose(): void
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
  const { records, numbering, maxGroupSize, choice } = options
  const shown = createShownNumbers({ choice, facts: () => factsOf(options, arrangement.guessCountry) })
  const inventory = shownInventory(options.inventory, shown)
  const acrossAccounts = () => choice().grouping !== 'provider'
  const pool = createElementPool()
  const deeds = () => ({
    open: openRents(records.deeds()),
    cancellable: cancellableReleases(records.deeds(), options.now().getTime()),
  })
  const by = () => bucketKind(choice().grouping)
  const arrangement = createArrangement({ numbering, maxGroupSize, by, tellsRouting: tellsRoutingIn(inventory) })
  const costs = createRowCosts(inventory)
  const shape = createTreeShape({
    ...{ inventory, pool, providerIds: providers.map(({ id }) => id), arrangement, deeds, acrossAccounts },
    ...{ sorting: () => choice().sorting, pins: () => choice().pins },
  })
  const entriesOf = (provider: string) => inventory.accounts().filter(({ account }) => account.provider === provider)
  const notes = createViewNotes({
    ...{ inventory: options.inventory, choice, shownAccounts: inventory.accounts },
    ...{ badge: options.badge, now: options.now, show: options.note, failed: options.failed },
  })
  const redraws = createRedraws({
    inventory,
    pool,
    providersShown: () =>
      acrossAccounts()
        ? [...new Set(inventory.accounts().map(({ account }) => account.provider))]
        : shape.providersShown(),
    byProvider: () => !acrossAccounts(),
    stateOf: (provider) =>
      entriesOf(provider)
        .map((entry) =>
          shownState(entry, shape.deedRowsOf(entry), ageOf(entry, options.now()), costs.ofAccounts([entry]).seen),
        )
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
    choiceChanged: notes.soon,
    dispose: notes.dispose,
    itemOf: (element) => rowItem(element, { ...options, inventory, shape, costs, acrossAccounts }),
    resolve(item, element) {
      const tooltip = item.tooltip ?? rowTooltip(element, options.inventory, numbering)
      if (tooltip !== undefined) item.tooltip = tooltip
      return item
    },
    rowOf(accountId, number) {
      const owned = inventory.find(accountId, number)
      const isShown = owned !== undefined && inventory.account(accountId)?.numbers.includes(owned)
      return isShown ? pool.number(accountId, number) : undefined
    },
    redrawsAfter: redraws.after,
  }
}

function bucketKind(grouping: Grouping): BucketKind {
  return grouping === 'provider' ? 'country' : grouping
}

function factsOf({ inventory, now }: TreeRowsOptions, guessCountry: Arrangement['guessCountry']): NumberFacts {
  return {
    countryOf: ({ country, number }) => country ?? guessCountry(number),
    placeOf(accountId) {
      const account = inventory.account(accountId)?.account
      return account === undefined ? '' : `${account.label} ${labelOf(account.provider)}`
    },
    tellsRouting: tellsRoutingIn(inventory),
    now: now().getTime(),
  }
}

function tellsRoutingIn(inventory: TreeRowsOptions['inventory']): (accountId: string) => boolean {
  return (accountId) => tellsRouting(inventory.account(accountId)?.account.provider)
}

function labelOf(provider: string): string {
  return findProvider(provider)?.label ?? provider
}

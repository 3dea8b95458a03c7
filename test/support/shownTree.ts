import { createInventory, type Inventory } from '../../src/core/inventory.ts'
import type { OwnedNumber } from '../../src/core/ownedNumber.ts'
import type { PhoneNumbering } from '../../src/core/phoneNumbering.ts'
import { createShownNumbers } from '../../src/core/shownNumbers.ts'
import type { ViewChoice } from '../../src/core/viewChoice.ts'
import { createArrangement } from '../../src/vscode/tree/arrangement.ts'
import { shownInventory } from '../../src/vscode/tree/shownInventory.ts'
import { createElementPool } from '../../src/vscode/tree/treeElements.ts'
import { createTreeShape, type TreeShape } from '../../src/vscode/tree/treeShape.ts'
import { buildAccount } from './builders.ts'
import { listing } from './scriptedPages.ts'
import { stubDriver } from './stubDriver.ts'

export interface ShownTreeOptions {
  /** By account; each is an account at a provider of its own, `failed` ones too. */
  readonly accounts: Readonly<Record<string, readonly OwnedNumber[] | Error>>
  readonly choice: () => ViewChoice
  readonly numbering: PhoneNumbering
  readonly maxGroupSize?: number
}

/** The rows of a view over accounts whose lists were read once. */
export async function shownTree(options: ShownTreeOptions): Promise<{ inventory: Inventory; shape: TreeShape }> {
  const { accounts, choice, numbering, maxGroupSize = 0 } = options
  const inventory = createInventory({
    now: () => 77,
    async driverFor({ id }) {
      const answer = accounts[id] ?? []
      const pages = answer instanceof Error ? [answer] : [{ numbers: answer, unreadable: [] }]
      return { kind: 'ready', driver: stubDriver({ listOwned: listing(pages) }) }
    },
  })
  inventory.setAccounts(Object.keys(accounts).map((id) => buildAccount({ id, label: id, provider: `at-${id}` })))
  for (const id of Object.keys(accounts)) await inventory.refresh(id)
  const by = () => {
    const { grouping } = choice()
    return grouping === 'provider' ? 'country' : grouping
  }
  const arrangement = createArrangement({ numbering, maxGroupSize: () => maxGroupSize, by })
  const facts = () => ({
    countryOf: ({ country }: OwnedNumber) => country,
    placeOf: (id: string) => id,
    tellsRouting: () => true,
    now: 0,
  })
  const shape = createTreeShape({
    inventory: shownInventory(inventory, createShownNumbers({ choice, facts })),
    pool: createElementPool(),
    providerIds: [],
    arrangement,
    deeds: () => ({ open: [], cancellable: [] }),
    acrossAccounts: () => choice().grouping !== 'provider',
    sorting: () => choice().sorting,
    pins: () => choice().pins,
  })
  return { inventory, shape }
}

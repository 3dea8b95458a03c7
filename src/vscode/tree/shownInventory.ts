import type { AccountInventory } from '../../core/accountBook.ts'
import type { Inventory } from '../../core/inventory.ts'
import type { ShownAccount } from '../../core/shownNumbers.ts'

/** An inventory whose accounts have the numbers that pass the filter; a number can be found whether it is shown or not. */
export interface ShownInventory extends Inventory {
  accounts(): readonly ShownAccount[]
  account(accountId: string): ShownAccount | undefined
}

export function shownInventory(inventory: Inventory, shown: (entry: AccountInventory) => ShownAccount): ShownInventory {
  return {
    ...inventory,
    accounts: () => inventory.accounts().map(shown),
    account(accountId) {
      const entry = inventory.account(accountId)
      return entry && shown(entry)
    },
  }
}

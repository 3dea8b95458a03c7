import type { TreeItem } from 'vscode'
import type { AccountInventory } from '../../core/accountBook.ts'
import type { Inventory } from '../../core/inventory.ts'
import { addTotals, createPriceTally, type PriceTotals, shortTotals } from '../../core/priceTotals.ts'
import type { NumbersOfAccount } from './treeShape.ts'

/** What the numbers of a row cost together, as far as it is known. */
export interface RowCosts {
  /** "USD 12.50/mo, 2 without a price". While a list comes in, what it was before; empty when nothing is known. */
  ofAccounts(entries: readonly AccountInventory[]): string
  ofNumbers(parts: readonly NumbersOfAccount[]): string
}

export function createRowCosts(inventory: Pick<Inventory, 'find'>): RowCosts {
  const last = new Map<string, { readonly of: AccountInventory['numbers']; readonly totals: PriceTotals }>()
  const totalsOf = ({ account, numbers, refreshing }: AccountInventory): PriceTotals => {
    const before = last.get(account.id)
    if (before !== undefined && (refreshing || before.of === numbers)) return before.totals
    if (refreshing) return nothing
    const tally = createPriceTally()
    for (const { price, state } of numbers) if (state.kind !== 'released') tally.add(price)
    const totals = tally.totals()
    last.set(account.id, { of: numbers, totals })
    return totals
  }
  return {
    ofAccounts: (entries) => shortTotals(addTotals(entries.map(totalsOf))),
    ofNumbers(parts) {
      const tally = createPriceTally()
      for (const { accountId, numbers } of parts) {
        for (const number of numbers) {
          const owned = inventory.find(accountId, number)
          if (owned !== undefined && owned.state.kind !== 'released') tally.add(owned.price)
        }
      }
      return shortTotals(tally.totals())
    },
  }
}

const nothing: PriceTotals = { known: [], unknown: 0 }

/** Adds words to what stands behind a row's name, seen and spoken. Empty ones add nothing. */
export function addWords(item: TreeItem, ...words: readonly string[]): TreeItem {
  for (const word of words.filter((one) => one !== '')) {
    item.description = `${item.description} · ${word}`
    if (item.accessibilityInformation !== undefined)
      item.accessibilityInformation = { label: `${item.accessibilityInformation.label}, ${word}` }
  }
  return item
}

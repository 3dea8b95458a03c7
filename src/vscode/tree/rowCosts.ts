import type { TreeItem } from 'vscode'
import type { AccountInventory } from '../../core/accountBook.ts'
import { countedAccounts } from '../../core/countedAccounts.ts'
import type { Inventory } from '../../core/inventory.ts'
import { isPaidOn } from '../../core/ownedNumber.ts'
import { addTotals, createPriceTally, describeTotals, type PriceTotals, shortTotals } from '../../core/priceTotals.ts'
import type { NumbersOfAccount } from './treeShape.ts'

/** "USD 12.50/mo" is read as "USD 12.50 per month". */
export interface Words {
  readonly seen: string
  readonly spoken: string
}

/** What the numbers of a row cost together, as far as it is known; real prices without those of the sandbox. */
export interface RowCosts {
  /** "USD 12.50/mo, 2 without a price". While a list comes in, what it was before; empty when nothing is known. */
  ofAccounts(entries: readonly AccountInventory[]): Words
  ofNumbers(parts: readonly NumbersOfAccount[]): Words
}

export function createRowCosts(inventory: Pick<Inventory, 'account' | 'find'>): RowCosts {
  const last = new Map<string, { readonly of: AccountInventory['numbers']; readonly totals: PriceTotals }>()
  const totalsOf = ({ account, numbers, refreshing }: AccountInventory): PriceTotals => {
    const before = last.get(account.id)
    if (before !== undefined && (refreshing || before.of === numbers)) return before.totals
    if (refreshing) return nothing
    const tally = createPriceTally()
    for (const owned of numbers) if (isPaidOn(owned)) tally.add(owned.price)
    const totals = tally.totals()
    last.set(account.id, { of: numbers, totals })
    return totals
  }
  return {
    ofAccounts: (entries) => inWords(addTotals(countedAccounts(entries).map(totalsOf))),
    ofNumbers(parts) {
      const tally = createPriceTally()
      const known = parts.flatMap(({ accountId, numbers }) => {
        const account = inventory.account(accountId)?.account
        return account === undefined ? [] : [{ account, numbers }]
      })
      for (const { account, numbers } of countedAccounts(known)) {
        for (const number of numbers) {
          const owned = inventory.find(account.id, number)
          if (owned !== undefined && isPaidOn(owned)) tally.add(owned.price)
        }
      }
      return inWords(tally.totals())
    },
  }
}

const nothing: PriceTotals = { known: [], unknown: 0 }

function inWords(totals: PriceTotals): Words {
  return { seen: shortTotals(totals), spoken: describeTotals(totals) }
}

/** Adds words to what stands behind a row's name. Empty ones add nothing. */
export function addWords(item: TreeItem, ...words: readonly Words[]): TreeItem {
  for (const { seen, spoken } of words.filter((one) => one.seen !== '')) {
    item.description = `${item.description} · ${seen}`
    if (item.accessibilityInformation !== undefined)
      item.accessibilityInformation = { label: `${item.accessibilityInformation.label}, ${spoken}` }
  }
  return item
}

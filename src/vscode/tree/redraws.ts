import type { Inventory, InventoryChange } from '../../core/inventory.ts'
import type { ElementPool, TreeElement } from './treeElements.ts'

/** Which rows have to be drawn again after a change: as few as possible, none when they would look the same. */
export interface Redraws {
  /** Undefined in the answer stands for the whole view. */
  after(change: InventoryChange): readonly (TreeElement | undefined)[]
  /** Notes that the whole view is being drawn as things are now. */
  drawn(): void
}

export interface RedrawOptions {
  readonly inventory: Inventory
  readonly pool: ElementPool
  /** The providers in the view, in their order. */
  readonly providersShown: () => readonly string[]
  /** A provider's numbers stand below its own row; else a change of one concerns the whole view. */
  readonly byProvider?: () => boolean
  /** What the rows of a provider show besides its numbers. */
  readonly stateOf: (provider: string) => string
}

export function createRedraws({ inventory, pool, providersShown, stateOf, byProvider }: RedrawOptions): Redraws {
  const rowOf = (provider: string) => ((byProvider?.() ?? true) ? pool.provider(provider) : undefined)
  let shown: readonly string[] = []
  const states = new Map<string, string>()
  const note = (provider: string): boolean => {
    const state = stateOf(provider)
    if (states.get(provider) === state) return false
    states.set(provider, state)
    return true
  }
  const drawn = () => {
    shown = providersShown()
    states.clear()
    for (const provider of shown) note(provider)
  }
  const sameProviders = () => providersShown().join() === shown.join()
  const afterAll = () => {
    if (sameProviders()) return [...new Set(shown.filter(note).map(rowOf))]
    drawn()
    return [undefined]
  }
  return {
    drawn,
    after(change) {
      const entry = change.kind === 'accounts' ? undefined : inventory.account(change.accountId)
      // A filter hides the providers without a number that passes: the first that does brings the row, the last takes it away.
      if (change.kind === 'accounts' || entry === undefined || !sameProviders()) return afterAll()
      // The provider's row counts the numbers of all its accounts, so it is drawn again with all that is below it.
      const { provider } = entry.account
      if (note(provider)) return shown.includes(provider) ? [rowOf(provider)] : []
      return change.kind === 'number' ? pool.knownNumber(change.accountId, change.number) : []
    },
  }
}

import type { Disposable } from 'vscode'
import type { LazyParts } from './lazyParts.ts'
import type { Upkeep, UpkeepOptions } from './upkeep/upkeep.ts'

/** The way to what looks after lists. It is loaded when the first list is asked for, and never stands in the way of one. */
export interface UpkeepDoor extends Disposable {
  recall(accountIds: readonly string[]): Promise<void>
  /** None as long as nothing was loaded. */
  due(maxAgeMs: number): Promise<readonly string[]>
  newsSeen(): void
  forget(accountId: string): void
  accountsChanged(): void
  /** Resolves when everything that is to be written is on disk. */
  idle(): Promise<void>
}

export function createUpkeepDoor(parts: Pick<LazyParts, 'upkeep'>, options: UpkeepOptions): UpkeepDoor {
  const { inventory, log } = options
  let opening: Promise<Upkeep> | undefined
  let upkeep: Upkeep | undefined
  let disposed = false
  const open = () => {
    opening ??= parts.upkeep().then((part) => {
      upkeep = part.createUpkeep(options)
      if (disposed) upkeep.dispose()
      return upkeep
    })
    return opening
  }
  const inside = async (work: (upkeep: Upkeep) => Promise<void>) => {
    try {
      if (!disposed) await work(await open())
    } catch (error) {
      log.warn(`Lists are not looked after: ${error instanceof Error ? error.message : typeof error}`)
    }
  }
  const stop = inventory.onDidChange((change) => {
    if (change.kind !== 'account') return
    stop()
    void inside(async () => {})
  })
  return {
    recall: (accountIds) => inside((loaded) => loaded.recall(accountIds)),
    due: async (maxAgeMs) => (await upkeep?.due(maxAgeMs)) ?? [],
    newsSeen: () => upkeep?.newsSeen(),
    forget: (accountId) => void inside((loaded) => loaded.forget(accountId)),
    accountsChanged: () => void inside((loaded) => loaded.accountsChanged()),
    idle: () => inside((loaded) => loaded.idle()),
    dispose() {
      disposed = true
      stop()
      upkeep?.dispose()
    },
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Inventory } from '../../core/inventory.ts'
import type { Log } from '../../core/log.ts'
import type { SnapshotFiles } from './snapshotFiles.ts'

export interface SnapshotSavingOptions {
  readonly inventory: Inventory
  readonly files: SnapshotFiles
  readonly log: Log
  /** True for accounts whose lists may be on disk. */
  readonly isKept: (accountId: string) => boolean
}

export interface SnapshotSaving {
  /** Writes the account's list, after the write that runs. */
  now(accountId: string): void
  /** Writes it when the burst of changes is over. */
  soon(accountId: string): void
  /** Resolves when no write runs. */
  idle(): Promise<void>
  dispose(): void
}

/** Own changes come in bursts. */
const settleDownMs = 1_000

/** Puts the lists of accounts on disk, one write at a time for each; what changes meanwhile is written after that. */
export function createSnapshotSaving({ inventory, files, log, isKept }: SnapshotSavingOptions): SnapshotSaving {
  const running = new Map<string, Promise<void>>()
  const again = new Set<string>()
  const waiting = new Set<string>()
  const closing = new AbortController()
  const save = async (accountId: string) => {
    do {
      again.delete(accountId)
      const entry = inventory.account(accountId)
      // Only a list that was complete once: own changes are part of it, but its age stays.
      if (entry?.listedAt === undefined || entry.status.kind !== 'complete' || !isKept(accountId)) return
      await files.write(entry.account, { at: entry.listedAt, numbers: entry.numbers })
    } while (again.has(accountId))
  }
  const start = (accountId: string) => {
    if (!isKept(accountId)) return
    again.add(accountId)
    if (running.has(accountId)) return
    const run = save(accountId)
      .catch((error: unknown) =>
        log.warn(`The list could not be kept on disk: ${error instanceof Error ? error.message : typeof error}`),
      )
      .finally(() => running.delete(accountId))
    running.set(accountId, run)
  }
  return {
    now: start,
    soon(accountId: string) {
      if (waiting.has(accountId) || !isKept(accountId)) return
      waiting.add(accountId)
      wait(settleDownMs, undefined, { signal: closing.signal, ref: false })
        .then(() => start(accountId))
        .catch(() => undefined)
        .finally(() => waiting.delete(accountId))
    },
    idle: async () => void (await Promise.all(running.values())),
    dispose: () => closing.abort(),
  }
}

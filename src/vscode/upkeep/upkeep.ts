import type { Account } from '../../core/account.ts'
import type { Inventory } from '../../core/inventory.ts'
import type { Log } from '../../core/log.ts'
import type { Records } from '../../core/records.ts'
import { isRefreshDue } from '../../core/refreshDue.ts'
import { type SettleOpenTools, settleOpenDeeds } from '../../core/settleOpenDeeds.ts'
import { createOutsideNews } from './outsideNews.ts'
import { createSnapshotFiles } from './snapshotFiles.ts'
import { createSnapshotSaving } from './snapshotSaving.ts'

export interface UpkeepOptions {
  readonly inventory: Inventory
  readonly records: Records
  readonly settling: SettleOpenTools
  /** Where all windows of this person keep their snapshots. */
  readonly folder: string
  readonly accounts: () => readonly Account[]
  readonly log: Log
  readonly newId: () => string
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Says what came and went since the person last looked; undefined = nothing. */
  readonly tell: (news: string | undefined) => void
}

/** What happens to lists besides being shown: kept on disk, compared, settled. Entry of a bundle that is loaded with the first list. */
export interface Upkeep {
  /** Fills the inventory with what an earlier window knew of these accounts. Never rejects. */
  recall(accountIds: readonly string[]): Promise<void>
  /** The accounts whose lists are older than `maxAgeMs`, or lack what another window did, and may be asked for. 0 = none. Never rejects. */
  due(maxAgeMs: number): Promise<readonly string[]>
  /** The person has seen the news. */
  newsSeen(): void
  /** Forgets what is on disk of an account, e.g. because its credentials changed. */
  forget(accountId: string): Promise<void>
  /** The list of accounts changed: what is on disk of those that are gone goes too. */
  accountsChanged(): Promise<void>
  /** Resolves when everything that is to be written is on disk. */
  idle(): Promise<void>
  dispose(): void
}

export function createUpkeep(options: UpkeepOptions): Upkeep {
  const { inventory, records, accounts, now } = options
  const isKept = (accountId: string) => accounts().some(({ id, sandbox }) => id === accountId && !sandbox)
  const files = createSnapshotFiles({ ...options, isKnown: isKept })
  const saving = createSnapshotSaving({ ...options, files, isKept })
  const news = createOutsideNews(options)
  const prune = async () => await files.keepOnly(accounts().flatMap(({ id, sandbox }) => (sandbox ? [] : [id])))
  const stops = [
    settleOpenDeeds(options.settling),
    inventory.onDidChange((change) => {
      if (change.kind === 'number') saving.soon(change.accountId)
    }),
    inventory.onDidList((accountId, found) => {
      saving.now(accountId)
      if (found !== undefined) void news.take(accountId, found)
    }),
  ]
  let pruned = prune().catch(() => undefined)
  return {
    async recall(accountIds) {
      const wanted = accounts().filter(({ id, sandbox }) => accountIds.includes(id) && !sandbox)
      await Promise.all(
        wanted.map(async (account) => {
          const snapshot = await files.read(account)
          if (snapshot !== undefined) inventory.restore(account.id, snapshot.numbers, snapshot.at)
        }),
      )
    },
    async due(maxAgeMs) {
      const deeds = await records.load().catch(() => records.deeds())
      const due = inventory.accounts().filter((entry) => isRefreshDue(entry, now(), maxAgeMs, deeds))
      return due.map(({ account }) => account.id)
    },
    newsSeen: news.seen,
    forget: (accountId) => files.remove(accountId),
    async accountsChanged() {
      pruned = prune()
      await pruned
    },
    async idle() {
      await pruned
      await saving.idle()
    },
    dispose() {
      for (const stop of stops) stop()
      saving.dispose()
    },
  }
}

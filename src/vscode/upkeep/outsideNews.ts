import type { Inventory } from '../../core/inventory.ts'
import type { ListNews } from '../../core/listing.ts'
import type { Log } from '../../core/log.ts'
import type { Records } from '../../core/records.ts'
import { boundedSighting, countNews, withoutOwnDeeds } from '../../core/sighting.ts'
import { t } from '../../core/words.ts'

export interface OutsideNewsOptions {
  readonly inventory: Inventory
  readonly records: Records
  readonly log: Log
  readonly newId: () => string
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Says what came and went since the person last looked; undefined = nothing. */
  readonly tell: (news: string | undefined) => void
}

export interface OutsideNews {
  /** Tells and records what a list shows, without what was done from here. Never rejects. */
  take(accountId: string, found: ListNews): Promise<void>
  /** The person has seen it: counting starts anew. */
  seen(): void
}

/** What came and went without us: counted for the view, written down for the history. */
export function createOutsideNews(options: OutsideNewsOptions): OutsideNews {
  const { inventory, records, log, newId, now, tell } = options
  let [appeared, vanished] = [0, 0]
  return {
    async take(accountId: string, found: ListNews) {
      const account = inventory.account(accountId)?.account
      if (account === undefined || found.appeared.length + found.vanished.length === 0) return
      try {
        const { provider, label, sandbox } = account
        const others = withoutOwnDeeds(found, provider, await records.load(), now())
        if (others.appeared.length + others.vanished.length === 0) return
        appeared += others.appeared.length
        vanished += others.vanished.length
        tell(t('{0}, changed outside this editor', countNews({ appeared, vanished })))
        const [at, since] = [now(), found.since].map((ms) => new Date(ms).toISOString())
        const where = { provider, accountId, account: label, sandbox }
        await records.see(boundedSighting({ id: newId(), at: at ?? '', since: since ?? '', ...where }, others))
      } catch (error) {
        log.warn(
          `What changed outside this editor could not be written down: ${error instanceof Error ? error.message : typeof error}`,
        )
      }
    },
    seen() {
      ;[appeared, vanished] = [0, 0]
      tell(undefined)
    },
  }
}

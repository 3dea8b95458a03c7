import type { RequestLimit } from '../core/providerDefinition.ts'
import type { Pace } from './pace.ts'

/** Keeps the requests of one account within what its provider allows. */
export interface RequestBudget {
  /** Resolves when a request may leave, and counts it. Rejects as soon as the signal aborts; then nothing is counted. */
  take(signal: AbortSignal): Promise<void>
}

/** At most `requests` in any span of `perMs`; later ones wait for the oldest to leave the span. */
export function createRequestBudget(limit: RequestLimit, pace: Pace): RequestBudget {
  /** When the latest requests left, oldest first. */
  const left: number[] = []
  return {
    async take(signal) {
      for (;;) {
        signal.throwIfAborted()
        const now = pace.now()
        // A clock that was set back would make everybody wait for a time that has been already.
        if ((left.at(-1) ?? now) > now) left.length = 0
        while (left[0] !== undefined && left[0] <= now - limit.perMs) left.shift()
        if (left.length < limit.requests) {
          left.push(now)
          return
        }
        await pace.wait((left[0] ?? now) + limit.perMs - now, signal)
      }
    },
  }
}

/** For providers that name no limit. */
export const noBudget: RequestBudget = { take: async (signal) => signal.throwIfAborted() }

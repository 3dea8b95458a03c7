import type { RequestLimit } from '../core/providerDefinition.ts'
import type { Pace } from './pace.ts'

/** Keeps the requests of one account within what its provider allows. */
export interface RequestBudget {
  /**
   * Resolves when a request may leave, with what to call once when it has ended. Rejects as soon as the signal aborts; then nothing is
   * counted.
   */
  take(signal: AbortSignal): Promise<() => void>
}

/**
 * At most `requests` in any span of `perMs` as the provider sees it. It counts a request somewhere between its departure and its end, so
 * its place is free again `perMs` after the end; then no delay on the way can push two spans together.
 */
export function createRequestBudget(limit: RequestLimit, pace: Pace): RequestBudget {
  /** When the latest requests ended, oldest first. */
  const ended: number[] = []
  let underWay = 0
  let oneEnded = Promise.withResolvers<void>()
  const end = () => {
    underWay -= 1
    ended.push(pace.now())
    oneEnded.resolve()
    oneEnded = Promise.withResolvers()
  }
  const forgetOld = (now: number) => {
    // A clock that was set back would make everybody wait for a time that has been already.
    if ((ended.at(-1) ?? now) > now) ended.length = 0
    while (ended[0] !== undefined && ended[0] <= now - limit.perMs) ended.shift()
  }
  return {
    async take(signal) {
      for (;;) {
        signal.throwIfAborted()
        const now = pace.now()
        forgetOld(now)
        if (underWay + ended.length < limit.requests) {
          underWay += 1
          return once(end)
        }
        if (ended[0] === undefined) await unlessAborted(oneEnded.promise, signal)
        else await pace.wait(ended[0] + limit.perMs - now, signal)
      }
    },
  }
}

/** For providers that name no limit. */
export const noBudget: RequestBudget = {
  async take(signal) {
    signal.throwIfAborted()
    return () => undefined
  },
}

function once(action: () => void): () => void {
  let done = false
  return () => {
    if (!done) action()
    done = true
  }
}

async function unlessAborted(event: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    await Promise.race([event, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

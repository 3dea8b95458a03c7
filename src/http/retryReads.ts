import { ProviderError } from '../core/providerError.ts'
import type { HttpAnswer } from './httpClient.ts'
import type { Pace } from './pace.ts'
import { retryAfterMs } from './retryAfter.ts'
import { isLasting } from './transportError.ts'

const mostAttempts = 4
const firstGapMs = 250
const longestGapMs = 8_000
const passingStatuses = new Set([429, 500, 502, 503, 504])

export interface ReadLimits {
  /** Cancelled by the person. */
  readonly signal: AbortSignal
  /** Ends all attempts and gaps. */
  readonly deadline: AbortSignal
}

/**
 * Repeats a read on 429, 5xx and connection failures with growing, jittered gaps (a longer Retry-After is honoured; one that
 * is too long to wait for ends the attempts).
 * When the attempts are used up, the last answer is returned or the last failure thrown, so that the provider's sentence survives.
 */
export async function retryReads(
  attempt: (deadline: AbortSignal) => Promise<HttpAnswer>,
  limits: ReadLimits,
  pace: Pace,
): Promise<HttpAnswer> {
  for (let n = 1; ; n++) {
    const outcome = await settle(attempt, limits)
    const gap = n < mostAttempts && !limits.deadline.aborted ? gapAfter(outcome, n, pace) : undefined
    if (gap !== undefined) {
      // After a cancelled pause the next attempt sends nothing and says that it was cancelled.
      if ((await pause(gap, limits, pace)) || limits.signal.aborted) continue
    }
    if (outcome instanceof ProviderError) throw outcome
    return outcome
  }
}

async function settle(attempt: (deadline: AbortSignal) => Promise<HttpAnswer>, limits: ReadLimits) {
  try {
    return await attempt(limits.deadline)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return limits.deadline.aborted && !limits.signal.aborted
      ? new ProviderError({ ...error.facts, kind: 'timeout' }, { cause: error })
      : error
  }
}

/** Milliseconds until the next attempt, undefined when the outcome is final. */
function gapAfter(outcome: HttpAnswer | ProviderError, attempts: number, pace: Pace): number | undefined {
  const jittered = Math.min(longestGapMs, firstGapMs * 2 ** (attempts - 1)) * (0.5 + pace.random())
  if (outcome instanceof ProviderError) {
    return outcome.kind === 'network' && !isLasting(outcome.cause) ? jittered : undefined
  }
  if (!passingStatuses.has(outcome.status)) return undefined
  const asked = retryAfterMs(outcome.headers, pace.now())
  if (asked === undefined) return jittered
  // Never sooner than we would have come by ourselves: a date may be past because the clocks differ.
  return asked <= longestGapMs ? Math.max(asked, jittered) : undefined
}

/** False when cancelled or past the deadline. */
async function pause(ms: number, limits: ReadLimits, pace: Pace): Promise<boolean> {
  const signal = AbortSignal.any([limits.signal, limits.deadline])
  try {
    await pace.wait(ms, signal)
    return true
  } catch {
    return false
  }
}

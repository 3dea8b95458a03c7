import type { ChosenRelease } from './previewReleases.ts'
import { type AgreedRelease, type ReleaseOutcome, releaseNumber } from './releaseNumber.ts'
import type { RentTools } from './rentNumber.ts'

/** How one of several releases ended. */
export type ReleaseLineOutcome =
  | ReleaseOutcome
  /** Nothing was sent for it. */
  | { readonly kind: 'notTried' }
  /** A slip of ours. The records know whether the request had left. */
  | { readonly kind: 'broken'; readonly error: unknown }

/** One of several numbers the person agreed to give up. */
export type AgreedReleaseLine = ChosenRelease & AgreedRelease

export interface ReleaseLineResult {
  readonly item: ChosenRelease
  readonly outcome: ReleaseLineOutcome
}

/**
 * Gives up what the person confirmed, one number after the other in their order, each exactly like a single release. Stops after a slip of
 * ours and when `stop` aborts, but never while a request is out. Every number gets a result; never rejects.
 */
export async function releaseSeveral(
  tools: Omit<RentTools, 'driver'>,
  items: readonly AgreedReleaseLine[],
  onStart: (index: number) => void,
  stop: AbortSignal,
): Promise<readonly ReleaseLineResult[]> {
  const results: ReleaseLineResult[] = []
  let broken = false
  for (const [index, item] of items.entries()) {
    if (stop.aborted || broken) {
      results.push({ item, outcome: { kind: 'notTried' } })
      continue
    }
    onStart(index)
    const outcome = await releaseOne(tools, item)
    results.push({ item, outcome })
    broken = outcome.kind === 'broken'
  }
  return results
}

async function releaseOne(tools: Omit<RentTools, 'driver'>, item: AgreedReleaseLine): Promise<ReleaseLineOutcome> {
  try {
    // Stopping is between two numbers: a request that has left cannot be called back.
    return await releaseNumber({ ...tools, driver: item.driver }, item, new AbortController().signal)
  } catch (error) {
    return { kind: 'broken', error }
  }
}

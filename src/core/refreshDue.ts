import type { AccountInventory } from './accountBook.ts'

/** What a provider that turned us away is left alone for when it does not say how long. */
const restMs = 60_000

/** When a provider that had enough of us may be asked again without being told to: epoch milliseconds, undefined when it never complained. */
export function restsUntil({ status }: AccountInventory): number | undefined {
  if (!('error' in status) || status.error.kind !== 'rateLimited') return undefined
  return status.at + (status.error.facts.retryAfterMs ?? restMs)
}

/**
 * True when a list is so old that it should be asked for again without anybody saying so. `maxAgeMs` 0 = never. What was not asked for yet,
 * or needs a person first, is not due.
 */
export function isRefreshDue(entry: AccountInventory, now: number, maxAgeMs: number): boolean {
  const { status, refreshing } = entry
  if (refreshing || maxAgeMs <= 0 || !('at' in status)) return false
  return now - status.at >= maxAgeMs && now >= (restsUntil(entry) ?? 0)
}

import type { AccountInventory } from './accountBook.ts'
import type { Deed } from './journal.ts'
import type { OwnedNumber } from './ownedNumber.ts'

/** What a provider that turned us away is left alone for when it does not say how long. */
const restMs = 60_000

/** When a provider that had enough of us may be asked again without being told to: epoch milliseconds, undefined when it never complained. */
export function restsUntil({ status }: AccountInventory): number | undefined {
  if (!('error' in status) || status.error.kind !== 'rateLimited') return undefined
  return status.at + (status.error.facts.retryAfterMs ?? restMs)
}

/**
 * True when a list should be asked for again without anybody saying so: it is as old as that, or lacks what another window did. `maxAgeMs` 0 = never. What was not asked for yet,
 * or needs a person first, is not due.
 */
export function isRefreshDue(entry: AccountInventory, now: number, maxAgeMs: number, deeds: readonly Deed[]): boolean {
  const { status, refreshing } = entry
  if (refreshing || maxAgeMs <= 0 || !('at' in status) || now < (restsUntil(entry) ?? 0)) return false
  return now - status.at >= maxAgeMs || lacksDeed(entry, deeds)
}

/** True when the records tell of something that was done after the list was read and that the list does not show: another window did it. */
function lacksDeed({ account, listedAt, numbers }: AccountInventory, deeds: readonly Deed[]): boolean {
  if (listedAt === undefined) return false
  const latest = new Map<string, Deed>()
  for (const deed of deeds) {
    const { intent, ending } = deed
    const isNew = ending?.outcome === 'done' && Date.parse(ending.at) > listedAt
    if (isNew && intent.accountId === account.id) latest.set(intent.number, deed)
  }
  if (latest.size === 0) return false
  const shown = new Map(numbers.map((owned) => [owned.number as string, owned]))
  return [...latest].some(([number, deed]) => !isShown(deed, shown.get(number)))
}

function isShown({ intent: { verb } }: Deed, owned: OwnedNumber | undefined): boolean {
  switch (verb) {
    case 'rent':
      return owned !== undefined
    case 'release':
      return owned?.state.kind !== 'active'
    case 'cancelRelease':
      return owned?.state.kind === 'active'
    case 'changeSettings':
      // A list does not show most settings.
      return true
    default:
      return verb satisfies never
  }
}

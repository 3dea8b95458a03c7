import type { Activity, Inventory } from './inventory.ts'
import type { NumberLock } from './numberLock.ts'
import type { E164 } from './phoneNumber.ts'
import { t } from './words.ts'

export interface NumberWork {
  readonly provider: string
  readonly accountId: string
  readonly number: E164
  readonly activity: Activity
}

/** Why nothing was done: somebody else is at it, or the disk does not take what must be on it first. Nothing was sent. */
export type NotStarted =
  | { readonly kind: 'alreadyUnderWay' }
  | { readonly kind: 'notRecorded'; readonly reason: string }

/** Runs `work` while nobody else works on the number, neither in this window nor in another one. */
export async function workOnNumber<Outcome>(
  tools: { readonly inventory: Inventory; readonly lock: NumberLock },
  { provider, accountId, number, activity }: NumberWork,
  work: () => Promise<Outcome>,
): Promise<Outcome | NotStarted> {
  if (!tools.inventory.begin(accountId, number, activity)) return { kind: 'alreadyUnderWay' }
  try {
    const held = await onDisk(() => tools.lock.hold(provider, number))
    if (held.kind === 'notRecorded') return held
    const letGo = held.value
    if (letGo === undefined) return { kind: 'alreadyUnderWay' }
    try {
      return await work()
    } finally {
      await letGo()
    }
  } finally {
    tools.inventory.end(accountId, number)
  }
}

/** What must be on disk before a request leaves: a failure is an outcome, not an accident. */
export async function onDisk<Value>(
  write: () => Promise<Value>,
): Promise<{ readonly kind: 'written'; readonly value: Value } | Extract<NotStarted, { kind: 'notRecorded' }>> {
  try {
    return { kind: 'written', value: await write() }
  } catch (error) {
    return { kind: 'notRecorded', reason: reasonOf(error) }
  }
}

/** What went wrong with the disk, in the system's words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : t('unknown reason')
}

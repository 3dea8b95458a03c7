import type { Inventory } from './inventory.ts'
import { type Deed, isSettled } from './journal.ts'
import type { Log } from './log.ts'
import type { NumberLock } from './numberLock.ts'
import type { ProviderDriver, RentVerdict } from './providerDriver.ts'
import type { Records } from './records.ts'
import { settleByLook } from './settleByLook.ts'
import { settleDeed } from './settleRent.ts'

export interface SettleOpenTools {
  readonly inventory: Inventory
  readonly records: Records
  readonly lock: NumberLock
  readonly log: Log
  readonly now: () => Date
  /** Resolves after so many milliseconds; rejects when aborted. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
  /** Undefined when the account cannot be asked now. */
  readonly driverOf: (accountId: string) => Promise<ProviderDriver | undefined>
}

/** `busy`: another window is working on the number right now. */
export type CheckVerdict = RentVerdict | 'busy' | 'notReady' | 'settledAlready'

/**
 * Asks once more what became of an open rent. The lock makes sure that no window is still waiting for its answer, and the records are read
 * again, because another window may have settled it.
 */
export async function checkOpenRent(tools: SettleOpenTools, deed: Deed): Promise<CheckVerdict> {
  const { intent } = deed
  const letGo = await tools.lock.hold(intent.provider, intent.number)
  if (letGo === undefined) return 'busy'
  try {
    const current = (await tools.records.load()).find((one) => one.intent.id === intent.id)
    if (current === undefined || isSettled(current)) return 'settledAlready'
    const driver = await tools.driverOf(intent.accountId)
    if (driver === undefined) return 'notReady'
    return await settleDeed({ ...tools, driver }, current)
  } finally {
    await letGo()
  }
}

/** Milliseconds after which a number that was held is looked at again: longer than the lock of a dead window lives. */
const againMs = 35_000
/** How often in a row: a living window needs less time than that for any of its work. */
const mostAgain = 5

/**
 * Whenever the complete list of an account arrives, and for those that are there already, settles what an earlier window left open there. Nothing open: nothing is asked. What
 * another window, or the lock of one that died, still holds is looked at again with a fresh list. Returns the way to stop.
 */
export function settleOpenDeeds(tools: SettleOpenTools): () => void {
  const busy = new Set<string>()
  const stopping = new AbortController()
  const report = (error: unknown) => tools.log.error(`What was left open could not be settled: ${nameOf(error)}`)
  const again = async (accountId: string) => {
    await tools.pause(againMs, stopping.signal)
    if ((await openDeedsOf(tools, accountId)).length > 0) await tools.inventory.refresh(accountId)
  }
  const rounds = new Map<string, number>()
  const look = (accountId: string) => {
    const entry = tools.inventory.account(accountId)
    if (busy.has(accountId) || entry === undefined || entry.refreshing || entry.status.kind !== 'complete') return
    busy.add(accountId)
    settleAccount(tools, accountId)
      .finally(() => busy.delete(accountId))
      .then(async (left) => {
        const round = left === 'held' ? (rounds.get(accountId) ?? 0) + 1 : 0
        rounds.set(accountId, round)
        if (round > 0 && round <= mostAgain) await again(accountId)
      })
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) report(error)
      })
  }
  const stop = tools.inventory.onDidChange((change) => {
    if (change.kind === 'account') look(change.accountId)
  })
  for (const { account } of tools.inventory.accounts()) look(account.id)
  return () => {
    stop()
    stopping.abort()
  }
}

async function openDeedsOf(tools: SettleOpenTools, accountId: string): Promise<readonly Deed[]> {
  const deeds = await tools.records.load()
  return deeds.filter((deed) => deed.intent.accountId === accountId && !isSettled(deed) && isAsked(deed))
}

/** Nobody asks what became of a change of settings: the form shows the settings as they are. */
function isAsked({ intent }: Deed): boolean {
  return intent.verb !== 'changeSettings'
}

/** `held`: this or another window works on a number whose deed is still open. */
async function settleAccount(tools: SettleOpenTools, accountId: string): Promise<'settled' | 'held'> {
  let left: 'settled' | 'held' = 'settled'
  for (const deed of await openDeedsOf(tools, accountId)) {
    if ((await settleOne(tools, deed)) === 'busy') left = 'held'
  }
  return left
}

async function settleOne(
  tools: SettleOpenTools,
  deed: Deed,
): Promise<CheckVerdict | Awaited<ReturnType<typeof settleByLook>>> {
  const { accountId, number, verb } = deed.intent
  if (tools.inventory.account(accountId)?.activities.has(number)) return 'busy'
  switch (verb) {
    case 'rent':
      return await checkOpenRent(tools, deed)
    case 'release':
    case 'cancelRelease':
      return await settleByLook(tools, deed, verb)
    case 'changeSettings':
      return 'settled'
    default:
      return verb satisfies never
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.message : typeof error
}

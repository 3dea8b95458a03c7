import type { Account } from './account.ts'
import { failureNote, lostAnswerNote } from './failureNote.ts'
import type { Ending } from './journal.ts'
import { notDone } from './notDone.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import type { E164 } from './phoneNumber.ts'
import { ProviderError } from './providerError.ts'
import type { RentTools } from './rentNumber.ts'
import { longestLookMs } from './settleRent.ts'
import { t } from './words.ts'
import { type NotStarted, onDisk, reasonOf, workOnNumber } from './workOnNumber.ts'

/** How taking a release back ended. */
export type CancelReleaseOutcome =
  | { readonly kind: 'done' }
  /** The number stays released. */
  | { readonly kind: 'refused'; readonly error: ProviderError }
  /** The request left and asking afterwards did not tell. */
  | { readonly kind: 'unknown'; readonly error: ProviderError }
  | NotStarted

/** Takes a release back: one request, recorded before and after. A lost answer is settled by looking for the number. */
export async function cancelRelease(
  tools: RentTools,
  account: Account,
  number: E164,
  signal: AbortSignal,
): Promise<CancelReleaseOutcome> {
  const work = { provider: account.provider, accountId: account.id, number, activity: 'cancellingRelease' } as const
  return await workOnNumber(tools, work, () => cancelOnce(tools, account, number, signal))
}

async function cancelOnce(
  tools: RentTools,
  account: Account,
  number: E164,
  signal: AbortSignal,
): Promise<CancelReleaseOutcome> {
  const id = tools.newId()
  const written = await onDisk(() =>
    tools.records.intend({
      ...{ id, verb: 'cancelRelease', provider: account.provider, accountId: account.id, account: account.label },
      ...{ sandbox: account.sandbox, number, at: tools.now().toISOString() },
    }),
  )
  if (written.kind === 'notRecorded') return written
  const outcome = await send(tools, account.id, number, signal)
  await conclude(tools, { id, at: tools.now().toISOString(), ...endingOf(outcome) })
  if (outcome.kind !== 'found') return outcome
  return outcome.back ? { kind: 'done' } : { kind: 'refused', error: notDone(outcome.lost) }
}

type SendOutcome =
  | Extract<CancelReleaseOutcome, { kind: 'done' | 'refused' | 'unknown' }>
  /** The answer was lost; the number itself shows what became of it. */
  | { readonly kind: 'found'; readonly back: boolean; readonly lost: ProviderError }

async function send(tools: RentTools, accountId: string, number: E164, signal: AbortSignal): Promise<SendOutcome> {
  try {
    await tools.driver.cancelRelease(number, signal)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return error.kind === 'unknownOutcome' ? await settle(tools, number, error) : { kind: 'refused', error }
  }
  // The row is a courtesy. When it cannot be read, the list brings it or says that it is not complete.
  if ((await look(tools, number)) !== 'back') void tools.inventory.refresh(accountId)
  return { kind: 'done' }
}

/** Milliseconds before each look at a number whose request got no answer. */
const gapsMs = [500, 2_000, 5_000]

/** The answer is lost: what the provider says of the number decides. "Not back" is believed only from the last look. */
async function settle(tools: RentTools, number: E164, lost: ProviderError): Promise<SendOutcome> {
  const signal = new AbortController().signal
  let seen: Awaited<ReturnType<typeof look>> = 'unreadable'
  for (const gap of gapsMs) {
    await tools.pause(gap, signal)
    seen = await look(tools, number)
    if (seen === 'back') return { kind: 'found', back: true, lost }
  }
  return seen === 'away' ? { kind: 'found', back: false, lost } : { kind: 'unknown', error: lost }
}

/** Whether the number is ours again; its row is shown when it is. */
async function look({ driver, inventory }: RentTools, number: E164): Promise<'back' | 'away' | 'unreadable'> {
  try {
    const now = await driver.getOwned(number, AbortSignal.timeout(longestLookMs))
    if (now === undefined || !isKept(now)) return 'away'
    inventory.put(now)
    return 'back'
  } catch (error) {
    if (error instanceof ProviderError) return 'unreadable'
    throw error
  }
}

function isKept({ state }: OwnedNumber): boolean {
  return state.kind !== 'released' && state.kind !== 'releasing'
}

function endingOf(outcome: SendOutcome): Omit<Ending, 'id' | 'at'> {
  if (outcome.kind === 'done') return { outcome: 'done' }
  if (outcome.kind === 'found') {
    return outcome.back
      ? { outcome: 'done', note: t('The answer was lost. The account has the number again.') }
      : { outcome: 'refused', note: lostAnswerNote(outcome.lost, t('The account does not have the number.')) }
  }
  const { requestId } = outcome.error.facts
  return {
    ...{ outcome: outcome.kind, note: failureNote(outcome.error) },
    ...(requestId === undefined ? {} : { requestId }),
  }
}

async function conclude(tools: RentTools, ending: Ending): Promise<void> {
  try {
    await tools.records.conclude(ending)
  } catch (error) {
    tools.log.error(`The end of taking a release back could not be written down: ${reasonOf(error)}`)
  }
}

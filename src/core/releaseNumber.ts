import type { Account } from './account.ts'
import { failureNote, lostAnswerNote } from './failureNote.ts'
import type { Ending, Intent } from './journal.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import type { ReleaseReceipt } from './providerDriver.ts'
import { ProviderError, type ProviderErrorKind } from './providerError.ts'
import { endingOfReceipt, receiptOf, withTakeBack } from './releaseReceipts.ts'
import type { RentTools } from './rentNumber.ts'
import { longestLookMs } from './settleRent.ts'
import { t } from './words.ts'
import { type NotStarted, onDisk, reasonOf, workOnNumber } from './workOnNumber.ts'

/** How a confirmed release ended. */
export type ReleaseOutcome =
  | { readonly kind: 'done'; readonly receipt: ReleaseReceipt }
  /** The number is still rented. */
  | { readonly kind: 'refused'; readonly error: ProviderError }
  /** The request left and asking afterwards did not tell. */
  | { readonly kind: 'unknown'; readonly error: ProviderError }
  | NotStarted

type ReleaseTools = RentTools

export interface AgreedRelease {
  readonly account: Account
  readonly owned: OwnedNumber
  /** Days for which the release can be taken back, when the preview said so. */
  readonly takeBackDays?: number
}

/** Gives up what the person confirmed: one request, after the intent is on disk. The row then shows what the provider says, or is gone. */
export async function releaseNumber(
  tools: ReleaseTools,
  agreed: AgreedRelease,
  signal: AbortSignal,
): Promise<ReleaseOutcome> {
  const { account, owned } = agreed
  const work = {
    provider: account.provider,
    accountId: account.id,
    number: owned.number,
    activity: 'releasing',
  } as const
  return await workOnNumber(tools, work, () => releaseOnce(tools, agreed, signal))
}

async function releaseOnce(tools: ReleaseTools, agreed: AgreedRelease, signal: AbortSignal): Promise<ReleaseOutcome> {
  const intent = intentOf(tools, agreed)
  const written = await onDisk(() => tools.records.intend(intent))
  if (written.kind === 'notRecorded') return written
  const outcome = withPreview(await send(tools, agreed, signal), intent)
  await conclude(tools, { id: intent.id, at: tools.now().toISOString(), ...endingOf(outcome) })
  return outcome.kind === 'found' ? { kind: 'done', receipt: outcome.receipt } : outcome
}

const dayMs = 86_400_000

function intentOf(tools: ReleaseTools, { account, owned, takeBackDays }: AgreedRelease): Intent {
  const now = tools.now()
  return {
    ...{ id: tools.newId(), verb: 'release', provider: account.provider, accountId: account.id },
    ...{ account: account.label, sandbox: account.sandbox, number: owned.number, at: now.toISOString() },
    price: owned.price,
    ...(owned.country === undefined ? {} : { country: owned.country }),
    // Counted from before the request, so it never promises more than the provider grants.
    ...(takeBackDays === undefined
      ? {}
      : { takeBackUntil: new Date(now.getTime() + takeBackDays * dayMs).toISOString() }),
  }
}

type SendOutcome =
  | Extract<ReleaseOutcome, { kind: 'done' | 'refused' | 'unknown' }>
  /** The answer was lost; the number itself shows that it was released. */
  | { readonly kind: 'found'; readonly receipt: ReleaseReceipt }

/** What the preview told is used where the release itself did not tell it. A number that was gone before is not ours to take back. */
function withPreview(outcome: SendOutcome, { takeBackUntil }: Intent): SendOutcome {
  const isOurs = outcome.kind === 'found' || (outcome.kind === 'done' && outcome.receipt.kind === 'released')
  return isOurs ? { ...outcome, receipt: withTakeBack(outcome.receipt, takeBackUntil) } : outcome
}

/** Refusals that are about the number itself: somebody else may have released it meanwhile. */
const aboutTheNumber: ReadonlySet<ProviderErrorKind> = new Set(['invalid', 'notFound', 'taken'])

async function send(tools: ReleaseTools, { account, owned }: AgreedRelease, signal: AbortSignal): Promise<SendOutcome> {
  try {
    const receipt = await tools.driver.release(owned, signal)
    if (receipt.kind === 'alreadyGone') return await believeGone(tools, account, owned)
    showReleased(tools, owned, receipt)
    return { kind: 'done', receipt }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    if (error.kind === 'unknownOutcome') return await settle(tools, owned, error)
    const seen = aboutTheNumber.has(error.kind) ? await look(tools, owned) : undefined
    return seen?.receipt === undefined ? { kind: 'refused', error } : { kind: 'done', receipt: seen.receipt }
  }
}

/** "Not found" may be about the account or the address: only the number itself shows that it is gone. When it cannot be read, that word counts. */
async function believeGone(tools: ReleaseTools, { provider }: Account, owned: OwnedNumber): Promise<SendOutcome> {
  const seen = await look(tools, owned)
  if (seen !== undefined && seen.receipt === undefined) {
    const detail = 'the release was answered with "not found", but the account still has the number'
    const facts = { kind: 'notFound', provider, operation: 'release', detail } as const
    return { kind: 'refused', error: new ProviderError(facts) }
  }
  if (seen === undefined) tools.inventory.remove(owned.accountId, owned.number)
  return { kind: 'done', receipt: seen?.receipt ?? { kind: 'alreadyGone' } }
}

function showReleased({ inventory }: ReleaseTools, owned: OwnedNumber, receipt: ReleaseReceipt): void {
  if (receipt.kind !== 'leavingAt') {
    inventory.remove(owned.accountId, owned.number)
    return
  }
  const { until } = receipt
  inventory.put({ ...owned, state: { kind: 'releasing', ...(until === undefined ? {} : { until }) } })
}

/** Milliseconds before each look at a number whose release got no answer. */
const gapsMs = [500, 2_000, 5_000]

/** The answer is lost: what the provider says of the number decides. "Still there" is believed only from the last look. */
async function settle(tools: ReleaseTools, owned: OwnedNumber, lost: ProviderError): Promise<SendOutcome> {
  const signal = new AbortController().signal
  let outcome: SendOutcome = { kind: 'unknown', error: lost }
  for (const gap of gapsMs) {
    await tools.pause(gap, signal)
    const seen = await look(tools, owned)
    if (seen?.receipt !== undefined) return { kind: 'found', receipt: seen.receipt }
    outcome = { kind: seen === undefined ? 'unknown' : 'refused', error: lost }
  }
  return outcome
}

/** What the number shows of its release, and its row with it. Undefined when it cannot be read. */
async function look(
  { driver, inventory }: ReleaseTools,
  owned: OwnedNumber,
): Promise<{ readonly receipt: ReleaseReceipt | undefined } | undefined> {
  try {
    const now = await driver.getOwned(owned.number, AbortSignal.timeout(longestLookMs))
    if (now === undefined) inventory.remove(owned.accountId, owned.number)
    else inventory.put(now)
    return { receipt: receiptOf(now) }
  } catch (error) {
    if (error instanceof ProviderError) return undefined
    throw error
  }
}

function endingOf(outcome: SendOutcome): Omit<Ending, 'id' | 'at'> {
  switch (outcome.kind) {
    case 'done':
      return endingOfReceipt(outcome.receipt)
    case 'found':
      return { ...endingOfReceipt(outcome.receipt), note: foundNote(outcome.receipt) }
    case 'refused':
    case 'unknown': {
      const { error } = outcome
      const { requestId } = error.facts
      const stillThere = outcome.kind === 'refused' && error.kind === 'unknownOutcome'
      return {
        ...{ outcome: outcome.kind, note: stillThere ? lostAnswerNote(error, stillThereNote) : failureNote(error) },
        ...(requestId === undefined ? {} : { requestId }),
      }
    }
    default:
      return outcome satisfies never
  }
}

const stillThereNote = t('The account still has the number.')

function foundNote({ kind }: ReleaseReceipt): string {
  return kind === 'leavingAt'
    ? t('The answer was lost. The account says that the number is leaving.')
    : t('The answer was lost. The account does not have the number any more.')
}

async function conclude(tools: ReleaseTools, ending: Ending): Promise<void> {
  try {
    await tools.records.conclude(ending)
  } catch (error) {
    tools.log.error(`The end of a release could not be written down: ${reasonOf(error)}`)
  }
}

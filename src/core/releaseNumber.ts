import type { Account } from './account.ts'
import type { Ending } from './journal.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import type { ReleaseReceipt } from './providerDriver.ts'
import { ProviderError } from './providerError.ts'
import type { RentTools } from './rentNumber.ts'
import { longestLookMs } from './settleRent.ts'
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
  const { account, owned } = agreed
  const id = tools.newId()
  const written = await onDisk(() =>
    tools.records.intend({
      ...{ id, verb: 'release', provider: account.provider, accountId: account.id, account: account.label },
      ...{ sandbox: account.sandbox, number: owned.number, at: tools.now().toISOString(), price: owned.price },
      ...(owned.country === undefined ? {} : { country: owned.country }),
    }),
  )
  if (written.kind === 'notRecorded') return written
  const outcome = await send(tools, agreed, signal)
  await conclude(tools, { id, at: tools.now().toISOString(), ...endingOf(outcome) })
  return outcome.kind === 'found' ? { kind: 'done', receipt: outcome.receipt } : outcome
}

type SendOutcome =
  | Extract<ReleaseOutcome, { kind: 'done' | 'refused' | 'unknown' }>
  /** The answer was lost; the number itself shows that it was released. */
  | { readonly kind: 'found'; readonly receipt: ReleaseReceipt }

async function send(tools: ReleaseTools, { account, owned }: AgreedRelease, signal: AbortSignal): Promise<SendOutcome> {
  try {
    const receipt = await tools.driver.release(owned, signal)
    if (receipt.kind === 'alreadyGone' && (await isStillOurs(tools, owned))) {
      const detail = 'the release was answered with "not found", but the account still has the number'
      return { kind: 'refused', error: new ProviderError({ ...notFoundAt(account), detail }) }
    }
    showReleased(tools, owned, receipt)
    return { kind: 'done', receipt }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    if (error.kind !== 'unknownOutcome') return { kind: 'refused', error }
    return await settle(tools, owned, error)
  }
}

function notFoundAt({ provider }: Account) {
  return { kind: 'notFound', provider, operation: 'release' } as const
}

/** "Not found" may be about the account or the address: only the number itself shows that it is gone. When it cannot be read, that word counts. */
async function isStillOurs(tools: ReleaseTools, owned: OwnedNumber): Promise<boolean> {
  try {
    const now = await tools.driver.getOwned(owned.number, AbortSignal.timeout(longestLookMs))
    if (now === undefined || receiptOf(now) !== undefined) return false
    tools.inventory.put(now)
    return true
  } catch (error) {
    if (error instanceof ProviderError) return false
    throw error
  }
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
    outcome = await look(tools, owned, lost)
    if (outcome.kind === 'found') return outcome
  }
  return outcome
}

async function look(tools: ReleaseTools, owned: OwnedNumber, lost: ProviderError): Promise<SendOutcome> {
  const { driver, inventory } = tools
  try {
    const now = await driver.getOwned(owned.number, AbortSignal.timeout(longestLookMs))
    if (now === undefined) inventory.remove(owned.accountId, owned.number)
    else inventory.put(now)
    const receipt = receiptOf(now)
    return receipt === undefined ? { kind: 'refused', error: lost } : { kind: 'found', receipt }
  } catch (error) {
    if (error instanceof ProviderError) return { kind: 'unknown', error: lost }
    throw error
  }
}

/** What a number's row says of its release, undefined when it is simply owned. */
function receiptOf(now: OwnedNumber | undefined): ReleaseReceipt | undefined {
  if (now === undefined) return { kind: 'alreadyGone' }
  if (now.state.kind === 'releasing') {
    const { until } = now.state
    return { kind: 'leavingAt', ...(until === undefined ? {} : { until }) }
  }
  if (now.state.kind === 'released') {
    const { cancellableUntil } = now.state
    return { kind: 'released', ...(cancellableUntil === undefined ? {} : { cancellableUntil }) }
  }
  return undefined
}

function endingOf(outcome: SendOutcome): Omit<Ending, 'id' | 'at'> {
  if (outcome.kind === 'found' && outcome.receipt.kind === 'alreadyGone') {
    return { outcome: 'done', note: 'The answer was lost. The account does not have the number any more.' }
  }
  if (outcome.kind === 'refused' || outcome.kind === 'unknown') {
    const { sentence, requestId, kind } = outcome.error.facts
    return {
      ...{ outcome: outcome.kind, note: sentence ?? kind },
      ...(requestId === undefined ? {} : { requestId }),
    }
  }
  const { receipt } = outcome
  switch (receipt.kind) {
    case 'alreadyGone':
      return { outcome: 'done', note: 'The number was gone already.' }
    case 'leavingAt':
      return {
        ...{ outcome: 'done' },
        ...(receipt.until === undefined ? {} : { until: receipt.until }),
        ...(receipt.requestId === undefined ? {} : { requestId: receipt.requestId }),
      }
    case 'released':
      return {
        ...{ outcome: 'done' },
        ...(receipt.fee === undefined ? {} : { fee: receipt.fee }),
        ...(receipt.cancellableUntil === undefined ? {} : { cancellableUntil: receipt.cancellableUntil }),
        ...(receipt.requestId === undefined ? {} : { requestId: receipt.requestId }),
      }
    default:
      return receipt satisfies never
  }
}

async function conclude(tools: ReleaseTools, ending: Ending): Promise<void> {
  try {
    await tools.records.conclude(ending)
  } catch (error) {
    tools.log.error(`The end of a release could not be written down: ${reasonOf(error)}`)
  }
}

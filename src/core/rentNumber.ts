import type { Account } from './account.ts'
import { failureNote, lostAnswerNote } from './failureNote.ts'
import { openRents } from './journal.ts'
import type { Log } from './log.ts'
import type { NumberLock } from './numberLock.ts'
import type { Offer } from './offer.ts'
import { foundOwned, ownedAlready } from './ownedAlready.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import type { RentOrder, RentReceipt } from './providerDriver.ts'
import { ProviderError, type ProviderErrorKind } from './providerError.ts'
import { notOwnedNote, type SettleTools, settleDeed, settledNotes, settleRent, showRented } from './settleRent.ts'
import { t } from './words.ts'
import { type NotStarted, onDisk, reasonOf, workOnNumber } from './workOnNumber.ts'

/** How a confirmed rent ended. */
export type RentOutcome =
  | { readonly kind: 'rented'; readonly owned?: OwnedNumber; readonly receipt?: RentReceipt }
  /** The account owns the number already, perhaps rented in another window: nothing was sent, or it was refused. */
  | { readonly kind: 'alreadyOwned'; readonly refusal?: ProviderError }
  /** Nothing was rented. */
  | { readonly kind: 'refused'; readonly error: ProviderError }
  /** The request left, and asking afterwards did not tell. It may cost money. */
  | { readonly kind: 'unknown'; readonly error: ProviderError }
  | NotStarted
  /** An earlier rent of this number is still open; nothing was sent. */
  | { readonly kind: 'earlierUnknown' }

export interface RentTools extends SettleTools {
  readonly lock: NumberLock
  readonly log: Log
  readonly newId: () => string
}

/** What the person agreed to. */
export interface AgreedRent {
  readonly account: Account
  readonly offer: Offer
  readonly order: RentOrder
}

/**
 * Rents what the person confirmed: at most one request, sent only after the intent is on disk and while no other window works on the
 * number. When its answer is lost the provider is asked, not told, until it says whether the account owns the number.
 */
export async function rentNumber(tools: RentTools, agreed: AgreedRent, signal: AbortSignal): Promise<RentOutcome> {
  const { account, order } = agreed
  const work = { provider: account.provider, accountId: account.id, number: order.number, activity: 'renting' } as const
  return await workOnNumber(
    tools,
    work,
    async () =>
      (await settleEarlier(tools, agreed)) ??
      ((await ownedAlready(tools.inventory, account.id, order.number)) === undefined
        ? await rentOnce(tools, agreed, signal)
        : { kind: 'alreadyOwned' }),
  )
}

/** Undefined when no earlier rent of this number is open any more and the way is free. */
async function settleEarlier(tools: RentTools, { account, order }: AgreedRent): Promise<RentOutcome | undefined> {
  const recorded = await onDisk(() => tools.records.load())
  if (recorded.kind === 'notRecorded') return recorded
  const open = openRents(recorded.value).filter(
    ({ intent }) => intent.accountId === account.id && intent.number === order.number,
  )
  for (const deed of open) {
    const verdict = await settleDeed(tools, deed)
    if (verdict === 'rented') return { kind: 'alreadyOwned' }
    if (verdict === 'unknown') return { kind: 'earlierUnknown' }
  }
  return undefined
}

async function rentOnce(tools: RentTools, agreed: AgreedRent, signal: AbortSignal): Promise<RentOutcome> {
  const id = tools.newId()
  const written = await onDisk(() => tools.records.intend(intentOf(tools, agreed, id)))
  if (written.kind === 'notRecorded') return written
  const outcome = await send(tools, agreed, signal)
  await conclude(tools, id, outcome)
  return outcome
}

function intentOf(tools: RentTools, { account, offer, order }: AgreedRent, id: string) {
  return {
    ...{ id, verb: 'rent' as const, provider: account.provider, accountId: account.id, account: account.label },
    ...{ sandbox: account.sandbox, number: order.number, at: tools.now().toISOString() },
    ...{ price: offer.price, setup: offer.setup },
    ...(order.country === undefined ? {} : { country: order.country }),
  }
}

type SendOutcome = Extract<RentOutcome, { kind: 'rented' | 'alreadyOwned' | 'refused' | 'unknown' }>

/** Refusals that a provider gives of a number which the account owns. */
const mayBeOurs: ReadonlySet<ProviderErrorKind> = new Set(['taken', 'invalid'])

async function send(tools: RentTools, { account, order }: AgreedRent, signal: AbortSignal): Promise<SendOutcome> {
  try {
    const receipt = await tools.driver.rent(order, signal)
    const owned = await showRented(tools, account.id, order)
    return { kind: 'rented', receipt, ...(owned === undefined ? {} : { owned }) }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    if (mayBeOurs.has(error.kind) && (await foundOwned(tools, account, order))) {
      return { kind: 'alreadyOwned', refusal: error }
    }
    if (error.kind !== 'unknownOutcome') return { kind: 'refused', error }
    const verdict = await settleRent(tools, order)
    if (verdict === 'unknown') return { kind: 'unknown', error }
    if (verdict === 'notRented') return { kind: 'refused', error }
    const owned = await showRented(tools, account.id, order)
    return { kind: 'rented', ...(owned === undefined ? {} : { owned }) }
  }
}

/** The answer was lost, and asking afterwards told that nothing was rented. */
function wasSettled(outcome: Extract<SendOutcome, { kind: 'refused' | 'unknown' }>): boolean {
  return outcome.kind === 'refused' && outcome.error.kind === 'unknownOutcome'
}

/** An ending that cannot be written leaves the intent open: it is settled at the next start. */
async function conclude(tools: RentTools, id: string, outcome: SendOutcome): Promise<void> {
  const at = tools.now().toISOString()
  try {
    if (outcome.kind === 'rented') {
      const { requestId, charged, note } = outcome.receipt ?? { note: settledNotes.rented }
      await tools.records.conclude({
        ...{ id, at, outcome: 'done' },
        ...(requestId === undefined ? {} : { requestId }),
        ...(charged === undefined ? {} : { charged }),
        ...(note === undefined ? {} : { note }),
      })
      return
    }
    if (outcome.kind === 'alreadyOwned') {
      await tools.records.conclude({ id, at, outcome: 'refused', note: ownedBeforeNote(outcome.refusal) })
      return
    }
    const { error } = outcome
    const { requestId } = error.facts
    const note = wasSettled(outcome) ? lostAnswerNote(error, notOwnedNote) : failureNote(error)
    await tools.records.conclude({
      ...{ id, at, outcome: outcome.kind, note },
      ...(requestId === undefined ? {} : { requestId }),
    })
  } catch (error) {
    tools.log.error(`The end of a rent could not be written down: ${reasonOf(error)}`)
  }
}

function ownedBeforeNote(refusal: ProviderError | undefined): string {
  const said = refusal?.facts.sentence
  return said === undefined
    ? t('The account owned the number already.')
    : t('The account owned the number already. The provider said: {0}', said)
}

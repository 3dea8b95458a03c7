import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { E164 } from '../../core/phoneNumber.ts'
import { decimalText, displayAmount, type Money, oncePrice } from '../../core/price.ts'
import type { ReleaseFee, ReleasePreview, ReleaseReceipt } from '../../core/providerDriver.ts'
import { ProviderError, type ProviderErrorKind } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import { plainSentence, readAnswer } from '../../http/answers.ts'
import { type Call, numberPath, successful, type TryvoxAccount } from './tryvoxAccount.ts'
import { isTryvoxNotFound, tryvoxFailure } from './tryvoxErrors.ts'
import { instant } from './tryvoxMapping.ts'
import { releasePreview, releaseReceipt, type WirePreview, type WireReceipt } from './tryvoxSchemas.ts'

const mostWarnings = 10
/** Ten years: more is no cooling-off period but a slip. */
const mostDays = 3_650
const atOnce = t('The number stops working at once.')

/** Failures that say nothing about the fee except that it is not known. */
const feeUnknown: ReadonlySet<ProviderErrorKind> = new Set([
  'invalid',
  'notFound',
  'rateLimited',
  'timeout',
  'unexpected',
  'unsupported',
])

/** TryVox's own preview. When it cannot be had, the release stays possible and its fee is called unknown. */
export async function previewRelease(account: TryvoxAccount, owned: OwnedNumber, call: Call): Promise<ReleasePreview> {
  if (owned.state.kind === 'released') {
    return {
      possible: false,
      consequences: [t('The number is released already.')],
      warnings: [],
      fee: { kind: 'none' },
    }
  }
  try {
    const answer = await account.ask(`${numberPath(owned.number, call.operation)}/release-preview`, {}, call)
    return previewFrom(readAnswer('tryvox', successful(answer), releasePreview))
  } catch (error) {
    if (!(error instanceof ProviderError) || !feeUnknown.has(error.kind)) throw error
    const reason = error.facts.sentence ?? t('TryVox could not be asked for the fee now.')
    return {
      possible: true,
      consequences: [atOnce, takenBack(undefined)],
      warnings: [],
      fee: { kind: 'unknown', reason },
    }
  }
}

function previewFrom(wire: WirePreview): ReleasePreview {
  const possible = wire.can_release !== false
  const warnings = wire.warnings.map(plainSentence).filter((warning) => warning !== '')
  const days = wire.cooling_off_period_days ?? 0
  return {
    possible,
    ...(possible && days > 0 && days <= mostDays ? { takeBackDays: days } : {}),
    consequences: possible ? [atOnce, takenBack(wire.cooling_off_period_days)] : [t('TryVox does not release it now.')],
    warnings: warnings.slice(0, mostWarnings),
    fee: feeFrom(wire),
  }
}

function takenBack(days: number | null | undefined): string {
  if (days === undefined || days === null)
    return t('It can be taken back for a while; TryVox did not say for how long.')
  if (days === 0) return t('It cannot be taken back.')
  return days === 1
    ? t('The release can be taken back for 1 day; after that anybody can rent it.')
    : t('The release can be taken back for {0} days; after that anybody can rent it.', days)
}

function feeFrom(wire: Pick<WirePreview, 'early_termination_fee' | 'currency'>): ReleaseFee {
  const text = decimalText(wire.early_termination_fee)
  if (text !== undefined && displayAmount(text) === '0.00') return { kind: 'none' }
  const money = moneyFrom(wire)
  return money === undefined
    ? { kind: 'unknown', reason: t('TryVox did not say the fee in a readable way.') }
    : { kind: 'fee', money }
}

function moneyFrom(wire: Pick<WireReceipt, 'early_termination_fee' | 'currency'>): Money | undefined {
  const price = oncePrice(wire.early_termination_fee, wire.currency ?? undefined)
  return price.kind === 'once' ? price.money : undefined
}

/** Sends one release request. Any 2xx counts, also an empty one; the receipt's fee is the one that is really charged. */
export async function releaseOwned(account: TryvoxAccount, owned: OwnedNumber, call: Call): Promise<ReleaseReceipt> {
  const { number, state } = owned
  if (state.kind === 'released') return { kind: 'alreadyGone' }
  const answer = await account.remove(numberPath(number, call.operation), call)
  if (isTryvoxNotFound(answer)) return { kind: 'alreadyGone' }
  if (successful(answer).text.trim() === '') return { kind: 'released' }
  const wire = readAnswer('tryvox', answer, releaseReceipt)
  if (wire.e164.trim() !== number) {
    const { status } = answer
    throw tryvoxFailure('unknownOutcome', 'release', { status, detail: t('the answer is about another number') })
  }
  const fee = moneyFrom(wire)
  const until = cancellableUntil(wire)
  return {
    kind: 'released',
    ...(fee === undefined ? {} : { fee }),
    ...(until === undefined ? {} : { cancellableUntil: until }),
  }
}

/** Until when the release can be taken back. Nothing but the receipt says it, and no later answer repeats it. */
export function cancellableUntil(receipt: Pick<WireReceipt, 'available_after'>): string | undefined {
  return instant(receipt.available_after)
}

/** Takes a release back. What the answer contains is not documented: every 2xx counts. */
export async function cancelRelease(account: TryvoxAccount, number: E164, call: Call): Promise<void> {
  successful(await account.post(`${numberPath(number, call.operation)}/cancel-release`, undefined, call))
}

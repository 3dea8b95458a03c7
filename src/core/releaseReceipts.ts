import type { Ending } from './journal.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import type { ReleaseReceipt } from './providerDriver.ts'
import { t } from './words.ts'

/** What a number's row says of its release, undefined when it is simply owned. */
export function receiptOf(now: OwnedNumber | undefined): ReleaseReceipt | undefined {
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

/**
 * The receipt of a release that was ours, with the end of the time in which it can be taken back where only the preview told it. What
 * nobody says stays unsaid.
 */
export function withTakeBack(receipt: ReleaseReceipt, takeBackUntil: string | undefined): ReleaseReceipt {
  if (takeBackUntil === undefined || receipt.kind === 'leavingAt') return receipt
  if (receipt.kind === 'alreadyGone') return { kind: 'released', cancellableUntil: takeBackUntil }
  return receipt.cancellableUntil === undefined ? { ...receipt, cancellableUntil: takeBackUntil } : receipt
}

/** The end of a release in the records: what its receipt says. */
export function endingOfReceipt(receipt: ReleaseReceipt): Omit<Ending, 'id' | 'at'> {
  switch (receipt.kind) {
    case 'alreadyGone':
      return { outcome: 'done', note: t('The number was gone already.') }
    case 'leavingAt': {
      const { until, requestId } = receipt
      return {
        ...{ outcome: 'done' },
        ...(until === undefined ? {} : { until }),
        ...(requestId === undefined ? {} : { requestId }),
      }
    }
    case 'released': {
      const { fee, cancellableUntil, requestId } = receipt
      return {
        ...{ outcome: 'done' },
        ...(fee === undefined ? {} : { fee }),
        ...(cancellableUntil === undefined ? {} : { cancellableUntil }),
        ...(requestId === undefined ? {} : { requestId }),
      }
    }
    default:
      return receipt satisfies never
  }
}

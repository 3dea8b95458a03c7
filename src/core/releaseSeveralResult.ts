import type { Account } from './account.ts'
import type { ReleaseReceipt } from './providerDriver.ts'
import type { ProviderError } from './providerError.ts'
import type { ReleaseLineResult } from './releaseSeveral.ts'
import type { ResultMessage, ResultWords } from './rentSeveralResult.ts'
import { shortFailure } from './shortFailure.ts'
import { t } from './words.ts'

export interface ReleaseResultWords extends ResultWords {
  /** An ISO instant or day as people write days. */
  readonly day: (iso: string) => string
}

/** What became of several releases, in one message: what nobody knows first, then what was released, then what was not and why. */
export function releaseSeveralResult(results: readonly ReleaseLineResult[], words: ReleaseResultWords): ResultMessage {
  const { format } = words
  const unknown = results.filter(({ outcome }) => outcome.kind === 'unknown' || outcome.kind === 'broken')
  const released = results.flatMap(({ item, outcome }) =>
    outcome.kind === 'done' ? [receiptText(format(item.owned.number), outcome.receipt, words)] : [],
  )
  const refused = results.flatMap((result) => refusal(result, words))
  const notTried = results.filter(({ outcome }) => outcome.kind === 'notTried')
  const numbers = (some: readonly ReleaseLineResult[]) => some.map(({ item }) => format(item.owned.number)).join(', ')
  const sentences = [
    ...(unknown.length === 0
      ? []
      : [t('Outcome unknown, it may be gone: {0}. Refresh before you try once more.', numbers(unknown))]),
    released.length === 0
      ? t('Released 0 of {0}.', results.length)
      : t('Released {0} of {1}: {2}.', released.length, results.length, released.join(', ')),
    ...(refused.length === 0 ? [] : [t('Not released: {0}.', refused.join('; '))]),
    ...(notTried.length === 0 ? [] : [t('Not tried: {0}.', numbers(notTried))]),
  ]
  return { severity: released.length === results.length ? 'information' : 'warning', message: sentences.join(' ') }
}

/** The number, and in brackets what else to know. */
function receiptText(number: string, receipt: ReleaseReceipt, { day }: ReleaseResultWords): string {
  switch (receipt.kind) {
    case 'alreadyGone':
      return t('{0} (gone already)', number)
    case 'leavingAt':
      return receipt.until === undefined ? number : t('{0} (works until {1})', number, day(receipt.until))
    case 'released':
      return receipt.cancellableUntil === undefined
        ? number
        : t('{0} (can be taken back until {1})', number, day(receipt.cancellableUntil))
    default:
      return receipt satisfies never
  }
}

function refusal({ item, outcome }: ReleaseLineResult, words: ReleaseResultWords): string[] {
  const named = (why: string) => [`${words.format(item.owned.number)} (${why})`]
  if (outcome.kind === 'refused') return named(refusedBecause(outcome.error, item.account, words))
  if (outcome.kind === 'alreadyUnderWay') return named(t('it is being worked on already, perhaps in another window'))
  if (outcome.kind === 'notRecorded')
    return named(t('the record of it could not be written to disk, {0}', outcome.reason))
  return []
}

/** A lost answer that counts as refused: the provider was asked and says that the account still owns the number. */
function refusedBecause(error: ProviderError, account: Account, { providerOf }: ReleaseResultWords): string {
  const provider = providerOf(account)
  if (error.kind === 'unknownOutcome') return t('the answer was lost, and {0} says that it is still yours', provider)
  return shortFailure(error, provider)
}

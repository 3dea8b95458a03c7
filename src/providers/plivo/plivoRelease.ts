import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { ReleasePreview, ReleaseReceipt } from '../../core/providerDriver.ts'
import { t } from '../../core/words.ts'
import { answerError, isSuccess, jsonOrUndefined } from '../../http/answers.ts'
import { digitsForPath, type PlivoAccount } from './plivoAccount.ts'
import { isPlivoNotFound, plivoError, requestIdOf } from './plivoErrors.ts'

/** What releasing means at Plivo, from its support pages. Nothing is asked. */
export function previewRelease(): ReleasePreview {
  return {
    possible: true,
    consequences: [
      t('Plivo takes the number back at once. This cannot be undone.'),
      t('The current month is not refunded.'),
      t('Plivo holds the number for about 10 days, then it goes back to the carrier.'),
    ],
    warnings: [],
    fee: { kind: 'none' },
  }
}

/** Sends one release request. Plivo's own 404 means that the number is already gone. */
export async function release(account: PlivoAccount, owned: OwnedNumber, signal: AbortSignal): Promise<ReleaseReceipt> {
  const answer = await account.remove(`Number/${digitsForPath(owned.number, 'release')}/`, {
    operation: 'release',
    signal,
  })
  if (isPlivoNotFound(answer)) return { kind: 'alreadyGone' }
  if (!isSuccess(answer)) throw plivoError(answer)
  if (answer.text.trim() !== '' && jsonOrUndefined(answer) === undefined) {
    throw answerError('plivo', answer, {
      kind: 'unknownOutcome',
      detail: t('the answer is not from Plivo’s interface'),
    })
  }
  const requestId = requestIdOf(answer)
  return requestId === undefined ? { kind: 'released' } : { kind: 'released', requestId }
}

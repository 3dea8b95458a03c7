import type { OwnedNumber } from '../../core/ownedNumber.ts'
import { parseE164 } from '../../core/phoneNumber.ts'
import type { ReleasePreview, ReleaseReceipt } from '../../core/providerDriver.ts'
import { t } from '../../core/words.ts'
import { answerError, isSuccess, plainSentence } from '../../http/answers.ts'
import { type Call, type ContiguityAccount, numberPath, readContiguity } from './contiguityAccount.ts'
import { isContiguityNotFound } from './contiguityErrors.ts'
import { refusal } from './contiguityForbidden.ts'
import { isHeld } from './contiguityMapping.ts'
import { leaseTerminated } from './contiguitySchemas.ts'

/** What releasing means at Contiguity. There is nothing to ask: it has no preview and names no fee. */
export function previewRelease(): ReleasePreview {
  return {
    possible: true,
    consequences: [
      t('Contiguity ends the lease at once. This cannot be undone.'),
      t('Whether anything is refunded is not documented.'),
      t('Code that still sends from this number does not fail: Contiguity sends from another number of the account.'),
    ],
    warnings: [],
    fee: { kind: 'unknown', reason: t('Contiguity does not document whether a release costs anything.') },
  }
}

/** Sends one release request. Contiguity's own 404 is taken as "already gone". */
export async function release(
  account: ContiguityAccount,
  owned: OwnedNumber,
  signal: AbortSignal,
): Promise<ReleaseReceipt> {
  const call: Call = { operation: 'release', signal }
  const answer = await account.remove(`/numbers/leased/${numberPath(owned.number, 'release')}`, call)
  if (isContiguityNotFound(answer)) return { kind: 'alreadyGone' }
  if (!isSuccess(answer)) throw await refusal(account, answer, call)
  const { id, data } = readContiguity(answer, leaseTerminated)
  const number = parseE164(data.number_id ?? '')
  const isOther = number !== undefined && number !== owned.number
  if (isOther || (data.status && isHeld(data.status))) {
    const detail = isOther
      ? t('the answer is about another number')
      : t('the lease is "{0}"', plainSentence(data.status ?? ''))
    throw answerError('contiguity', answer, { kind: 'unknownOutcome', detail })
  }
  return id ? { kind: 'released', requestId: plainSentence(id) } : { kind: 'released' }
}

import type { OwnedNumber } from '../../core/ownedNumber.ts'
import type { ReleasePreview, ReleaseReceipt } from '../../core/providerDriver.ts'
import { t } from '../../core/words.ts'
import { type Call, numberSegment, type SinchAccount, successful } from './sinchAccount.ts'
import { isSinchNotFound } from './sinchErrors.ts'
import { pendingVoice } from './sinchLinks.ts'
import { instant, ownedFrom } from './sinchMapping.ts'
import { findRow, readRowOf } from './sinchOwned.ts'

/** What a release would do, from the number as it is now: Sinch has no preview of its own. */
export async function previewRelease(account: SinchAccount, owned: OwnedNumber, call: Call): Promise<ReleasePreview> {
  const row = await findRow(account, owned.number, call)
  if (row === undefined) return impossible(t('The number is not in the project any more.'))
  const { state, renewsAt } = ownedFrom(row, owned.number, account)
  if (state.kind === 'releasing') {
    return impossible(t('The number is released already and works until its period ends.'), state.until)
  }
  return {
    possible: true,
    consequences: [
      t('The number keeps working until the end of the period that is paid; then it is gone.'),
      t('Sinch refunds nothing and cannot take the release back.'),
      ...(pendingVoice(row) === undefined ? [] : [t('The voice link that is still under way is dropped.')]),
    ],
    warnings: [],
    fee: { kind: 'none' },
    ...(renewsAt === undefined ? {} : { until: renewsAt }),
  }
}

function impossible(consequence: string, until?: string): ReleasePreview {
  const base = { possible: false, consequences: [consequence], warnings: [], fee: { kind: 'none' } } as const
  return until === undefined ? base : { ...base, until }
}

/**
 * Sends one release request, and none for a number that is leaving already: what a second one does is not documented. Sinch keeps the
 * number alive until `expireAt`.
 */
export async function releaseOwned(account: SinchAccount, owned: OwnedNumber, call: Call): Promise<ReleaseReceipt> {
  const { number, state } = owned
  if (state.kind === 'releasing') return leavingAt(state.until)
  const answer = await account.post(`/activeNumbers/${numberSegment(number, call.operation)}:release`, undefined, call)
  if (isSinchNotFound(answer)) return { kind: 'alreadyGone' }
  return leavingAt(instant(readRowOf(successful(answer), number).expireAt))
}

function leavingAt(until: string | undefined): ReleaseReceipt {
  return until === undefined ? { kind: 'leavingAt' } : { kind: 'leavingAt', until }
}

import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import type { OwnedRow } from './sinchSchemas.ts'

type VoiceIds = Pick<NonNullable<OwnedRow['voiceConfiguration']>, 'type' | 'appId' | 'trunkId' | 'serviceId'>

/** Where messages and calls of a number go now, in few words: "SMS plan plan_eu_7, trunk 01HZX". `""` = nowhere. */
export function describeLinks({ smsConfiguration: sms, voiceConfiguration: voice }: OwnedRow): string {
  return [smsPlan(sms?.servicePlanId), voiceTarget(voice)].filter((part) => part !== '').join(', ')
}

/** "app X", "trunk X" or "fax service X": each voice type has an id of its own, and a missing type means RTC. `""` = none. */
export function voiceTarget(voice: VoiceIds | null | undefined): string {
  if (!voice) return ''
  switch (voice.type ?? 'RTC') {
    case 'RTC':
    case '':
      return named(voice.appId, (id) => t('app {0}', id))
    case 'EST':
      return named(voice.trunkId, (id) => t('trunk {0}', id))
    case 'FAX':
      return named(voice.serviceId, (id) => t('fax service {0}', id))
    default:
      return named(voice.appId || voice.trunkId || voice.serviceId, (id) => `${plainSentence(voice.type ?? '')} ${id}`)
  }
}

/** The target of a link that is being taken off. */
export const noLink = t('no link')

/** A link that Sinch has not made yet. There is no word for success: a link that is made is not scheduled any more. */
export interface PendingLink {
  readonly target: string
  readonly status: string
  readonly failed: boolean
  readonly errorCodes: readonly string[]
}

export function pendingSms({ smsConfiguration: sms }: OwnedRow): PendingLink | undefined {
  const scheduled = sms?.scheduledProvisioning
  if (!scheduled) return undefined
  const plan = smsPlan(scheduled.servicePlanId)
  const campaign = named(scheduled.campaignId, (id) => t('campaign {0}', id))
  return pending([plan, campaign], scheduled.status, scheduled.errorCodes)
}

export function pendingVoice({ voiceConfiguration: voice }: OwnedRow): PendingLink | undefined {
  const scheduled = voice?.scheduledVoiceProvisioning
  return scheduled ? pending([voiceTarget(scheduled)], scheduled.status, []) : undefined
}

function pending(targets: readonly string[], word: string | null | undefined, codes: readonly string[]): PendingLink {
  const status = plainSentence(word ?? '') || t('unknown state')
  return {
    target: targets.filter((target) => target !== '').join(', ') || noLink,
    status,
    failed: status === 'FAILED',
    errorCodes: codes.slice(0, 20).map(plainSentence),
  }
}

function smsPlan(id: string | null | undefined): string {
  return named(id, (plain) => t('SMS plan {0}', plain))
}

function named(id: string | null | undefined, text: (id: string) => string): string {
  const plain = plainSentence(id ?? '')
  return plain === '' ? '' : text(plain)
}

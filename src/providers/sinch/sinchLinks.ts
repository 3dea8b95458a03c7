import { plainSentence } from '../../http/answers.ts'
import type { OwnedRow } from './sinchSchemas.ts'

type VoiceIds = Pick<NonNullable<OwnedRow['voiceConfiguration']>, 'type' | 'appId' | 'trunkId' | 'serviceId'>

/** Where messages and calls of a number go now, in few words: "SMS plan plan_eu_7, trunk 01HZX". `""` = nowhere. */
export function describeLinks({ smsConfiguration: sms, voiceConfiguration: voice }: OwnedRow): string {
  const plan = plainSentence(sms?.servicePlanId ?? '')
  return [plan === '' ? '' : `SMS plan ${plan}`, voiceTarget(voice)].filter((part) => part !== '').join(', ')
}

/** "app X", "trunk X" or "fax service X": each voice type has an id of its own, and a missing type means RTC. `""` = none. */
export function voiceTarget(voice: VoiceIds | null | undefined): string {
  if (!voice) return ''
  switch (voice.type ?? 'RTC') {
    case 'RTC':
    case '':
      return labelled('app', voice.appId)
    case 'EST':
      return labelled('trunk', voice.trunkId)
    case 'FAX':
      return labelled('fax service', voice.serviceId)
    default:
      return labelled(plainSentence(voice.type ?? ''), voice.appId || voice.trunkId || voice.serviceId)
  }
}

/** The target of a link that is being taken off. */
export const noLink = 'no link'

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
  const plan = labelled('SMS plan', scheduled.servicePlanId)
  const campaign = labelled('campaign', scheduled.campaignId)
  return pending([plan, campaign], scheduled.status, scheduled.errorCodes)
}

export function pendingVoice({ voiceConfiguration: voice }: OwnedRow): PendingLink | undefined {
  const scheduled = voice?.scheduledVoiceProvisioning
  return scheduled ? pending([voiceTarget(scheduled)], scheduled.status, []) : undefined
}

function pending(targets: readonly string[], word: string | null | undefined, codes: readonly string[]): PendingLink {
  const status = plainSentence(word ?? '') || 'unknown state'
  return {
    target: targets.filter((target) => target !== '').join(', ') || noLink,
    status,
    failed: status === 'FAILED',
    errorCodes: codes.slice(0, 20).map(plainSentence),
  }
}

function labelled(label: string, id: string | null | undefined): string {
  const plain = plainSentence(id ?? '')
  return plain === '' ? '' : `${label} ${plain}`
}

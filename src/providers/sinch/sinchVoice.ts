import { t } from '../../core/words.ts'
import type { OwnedRow } from './sinchSchemas.ts'

/** The voice types that can be chosen. Each has an id of its own: its name on the wire, and the key of its field. */
export const voiceTypes = [
  {
    type: 'RTC',
    wireId: 'appId',
    key: 'voiceAppId',
    label: t('Voice app'),
    idLabel: t('app ID'),
    needed: t('Enter the app ID.'),
    notNow: t('Calls to this number do not go to a voice app now.'),
  },
  {
    type: 'EST',
    wireId: 'trunkId',
    key: 'voiceTrunkId',
    label: t('SIP trunk'),
    idLabel: t('trunk ID'),
    needed: t('Enter the trunk ID.'),
    notNow: t('Calls to this number do not go to a SIP trunk now.'),
  },
  {
    type: 'FAX',
    wireId: 'serviceId',
    key: 'voiceServiceId',
    label: t('Fax service'),
    idLabel: t('fax service ID'),
    needed: t('Enter the fax service ID.'),
    notNow: t('Calls to this number do not go to a fax service now.'),
  },
] as const
export type VoiceType = (typeof voiceTypes)[number]

/** Where calls go. `type` is one of ours, or a word we do not know. */
export interface VoiceLink {
  readonly type: string
  readonly id: string
}

type VoiceIds = Pick<NonNullable<OwnedRow['voiceConfiguration']>, 'type' | 'appId' | 'trunkId' | 'serviceId'>

/** The link that is made now, undefined when the id of its type is empty: then a type alone leads nowhere. */
export function voiceLinkOf(row: OwnedRow): VoiceLink | undefined {
  return linkFrom(row.voiceConfiguration)
}

/** The link that Sinch was asked for and has not made yet; a failed one is not coming any more. */
export function comingVoiceLink(row: OwnedRow): VoiceLink | undefined {
  const scheduled = row.voiceConfiguration?.scheduledVoiceProvisioning
  return scheduled?.status === 'FAILED' ? undefined : linkFrom(scheduled)
}

/** A missing type means RTC, as Sinch documents it. */
function linkFrom(voice: VoiceIds | null | undefined): VoiceLink | undefined {
  if (!voice) return undefined
  const type = voice.type || 'RTC'
  const known = voiceTypes.find((one) => one.type === type)
  const id = known === undefined ? voice.appId || voice.trunkId || voice.serviceId : voice[known.wireId]
  return id ? { type, id } : undefined
}

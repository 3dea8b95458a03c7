import type { OwnedRow } from './sinchSchemas.ts'

/** The voice types that can be chosen. Each has an id of its own: its name on the wire, and the key of its field. */
export const voiceTypes = [
  {
    type: 'RTC',
    wireId: 'appId',
    key: 'voiceAppId',
    label: 'Voice app',
    idLabel: 'app ID',
    needed: 'Enter the app ID.',
  },
  {
    type: 'EST',
    wireId: 'trunkId',
    key: 'voiceTrunkId',
    label: 'SIP trunk',
    idLabel: 'trunk ID',
    needed: 'Enter the trunk ID.',
  },
  {
    type: 'FAX',
    wireId: 'serviceId',
    key: 'voiceServiceId',
    label: 'Fax service',
    idLabel: 'fax service ID',
    needed: 'Enter the fax service ID.',
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

import { isKnownVoiceTarget } from './linkTargets.ts'
import type { OwnedNumber } from './ownedNumber.ts'
import { badField } from './refusal.ts'
import { configurationMember, type JsonObject, textMember } from './requestBody.ts'
import type { SinchCall } from './sinchCall.ts'
import { isOneOf, type VoiceType, voiceTypes } from './vocabulary.ts'

/** What a request wants of a number's voice link; an empty target unlinks. */
export interface VoiceWish {
  readonly type: VoiceType
  readonly target: string
}

const idMember: Readonly<Record<VoiceType, string>> = { RTC: 'appId', EST: 'trunkId', FAX: 'serviceId' }

/** Reads `voiceConfiguration`; a missing type is RTC. @throws Refusal (400) when the id that belongs to the type lacks. */
export function readVoiceWish(body: JsonObject): VoiceWish | undefined {
  const wish = configurationMember(body, 'voiceConfiguration')
  if (wish === undefined) return undefined
  const { type = 'RTC' } = wish
  if (!isOneOf(voiceTypes, type)) throw badField('voiceConfiguration.type', `Must be one of ${voiceTypes.join(', ')}`)
  const field = `voiceConfiguration.${idMember[type]}`
  const target = textMember(wish, idMember[type], field)
  if (target === undefined) throw badField(field, 'Must be given')
  return { type, target }
}

/**
 * Starts the link on the clock: until it is done the old type and id stay. An unknown trunk or fax service fails
 * after the usual time. Unlinking is done at once, unless switches say otherwise.
 */
export function applyVoiceWish({ voice }: OwnedNumber, wish: VoiceWish, { switches, now }: SinchCall): void {
  voice.job = undefined
  if (wish.type === voice.type && wish.target === voice.target) return
  if (wish.target === '' && switches.keepVoiceOnUnlink) return
  if (wish.target === '' && !switches.scheduleUnlink) {
    Object.assign(voice, { ...wish, lastUpdatedAt: now })
    return
  }
  voice.job = {
    ...wish,
    startedAt: now,
    stepMs: switches.provisioningStepSeconds * 1000,
    fails: switches.voiceProvisioningFails || (wish.target !== '' && !isKnownVoiceTarget(wish.type, wish.target)),
  }
}

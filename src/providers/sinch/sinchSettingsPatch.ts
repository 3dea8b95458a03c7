import type { SettingsChange } from '../../core/numberSettings.ts'
import { t } from '../../core/words.ts'
import { sinchFailure } from './sinchErrors.ts'
import type { OwnedRow } from './sinchSchemas.ts'
import { comingVoiceLink, type VoiceLink, type VoiceType, voiceLinkOf, voiceTypes } from './sinchVoice.ts'

export interface SmsConfiguration {
  readonly servicePlanId: string
  readonly campaignId?: string
}

/** The body of a change. Members that are not there stay as they are; there is never an empty object or null inside. */
export interface SettingsPatch {
  readonly displayName?: string
  readonly callbackUrl?: string
  readonly smsConfiguration?: SmsConfiguration
  readonly voiceConfiguration?: Readonly<Record<string, string>>
}

const textKeys = ['displayName', 'callbackUrl'] as const
const smsKeys = ['servicePlanId', 'campaignId'] as const
const settingKeys: readonly string[] = [...textKeys, ...smsKeys, 'voiceType', ...voiceTypes.map(({ key }) => key)]

/** What has to be sent so that the change comes true; `{}` = nothing. Throws `invalid` at the field for what cannot be sent. */
export function settingsPatch(row: OwnedRow, change: SettingsChange): SettingsPatch {
  const stranger = Object.keys(change).find((key) => !settingKeys.includes(key))
  if (stranger !== undefined) throw refusedField(stranger, t('Sinch has no such setting.'))
  const smsConfiguration = smsPatch(row, change)
  const voiceConfiguration = voicePatch(row, change)
  return {
    ...textPatch(row, change),
    ...(smsConfiguration === undefined ? {} : { smsConfiguration }),
    ...(voiceConfiguration === undefined ? {} : { voiceConfiguration }),
  }
}

/** Texts are cleared by `""`: Sinch warns that null may overwrite more than that, and has no mask of members. */
export function textPatch(row: OwnedRow, change: SettingsChange): Pick<SettingsPatch, 'displayName' | 'callbackUrl'> {
  const changed = textKeys.flatMap((key) => {
    const wish = wanted(change, key)
    return wish === undefined || wish === (row[key] ?? '') ? [] : [[key, wish] as const]
  })
  return Object.fromEntries(changed)
}

/**
 * Sinch asks for the service plan whenever it is told about SMS, so the one that is linked, or on its way, is repeated when only the
 * campaign changes. A campaign that is on its way is not lost by another plan.
 */
export function smsPatch(row: OwnedRow, change: SettingsChange): SmsConfiguration | undefined {
  const [plan, campaign] = smsKeys.map((key) => wanted(change, key))
  if (plan === undefined && campaign === undefined) return undefined
  const coming = comingSms(row)
  const target = { servicePlanId: plan ?? coming.servicePlanId, campaignId: campaign ?? coming.campaignId }
  const campaignChanges = target.campaignId !== coming.campaignId
  if (target.servicePlanId === coming.servicePlanId && !campaignChanges) return undefined
  const carried = target.servicePlanId !== '' && target.campaignId !== (row.smsConfiguration?.campaignId ?? '')
  return campaignChanges || carried ? target : { servicePlanId: target.servicePlanId }
}

/** The ids of the SMS link that is made, or being made. An empty scheduled id does not say that one is being taken off. */
function comingSms({ smsConfiguration: sms }: OwnedRow): Required<SmsConfiguration> {
  const scheduled = sms?.scheduledProvisioning?.status === 'FAILED' ? undefined : sms?.scheduledProvisioning
  return {
    servicePlanId: scheduled?.servicePlanId || sms?.servicePlanId || '',
    campaignId: scheduled?.campaignId || sms?.campaignId || '',
  }
}

/** The type with its own id; an empty id unlinks. How unlinking really goes is not documented: the number is read afterwards. */
export function voicePatch(row: OwnedRow, change: SettingsChange): SettingsPatch['voiceConfiguration'] {
  const linked = voiceLinkOf(row)
  const coming = comingVoiceLink(row)
  const target = wantedVoice(change, linked, coming)
  if (target === undefined) return undefined
  if (target === 'none') {
    const link = linked ?? coming
    return link && unlinking(link)
  }
  const { type, id } = target
  const there = coming ?? linked
  if (there?.type === type.type && there.id === id) return undefined
  return { type: type.type, [type.wireId]: id }
}

function unlinking(link: VoiceLink): SettingsPatch['voiceConfiguration'] {
  const type = voiceTypes.find((one) => one.type === link.type)
  if (type !== undefined) return { type: type.type, [type.wireId]: '' }
  throw refusedField('voiceType', t('This link is of a type that can be changed in the Sinch dashboard only.'))
}

type WantedVoice = { readonly type: VoiceType; readonly id: string } | 'none' | undefined

function wantedVoice(
  change: SettingsChange,
  linked: VoiceLink | undefined,
  coming: VoiceLink | undefined,
): WantedVoice {
  const wish = wanted(change, 'voiceType')
  if (wish === '') return 'none'
  const named = voiceTypes.find(({ key }) => wanted(change, key) !== undefined)
  if (wish === undefined && named === undefined) return undefined
  const type = voiceTypes.find((one) => one.type === (wish ?? linked?.type))
  if (wish === undefined && named !== undefined && (type === undefined || wanted(change, type.key) === undefined)) {
    throw refusedField(named.key, named.notNow)
  }
  if (type === undefined) throw refusedField('voiceType', t('Sinch has no such voice type.'))
  const known = [linked, coming].find((link) => link?.type === type.type)
  const id = wanted(change, type.key) ?? known?.id ?? ''
  if (id === '') throw refusedField(type.key, type.needed)
  return { type, id }
}

/** Undefined = stays; `""` = is cleared. Throws `invalid` for what is no text. */
function wanted(change: SettingsChange, key: string): string | undefined {
  const value = Object.hasOwn(change, key) ? change[key] : undefined
  if (value === undefined || value === null) return value === null ? '' : undefined
  if (typeof value === 'string') return value.trim()
  throw refusedField(key, t('This must be text.'))
}

function refusedField(field: string, problem: string) {
  return sinchFailure('invalid', 'settings', { fields: [{ field, problem }] })
}

import type { SettingsChange } from '../../core/numberSettings.ts'
import { type FieldProblem, ProviderError } from '../../core/providerError.ts'
import { t } from '../../core/words.ts'
import type { HttpAnswer } from '../../http/httpClient.ts'
import { sinchError } from './sinchErrors.ts'

/** Sinch's names for members, without case and underscores, and the field that each belongs to. */
const keysByMember: ReadonlyMap<string, string> = new Map([
  ['displayname', 'displayName'],
  ['callbackurl', 'callbackUrl'],
  ['smsconfiguration', 'servicePlanId'],
  ['serviceplanid', 'servicePlanId'],
  ['campaignid', 'campaignId'],
  ['voiceconfiguration', 'voiceType'],
  ['type', 'voiceType'],
  ['appid', 'voiceAppId'],
  ['trunkid', 'voiceTrunkId'],
  ['serviceid', 'voiceServiceId'],
])

/**
 * A refused change with its problems at our fields. A refusal that names no field belongs to the only one that was changed; with several
 * it stays a sentence.
 */
export function refusedChange(answer: HttpAnswer, change: SettingsChange): ProviderError {
  const error = sinchError(answer)
  if (error.kind !== 'invalid') return error
  const named = (error.facts.fields ?? []).map(({ field, problem }) => ({ field: keyOf(field), problem }))
  const fields = named.length > 0 ? named : onlyField(change, error.facts.sentence)
  return new ProviderError({ ...error.facts, fields }, { cause: error })
}

/** "smsConfiguration.campaignId" and "sms_configuration.campaign_id" → campaignId; a name we do not know stays as it is. */
function keyOf(field: string): string {
  const member = field.split('.').at(-1) ?? ''
  return keysByMember.get(member.replaceAll('_', '').toLowerCase()) ?? field
}

function onlyField(change: SettingsChange, sentence: string | undefined): readonly FieldProblem[] {
  const [key, ...others] = Object.keys(change)
  if (key === undefined || others.length > 0) return []
  return [{ field: key, problem: sentence ?? t('Sinch refused this value without a reason') }]
}

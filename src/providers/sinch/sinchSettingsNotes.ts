import { t } from '../../core/words.ts'
import { plainSentence } from '../../http/answers.ts'
import { pendingSms, pendingVoice, voiceTarget } from './sinchLinks.ts'
import type { OwnedRow } from './sinchSchemas.ts'
import type { SettingsPatch } from './sinchSettingsPatch.ts'
import { voiceLinkOf, voiceTypes } from './sinchVoice.ts'

/** What the number says after a change, where that is not yet or not at all what was sent. */
export function notesAfter(row: OwnedRow, sent: SettingsPatch): readonly string[] {
  return [
    ...textNotes(row, sent),
    ...(sent.smsConfiguration === undefined ? [] : smsNotes(row, sent.smsConfiguration)),
    ...(sent.voiceConfiguration === undefined ? [] : voiceNotes(row, sent.voiceConfiguration)),
  ]
}

function textNotes(row: OwnedRow, sent: SettingsPatch): readonly string[] {
  return [
    ...(isOther(sent.displayName, row.displayName) ? [displayNameIs(plainSentence(row.displayName ?? ''))] : []),
    ...(isOther(sent.callbackUrl, row.callbackUrl) ? [callbackUrlIs(plainSentence(row.callbackUrl ?? ''))] : []),
  ]
}

function isOther(wish: string | undefined, now: string | null | undefined): boolean {
  return wish !== undefined && wish !== (now ?? '')
}

function displayNameIs(now: string): string {
  return now === ''
    ? t('The display name at Sinch is empty, not what was saved.')
    : t('The display name at Sinch is “{0}”, not what was saved.', now)
}

function callbackUrlIs(now: string): string {
  return now === ''
    ? t('The callback URL at Sinch is empty, not what was saved.')
    : t('The callback URL at Sinch is “{0}”, not what was saved.', now)
}

function smsNotes(row: OwnedRow, wish: NonNullable<SettingsPatch['smsConfiguration']>): readonly string[] {
  const sms = row.smsConfiguration
  const planIsThere = (sms?.servicePlanId ?? '') === wish.servicePlanId
  const campaignIsThere = wish.campaignId === undefined || (sms?.campaignId ?? '') === wish.campaignId
  if (planIsThere && campaignIsThere) return []
  const pending = pendingSms(row)
  if (pending !== undefined)
    return pending.failed ? [] : [t('Sinch works on the SMS link now; until then it stays as it was.')]
  return [
    ...(planIsThere ? [] : [smsLinkStayed(plainSentence(sms?.servicePlanId ?? ''))]),
    ...(campaignIsThere ? [] : [campaignStayed(plainSentence(sms?.campaignId ?? ''))]),
  ]
}

function voiceNotes(row: OwnedRow, wish: Readonly<Record<string, string>>): readonly string[] {
  const type = voiceTypes.find((one) => one.type === wish['type'])
  const id = type === undefined ? '' : (wish[type.wireId] ?? '')
  const now = voiceLinkOf(row)
  const isThere = id === '' ? now === undefined : now?.type === type?.type && now?.id === id
  if (isThere) return []
  const pending = pendingVoice(row)
  if (pending !== undefined)
    return pending.failed ? [] : [t('Sinch works on the voice link now; until then it stays as it was.')]
  return [voiceLinkStayed(voiceTarget(row.voiceConfiguration))]
}

function smsLinkStayed(plan: string): string {
  return plan === ''
    ? t('Sinch accepted the change but the SMS link stayed as it was: none.')
    : t('Sinch accepted the change but the SMS link stayed as it was: service plan {0}.', plan)
}

function campaignStayed(campaign: string): string {
  return campaign === ''
    ? t('Sinch accepted the change but the 10DLC campaign stayed as it was: none.')
    : t('Sinch accepted the change but the 10DLC campaign stayed as it was: {0}.', campaign)
}

function voiceLinkStayed(target: string): string {
  return target === ''
    ? t('Sinch accepted the change but the voice link stayed as it was: none.')
    : t('Sinch accepted the change but the voice link stayed as it was: {0}.', target)
}

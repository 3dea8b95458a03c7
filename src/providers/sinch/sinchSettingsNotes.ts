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
  const texts = [
    ['display name', sent.displayName, row.displayName],
    ['callback URL', sent.callbackUrl, row.callbackUrl],
  ] as const
  return texts.flatMap(([label, wish, now]) =>
    wish === undefined || wish === (now ?? '') ? [] : [`The ${label} at Sinch is ${quoted(now)}, not what was saved.`],
  )
}

function smsNotes(row: OwnedRow, wish: NonNullable<SettingsPatch['smsConfiguration']>): readonly string[] {
  const sms = row.smsConfiguration
  const planIsThere = (sms?.servicePlanId ?? '') === wish.servicePlanId
  const campaignIsThere = wish.campaignId === undefined || (sms?.campaignId ?? '') === wish.campaignId
  if (planIsThere && campaignIsThere) return []
  const pending = pendingSms(row)
  if (pending !== undefined)
    return pending.failed ? [] : ['Sinch works on the SMS link now; until then it stays as it was.']
  return [
    ...(planIsThere ? [] : [stayed('SMS link', sms?.servicePlanId && `service plan ${sms.servicePlanId}`)]),
    ...(campaignIsThere ? [] : [stayed('10DLC campaign', sms?.campaignId)]),
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
    return pending.failed ? [] : ['Sinch works on the voice link now; until then it stays as it was.']
  return [stayed('voice link', voiceTarget(row.voiceConfiguration))]
}

function stayed(what: string, now: string | undefined | null): string {
  const plain = plainSentence(now ?? '')
  return `Sinch accepted the change but the ${what} stayed as it was: ${plain === '' ? 'none' : plain}.`
}

function quoted(text: string | undefined | null): string {
  const plain = plainSentence(text ?? '')
  return plain === '' ? 'empty' : `“${plain}”`
}

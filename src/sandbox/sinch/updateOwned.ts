import type { OwnedNumber } from './ownedNumber.ts'
import { ownedRow } from './ownedRow.ts'
import { badField, notFound } from './refusal.ts'
import { type JsonObject, observeBody, readBody, textMember } from './requestBody.ts'
import type { SinchCall } from './sinchCall.ts'
import { applySmsWish, readSmsWish, requireUnlinked } from './smsLink.ts'
import { applyVoiceWish, readVoiceWish } from './voiceLink.ts'

/** One owned number. @throws Refusal (404) when the account does not have it. */
export function getOwned(call: SinchCall): unknown {
  return ownedRow(findOwned(call), call.account.projectId, call.now)
}

/**
 * Changes settings: omitted members stay, empty strings clear, unknown members are ignored. Everything is checked
 * before anything changes.
 * @throws Refusal 404, or 400 with the field that is wrong.
 */
export function updateOwned(call: SinchCall): unknown {
  const number = findOwned(call)
  const body = readBody(call.body)
  observeBody(body, call.account.observed)
  applySettings(number, body, call)
  return ownedRow(number, call.account.projectId, call.now)
}

/** Checks and applies the settings that renting and changing have in common. @throws Refusal (400), nothing changed. */
export function applySettings(number: OwnedNumber, body: JsonObject, call: SinchCall): void {
  const displayName = textMember(body, 'displayName')
  const callbackUrl = textMember(body, 'callbackUrl')
  const sms = readSmsWish(body, number.regionCode)
  const voice = readVoiceWish(body)
  if (callbackUrl && !URL.canParse(callbackUrl)) throw badField('callbackUrl', 'Must be a URL')
  requireUnlinked(number, sms, call)
  if (displayName !== undefined) number.displayName = displayName
  if (callbackUrl !== undefined) number.callbackUrl = callbackUrl
  if (sms !== undefined) applySmsWish(number, sms, call)
  if (voice !== undefined) applyVoiceWish(number, voice, call)
}

/**
 * Ends the subscription at the end of the paid period; a link of voice that still waits is dropped. A number without
 * a charge date ends now. Asking twice changes nothing.
 * @throws Refusal (404) when the account does not have it.
 */
export function releaseOwned(call: SinchCall): unknown {
  const number = findOwned(call)
  number.expireAt ??= number.nextChargeAt ?? call.now
  number.voice.job = undefined
  return ownedRow(number, call.account.projectId, call.now)
}

/** Emergency calls are offered for none of the numbers. @throws Refusal (404) always. */
export function getEmergencyAddress(call: SinchCall): never {
  const { phoneNumber } = findOwned(call)
  throw notFound('EmergencyAddress', phoneNumber, 'Missing E911 feature')
}

function findOwned({ account, phoneNumber }: SinchCall): OwnedNumber {
  const number = account.owned.get(phoneNumber)
  if (number === undefined) throw notFound('ActiveNumber', phoneNumber, 'Active number not found')
  return number
}

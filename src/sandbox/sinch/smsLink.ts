import type { OwnedNumber } from './ownedNumber.ts'
import { badField } from './refusal.ts'
import { configurationMember, type JsonObject, textMember } from './requestBody.ts'
import type { SinchCall } from './sinchCall.ts'

/** What a request wants of a number's SMS link. */
export interface SmsWish {
  readonly servicePlanId: string
  /** Undefined keeps the campaign. */
  readonly campaignId: string | undefined
}

/** Reads `smsConfiguration`. @throws Refusal (400) when it is empty, lacks the plan, or sets a campaign outside the US. */
export function readSmsWish(body: JsonObject, regionCode: string): SmsWish | undefined {
  const wish = configurationMember(body, 'smsConfiguration')
  if (wish === undefined) return undefined
  const servicePlanId = textMember(wish, 'servicePlanId', 'smsConfiguration.servicePlanId')
  const campaignId = textMember(wish, 'campaignId', 'smsConfiguration.campaignId')
  if (servicePlanId === undefined) throw badField('smsConfiguration.servicePlanId', 'Must be given')
  if (campaignId && regionCode !== 'US') throw badField('smsConfiguration.campaignId', 'Only for US numbers')
  return { servicePlanId, campaignId }
}

/** With the switch on, a linked plan must be unlinked before another one is linked. @throws Refusal (400). */
export function requireUnlinked({ sms }: OwnedNumber, wish: SmsWish | undefined, { switches }: SinchCall): void {
  if (!switches.requireUnlink || wish === undefined || wish.servicePlanId === '' || sms.servicePlanId === '') return
  if (sms.servicePlanId !== wish.servicePlanId) {
    throw badField('smsConfiguration.servicePlanId', 'The number must be unlinked from its service plan first')
  }
}

/** Starts the link on the clock. Taking ids away is done at once, unless the switch says otherwise. */
export function applySmsWish({ sms }: OwnedNumber, wish: SmsWish, { switches, now }: SinchCall): void {
  const target = { servicePlanId: wish.servicePlanId, campaignId: wish.campaignId ?? sms.campaignId }
  const addsNothing =
    ['', sms.servicePlanId].includes(target.servicePlanId) && ['', sms.campaignId].includes(target.campaignId)
  const same = target.servicePlanId === sms.servicePlanId && target.campaignId === sms.campaignId
  sms.job = undefined
  if (addsNothing && (same || !switches.scheduleUnlink)) {
    Object.assign(sms, target)
    return
  }
  sms.job = {
    ...target,
    startedAt: now,
    stepMs: switches.provisioningStepSeconds * 1000,
    fails: switches.smsErrorCodes.length > 0,
    errorCodes: switches.smsErrorCodes,
  }
}

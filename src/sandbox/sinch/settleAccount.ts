import type { OwnedNumber } from './ownedNumber.ts'
import { jobState } from './provisioning.ts'
import type { SinchAccount } from './sinchAccount.ts'
import { addMonths } from './timestamp.ts'

/** Brings the account up to the present: links that are done move up, periods renew, released numbers leave. */
export function settleAccount(account: SinchAccount, now: number): void {
  for (const number of account.owned.values()) {
    if (number.expireAt !== undefined && number.expireAt <= now) {
      account.owned.delete(number.phoneNumber)
      account.gone.push(number.phoneNumber)
      continue
    }
    renew(number, now)
    finishSms(number, now)
    finishVoice(number, now)
  }
}

function renew(number: OwnedNumber, now: number): void {
  if (number.nextChargeAt === undefined || number.paymentIntervalMonths < 1) return
  const first = number.nextChargeAt
  for (let periods = 1; number.nextChargeAt <= now; periods += 1) {
    number.nextChargeAt = addMonths(first, periods * number.paymentIntervalMonths)
  }
}

function finishSms({ sms }: OwnedNumber, now: number): void {
  if (sms.job === undefined || jobState(sms.job, now).status !== 'DONE') return
  sms.servicePlanId = sms.job.servicePlanId
  sms.campaignId = sms.job.campaignId
  sms.job = undefined
}

function finishVoice({ voice }: OwnedNumber, now: number): void {
  if (voice.job === undefined) return
  const { status, since } = jobState(voice.job, now)
  if (status !== 'DONE') return
  voice.type = voice.job.type
  voice.target = voice.job.target
  voice.lastUpdatedAt = since
  voice.job = undefined
}

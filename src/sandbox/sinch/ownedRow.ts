import type { OwnedNumber } from './ownedNumber.ts'
import { jobState } from './provisioning.ts'
import { timestamp } from './timestamp.ts'
import type { VoiceType } from './vocabulary.ts'

/** The ActiveNumber of the wire, with exactly the nulls and empty strings that production sends. */
export function ownedRow(number: OwnedNumber, projectId: string, now: number): Record<string, unknown> {
  const row: Record<string, unknown> = {
    phoneNumber: number.phoneNumber,
    projectId,
    displayName: number.displayName,
    regionCode: number.regionCode,
    type: number.type,
    capability: number.capability,
    ...(number.money === undefined ? {} : { money: number.money }),
    paymentIntervalMonths: number.paymentIntervalMonths,
    nextChargeDate: timestampOrNull(number.nextChargeAt),
    expireAt: timestampOrNull(number.expireAt),
    smsConfiguration: smsConfiguration(number, now),
    voiceConfiguration: voiceConfiguration(number, now),
    callbackUrl: number.callbackUrl,
    ...number.overrides.set,
  }
  for (const member of number.overrides.unset) delete row[member]
  return row
}

function smsConfiguration({ sms }: OwnedNumber, now: number): Record<string, unknown> {
  return {
    servicePlanId: sms.servicePlanId,
    scheduledProvisioning: scheduledSms(sms.job, now),
    campaignId: sms.campaignId,
  }
}

function scheduledSms(job: OwnedNumber['sms']['job'], now: number): Record<string, unknown> | null {
  if (job === undefined) return null
  const { status, since } = jobState(job, now)
  return {
    servicePlanId: job.servicePlanId,
    campaignId: job.campaignId,
    status,
    lastUpdatedTime: timestamp(since),
    errorCodes: status === 'FAILED' ? job.errorCodes : [],
  }
}

function voiceConfiguration({ voice }: OwnedNumber, now: number): Record<string, unknown> {
  const ids = idMembers(voice.type, voice.target)
  return {
    appId: ids.appId,
    scheduledVoiceProvisioning: scheduledVoice(voice.job, now),
    lastUpdatedTime: timestampOrNull(voice.lastUpdatedAt),
    type: voice.type,
    trunkId: ids.trunkId,
    serviceId: ids.serviceId,
  }
}

function scheduledVoice(job: OwnedNumber['voice']['job'], now: number): Record<string, unknown> | null {
  if (job === undefined) return null
  const { status, since } = jobState(job, now)
  return { type: job.type, status, lastUpdatedTime: timestamp(since), ...idMembers(job.type, job.target) }
}

/** Of the three ids only the one that belongs to the type is filled. */
function idMembers(type: VoiceType, target: string): { appId: string; trunkId: string; serviceId: string } {
  return {
    appId: type === 'RTC' ? target : '',
    trunkId: type === 'EST' ? target : '',
    serviceId: type === 'FAX' ? target : '',
  }
}

function timestampOrNull(epochMs: number | undefined): string | null {
  return epochMs === undefined ? null : timestamp(epochMs)
}

import type { SmsJob, VoiceJob } from './provisioning.ts'
import type { Capability, Money, NumberType, VoiceType } from './vocabulary.ts'

/** A number that the account rents, as the world keeps it. Moments are epoch milliseconds. */
export interface OwnedNumber {
  readonly phoneNumber: string
  readonly regionCode: string
  readonly type: NumberType
  readonly capability: readonly Capability[]
  /** The order in which the numbers came into the account. */
  readonly sequence: number
  readonly money: Money | undefined
  readonly paymentIntervalMonths: number
  displayName: string
  callbackUrl: string
  nextChargeAt: number | undefined
  expireAt: number | undefined
  sms: { servicePlanId: string; campaignId: string; job: SmsJob | undefined }
  voice: { type: VoiceType; target: string; lastUpdatedAt: number | undefined; job: VoiceJob | undefined }
  /** Members that `act` put over the row or took out of it, to play data that no documentation foresees. */
  overrides: { readonly set: Readonly<Record<string, unknown>>; readonly unset: readonly string[] }
}

export type NewNumber = Pick<OwnedNumber, 'phoneNumber' | 'regionCode' | 'type' | 'capability' | 'sequence'> &
  Partial<OwnedNumber>

/** A number as it is right after renting: no links, no name, no end; `given` says what differs. */
export function newOwnedNumber(given: NewNumber): OwnedNumber {
  return {
    money: undefined,
    paymentIntervalMonths: 1,
    displayName: '',
    callbackUrl: '',
    nextChargeAt: undefined,
    expireAt: undefined,
    sms: { servicePlanId: '', campaignId: '', job: undefined },
    voice: { type: 'RTC', target: '', lastUpdatedAt: undefined, job: undefined },
    overrides: { set: {}, unset: [] },
    ...given,
  }
}

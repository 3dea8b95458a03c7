import type { PlivoNumber, PlivoStock } from './plivoNumber.ts'
import type { Units } from './rate.ts'

/** Where calls to a number go. */
export interface Route {
  readonly kind: 'application' | 'trunk'
  readonly id: string
}

/** A number the account rents, as this emulator remembers it; ownedRow.ts turns it into Plivo's row. */
export interface OwnedNumber {
  readonly facts: PlivoNumber
  /** `YYYY-MM-DD`. */
  readonly addedOn: string
  /** True when the row is written as on accounts from before `active`, `city`, `country` and `mms_*` existed. */
  readonly oldRow: boolean
  /** Documents are under review until this instant, in epoch milliseconds. */
  readonly usableFrom: number
  readonly carrier: string
  readonly campaignId: string | null
  readonly campaignStatus: 'UNREGISTERED' | 'PROCESSING' | 'COMPLETED' | null
  readonly tollFreeVerification: 'UNVERIFIED' | 'PENDING_VERIFICATION' | 'VERIFIED' | null
  readonly alias: string | null
  readonly route: Route | null
  readonly subaccountId: string | null
  readonly complianceId: string | null
  readonly cnamLookup: 'enabled' | 'disabled' | null
}

export interface Application {
  /** 17 digits, above 2^53, or a UUID for visually built ones. */
  readonly id: string
  readonly name: string
  readonly answerUrl: string
  readonly messageUrl: string
  readonly enabled: boolean
  readonly subaccountId: string | null
}

export interface Subaccount {
  readonly authId: string
  readonly authToken: string
  readonly newAuthToken: string
  readonly name: string
  readonly enabled: boolean
  readonly created: string
  readonly modified: string | null
}

export interface ComplianceRecord {
  readonly id: string
  readonly alias: string
  readonly status: string
  readonly country: string
  readonly numberType: 'local' | 'mobile' | 'tollfree'
  readonly userType: 'individual' | 'business'
  readonly rejectionReason?: string
  readonly createdAt: string
  readonly updatedAt: string
}

/** Everything one Plivo account is, as long as the sandbox runs. */
export interface PlivoWorld {
  readonly authId: string
  readonly authToken: string
  readonly stock: PlivoStock
  /** By digits, in the hidden order in which the account got them. */
  readonly owned: Map<string, OwnedNumber>
  /** Digits that are not offered although they are in stock: taken by others, or held after a release. */
  readonly withheld: Set<string>
  /** Monthly prices that changed since the start, by digits. */
  readonly repriced: Map<string, Units>
  readonly released: { readonly digits: string; readonly at: number }[]
  /** Rows as they were before a change, still served a few times. */
  readonly stale: Map<string, { readonly before: OwnedNumber; readonly reads: number }>
  readonly applications: readonly Application[]
  /** Ids of inbound SIP trunks. */
  readonly trunks: readonly string[]
  readonly subaccounts: readonly Subaccount[]
  compliances: readonly ComplianceRecord[]
  defaultApplicationId: string | null
  balance: Units
}

/** The credentials of the seeded account; obviously not real, of realistic length. */
export const plivoCredentials = {
  authId: 'MASANDBOX00000000000',
  authToken: 'sandbox-plivo-token-for-this-machine-only',
}

/** What a number costs per month right now. */
export function monthlyOf(world: PlivoWorld, number: PlivoNumber): Units {
  return world.repriced.get(number.digits) ?? number.tariff.monthly
}

/** The accepted records that fit a number, the latest first. Records know no `national` or `fixed`. */
export function fittingRecords(world: PlivoWorld, number: PlivoNumber): readonly ComplianceRecord[] {
  const numberType = number.subType === 'mobile' || number.subType === 'tollfree' ? number.subType : 'local'
  return world.compliances
    .filter((record) => record.status === 'accepted')
    .filter((record) => record.country === number.country && record.numberType === numberType)
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}

import type { PlannedType } from '../numberPlan.ts'

export type Currency = 'USD' | 'EUR' | 'GBP' | 'CAD' | 'AUD'
export type NumberStatus = 'available' | 'g-available' | 'leased' | 'unavailable'
export type Requirement = 'imessage_entitlement_required' | 'whatsapp_entitlement_required' | 'enterprise_plan_required'

/** Which of the provider's two dialects a row is written in: the specification's or the current answers'. */
export interface RowForm {
  readonly createdAt: 'iso' | 'seconds'
  readonly data: 'empty' | 'full'
  readonly billing: boolean
  /** Members left out of the row altogether. */
  readonly missing: readonly ('number' | 'location' | 'pricing')[]
}

/** Everything that makes up a number apart from who leases it. Fees are whole hundredths of the currency. */
export interface StockNumber {
  /** E.164. */
  readonly id: string
  readonly country: string
  readonly type: PlannedType
  readonly region: string
  readonly city: string
  readonly carrier: string
  readonly intlSms: boolean
  readonly channels: readonly string[]
  readonly reputation: number
  readonly previousOwners: number
  readonly requirements: readonly Requirement[]
  readonly e911Capable: boolean
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly currency: Currency
  readonly upfrontFee: number
  readonly monthlyRate: number
  readonly form: RowForm
  /** What strangers see; a lease of ours overrides it. */
  readonly status: NumberStatus
  /** Whether the list of offers shows it. */
  readonly listed: boolean
  /** Raw members put over the wire row and taken out of it: data that no documentation foresees. */
  readonly edited: { readonly set: Readonly<Record<string, unknown>>; readonly unset: readonly string[] }
}

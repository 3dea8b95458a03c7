import type { ContiguityNumbers } from './contiguityNumbers.ts'
import type { Currency, Requirement, StockNumber } from './stockNumber.ts'

export type BillingMethod = 'monthly' | 'service_contract' | 'goodwill'
export type EntitlementStatus = 'granted' | 'available' | 'ineligible'

export interface Failover {
  readonly enabled: boolean
  readonly mode: 'all' | 'selective'
  readonly numbers: readonly string[]
}

/** A lease of the seeded account. Ended ones stay for the switch that lists them. */
export interface Lease {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly method: BillingMethod
  /** Epoch milliseconds; `end` null = month to month. */
  readonly start: number
  readonly end: number | null
  /** What configure stored last; no GET of the provider shows it. */
  readonly failover: Failover | null
}

export interface Entitlement {
  readonly name: string
  readonly description: string
  readonly status: EntitlementStatus
  readonly grantedAt: number | null
}

/** Everything the emulator remembers. */
export interface ContiguityWorld {
  readonly plan: ContiguityNumbers
  readonly numbers: Map<string, StockNumber>
  /** By number; at most one lease each. */
  readonly leases: Map<string, Lease>
  readonly entitlements: Map<string, Entitlement>
  /** Whole hundredths per currency; nothing is converted. */
  readonly balances: Map<Currency, number>
  readonly charges: {
    readonly at: number
    readonly number: string
    readonly amount: number
    readonly currency: Currency
  }[]
  /** Numbers that went to strangers behind the client's back. */
  readonly taken: string[]
  readonly released: string[]
}

/** True while the account holds the lease; `paused` counts, ended leases do not. */
export function isHeld(lease: Lease | undefined): lease is Lease {
  return lease !== undefined && lease.status !== 'expired' && lease.status !== 'terminated'
}

/** The entitlement that satisfies a requirement. */
export function entitlementFor(requirement: Requirement): string {
  switch (requirement) {
    case 'imessage_entitlement_required':
      return 'imessage'
    case 'whatsapp_entitlement_required':
      return 'whatsapp'
    case 'enterprise_plan_required':
      return 'enterprise'
    default:
      return requirement satisfies never
  }
}

/** An opaque lease id in one of the two forms the provider uses. */
export function leaseId(random: () => number): string {
  return `${random() < 0.5 ? 'lsd' : 'lease'}_${randomText(random, 10)}`
}

/** Lower-case letters and digits. */
export function randomText(random: () => number, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 36).toString(36)).join('')
}

import type { TryvoxNumber, TryvoxStock } from './tryvoxNumber.ts'

/** A number the account rents. Times are epoch milliseconds. */
export interface OwnedNumber extends TryvoxNumber {
  /** The state when nothing is pending. */
  readonly status: string
  /** The rental is being processed until this instant. */
  readonly pendingUntil: number
  readonly trunkId: string | null
  readonly applicationId: string | null
  readonly createdAt: number
  readonly updatedAt: number
  /** False when the release preview says no. */
  readonly releasable: boolean
}

/** A number given up that can still be taken back. */
export interface ReleasedNumber {
  readonly number: OwnedNumber
  readonly releasedAt: number
  readonly availableAfter: number
}

export interface Trunk {
  readonly id: string
  readonly name: string
  readonly authType: 'ip' | 'credential'
  readonly terminationUri?: string
  readonly originationUris: readonly string[]
  readonly maxChannels: number
  readonly status: string
  readonly createdAt: string
}

/** Everything one TryVox account is, as long as the sandbox runs. */
export interface TryvoxWorld {
  readonly accountId: string
  readonly apiKey: string
  readonly stock: TryvoxStock
  /** By E.164, in the order in which the account got them. */
  readonly owned: Map<string, OwnedNumber>
  readonly released: Map<string, ReleasedNumber>
  /** Offers that somebody else rented. */
  readonly taken: Set<string>
  /** Monthly prices that changed since the start. */
  readonly repriced: Map<string, number>
  readonly trunks: readonly Trunk[]
  balanceCents: number
}

/** The credentials of the seeded account; obviously not real, of realistic form. */
export const tryvoxCredentials = {
  accountId: 'acc_sandbox01',
  apiKey: 'tvx_sk_test_sandbox_for_this_machine_only',
}

/** What a number costs per month right now. */
export function monthlyCentsOf(world: TryvoxWorld, { e164, monthlyCents }: TryvoxNumber): number {
  return world.repriced.get(e164) ?? monthlyCents
}

/** The state of a number at an instant. */
export function statusAt({ pendingUntil, status }: OwnedNumber, now: number): string {
  return pendingUntil > now ? 'pending' : status
}

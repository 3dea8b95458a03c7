import type { Random } from '../emulator.ts'
import type { Query } from './query.ts'
import type { SinchAccount } from './sinchAccount.ts'
import type { SinchSwitches } from './sinchSwitches.ts'

/** One authorized API request, as the endpoint handlers see it. */
export interface SinchCall {
  readonly account: SinchAccount
  readonly switches: SinchSwitches
  readonly setSwitch: (name: keyof SinchSwitches, value: unknown) => void
  readonly random: Random
  /** Epoch milliseconds. */
  readonly now: number
  readonly query: Query
  readonly body: string
  /** The number in the path, decoded; empty when the endpoint has none. */
  readonly phoneNumber: string
}

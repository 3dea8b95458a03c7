import { timestamp } from './numberRow.ts'
import { monthlyCentsOf, type OwnedNumber, statusAt, type TryvoxWorld } from './tryvoxWorld.ts'

/** One number as a test sees it. */
export interface TryvoxOwnedSnapshot {
  readonly number: string
  readonly country: string
  readonly status: string
  readonly trunk: string | null
  readonly application: string | null
  readonly monthlyFee: string
  readonly createdAt: string
}

/** The account as a test sees it: money as decimal text, no key. */
export interface TryvoxSnapshot {
  readonly balance: string
  readonly owned: readonly TryvoxOwnedSnapshot[]
  readonly released: readonly { readonly number: string; readonly at: string; readonly availableAfter: string }[]
  readonly taken: readonly string[]
}

export function snapshotTryvox(world: TryvoxWorld, now: number): TryvoxSnapshot {
  const owned = (one: OwnedNumber): TryvoxOwnedSnapshot => ({
    number: one.e164,
    country: one.country,
    status: statusAt(one, now),
    trunk: one.trunkId,
    application: one.applicationId,
    monthlyFee: (monthlyCentsOf(world, one) / 100).toFixed(2),
    createdAt: timestamp(one.createdAt),
  })
  return {
    balance: (world.balanceCents / 100).toFixed(2),
    owned: [...world.owned.values()].map(owned),
    released: [...world.released].map(([number, { releasedAt, availableAfter }]) => ({
      number,
      at: timestamp(releasedAt),
      availableAfter: timestamp(availableAfter),
    })),
    taken: [...world.taken],
  }
}

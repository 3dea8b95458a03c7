import type { TryvoxNumber } from './tryvoxNumber.ts'
import type { OwnedNumber } from './tryvoxWorld.ts'

/** A number as it is right after it was rented: active, routed nowhere. */
export function newOwned(number: TryvoxNumber, now: number): OwnedNumber {
  return {
    ...number,
    status: 'active',
    pendingUntil: 0,
    trunkId: null,
    applicationId: null,
    createdAt: now,
    updatedAt: now,
    releasable: true,
  }
}

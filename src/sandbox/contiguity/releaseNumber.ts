import type { ContiguitySwitches } from './contiguitySwitches.ts'
import { type ContiguityWorld, isHeld } from './contiguityWorld.ts'
import { Refusal } from './envelope.ts'
import { seconds } from './numberRow.ts'

/**
 * Ends a lease at once. The number is not on offer again afterwards.
 * @throws Refusal (404 unless switched) when the account does not hold it.
 */
export function releaseNumber(world: ContiguityWorld, switches: ContiguitySwitches, now: number, id: string): unknown {
  const lease = world.leases.get(id)
  if (!isHeld(lease)) throw new Refusal(switches.releasedAgainStatus, 'You do not lease this number')
  if (switches.listReleased) world.leases.set(id, { ...lease, status: 'terminated', end: now })
  else world.leases.delete(id)
  const number = world.numbers.get(id)
  if (number !== undefined) world.numbers.set(id, { ...number, status: 'unavailable', listed: false })
  world.released.push(id)
  return {
    lease_id: lease.id,
    number_id: id,
    status: 'terminated',
    terminated_at: switches.isoTerminatedAt ? new Date(now).toISOString() : seconds(now),
  }
}

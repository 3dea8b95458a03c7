import type { ContiguitySwitches } from './contiguitySwitches.ts'
import type { ContiguityWorld, Entitlement, EntitlementStatus } from './contiguityWorld.ts'
import { Refusal } from './envelope.ts'

export function listEntitlements(world: ContiguityWorld, switches: ContiguitySwitches): unknown {
  return { entitlements: [...world.entitlements.values()].map((one) => row(one, switches)) }
}

/** @throws Refusal 404 for a name the provider does not have. */
export function getEntitlement(world: ContiguityWorld, switches: ContiguitySwitches, name: string): unknown {
  const entitlement = world.entitlements.get(name)
  if (entitlement === undefined) throw new Refusal(404, 'Entitlement not found')
  const { grantedAt } = entitlement
  const granted = grantedAt !== null && statusOf(entitlement, switches) === 'granted'
  const since = granted ? { granted_at: new Date(grantedAt).toISOString() } : {}
  return { ...row(entitlement, switches), rejected: false, ...since }
}

function row(entitlement: Entitlement, switches: ContiguitySwitches): Readonly<Record<string, unknown>> {
  const { name, description } = entitlement
  const status = statusOf(entitlement, switches)
  return { name, description, status, ...(status === 'granted' ? { entitlement_id: `ent_sandbox_${name}` } : {}) }
}

/** Whether the account may use the numbers API at all is decided by the `lease` entitlement or its switch. */
export function statusOf(entitlement: Entitlement, switches: ContiguitySwitches): EntitlementStatus {
  return entitlement.name === 'lease' && switches.withoutLeaseEntitlement ? 'available' : entitlement.status
}

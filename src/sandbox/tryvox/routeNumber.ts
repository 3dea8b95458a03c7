import { routingSummary } from './numberRow.ts'
import { invalid, notFound, Refusal } from './refusal.ts'
import { ownedInPath, type TryvoxAnswer, type TryvoxCall } from './tryvoxCall.ts'
import type { OwnedNumber } from './tryvoxWorld.ts'

/** POST numbers/{e164}/assign: to a trunk of the account. @throws Refusal 400 without one, 404 for an unknown one. */
export function assignTrunk(call: TryvoxCall): TryvoxAnswer {
  const owned = ownedInPath(call)
  const trunkId = requiredText(call, 'trunk_id')
  if (!call.world.trunks.some(({ id }) => id === trunkId)) throw notFound('Trunk')
  return routed(call, { ...owned, trunkId, applicationId: call.switches.assignKeepsOther ? owned.applicationId : null })
}

/** POST numbers/{e164}/application: any id is taken, because no list of applications is known. */
export function assignApplication(call: TryvoxCall): TryvoxAnswer {
  const owned = ownedInPath(call)
  const applicationId = requiredText(call, 'application_id')
  return routed(call, { ...owned, applicationId, trunkId: call.switches.assignKeepsOther ? owned.trunkId : null })
}

/** DELETE numbers/{e164}/assign. @throws Refusal 404 when no trunk is attached; by switch the call does not exist. */
export function detachTrunk(call: TryvoxCall): TryvoxAnswer {
  const owned = ownedInPath(call)
  const { detachTrunkStatus } = call.switches
  if (detachTrunkStatus === 405) throw new Refusal(405, 'METHOD_NOT_ALLOWED', 'Method not allowed')
  if (detachTrunkStatus !== 0) throw new Refusal(detachTrunkStatus, 'NOT_FOUND', 'Route not found')
  if (owned.trunkId === null) throw notFound('Assignment')
  return detached(call, { ...owned, trunkId: null })
}

/** DELETE numbers/{e164}/application. @throws Refusal 404 when no application is attached. */
export function detachApplication(call: TryvoxCall): TryvoxAnswer {
  const owned = ownedInPath(call)
  if (owned.applicationId === null) throw notFound('Assignment')
  return detached(call, { ...owned, applicationId: null })
}

function routed(call: TryvoxCall, after: OwnedNumber): TryvoxAnswer {
  const stored = { ...after, updatedAt: call.now }
  call.world.owned.set(after.e164, stored)
  return { status: 200, single: routingSummary(stored, call.now) }
}

function detached(call: TryvoxCall, after: OwnedNumber): TryvoxAnswer {
  const answer = routed(call, after)
  return call.switches.detachWithBody ? answer : { status: 204 }
}

function requiredText({ body }: TryvoxCall, field: string): string {
  const value = body[field]
  if (typeof value === 'string' && value.trim() !== '') return value
  throw invalid({ field, reason: value === undefined ? 'is required' : 'must be a non-empty string' })
}

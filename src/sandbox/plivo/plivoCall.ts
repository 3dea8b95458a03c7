import type { Caller } from './plivoAccess.ts'
import type { PlivoSwitches } from './plivoSwitches.ts'
import type { OwnedNumber, PlivoWorld } from './plivoWorld.ts'
import { notFound } from './refusal.ts'

/** One admitted request, decoded. */
export interface PlivoCall {
  readonly world: PlivoWorld
  readonly switches: PlivoSwitches
  readonly caller: Caller
  readonly now: number
  /** How many calls of this emulator came before this one. */
  readonly serial: number
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  /** The number or id in the path, empty when there is none. */
  readonly id: string
}

/** What a handler answers: a status and the members of the body, or no body at all. */
export interface PlivoAnswer {
  readonly status: number
  readonly members?: Readonly<Record<string, unknown>>
}

/** True when the caller sees a number: a main account sees all of them, pending ones may be hidden by a switch. */
export function isVisible(call: PlivoCall, owned: OwnedNumber): boolean {
  if (call.caller.subaccountId !== undefined && owned.subaccountId !== call.caller.subaccountId) return false
  return !(call.switches.hidePendingNumbers && owned.usableFrom > call.now)
}

/** The owned number in the path. @throws Refusal 404 when it is not the caller's or is not written as digits. */
export function ownedInPath(call: PlivoCall): OwnedNumber {
  const owned = call.world.owned.get(call.id)
  if (owned === undefined || !isVisible(call, owned)) throw notFound()
  return owned
}

import { ownedInPath, type PlivoAnswer, type PlivoCall } from './plivoCall.ts'
import type { OwnedNumber, Route } from './plivoWorld.ts'
import { defaultRoute, findRoute } from './routeTargets.ts'
import { readAlias, readCnamLookup, readCompliance, readSubaccount } from './settingValues.ts'

/**
 * POST Number/{number}/: 202 and no row. Reads `alias`, `app_id`, `subaccount`, `compliance_application_id` and
 * `cnam_lookup`; null changes nothing; other members are ignored, among them the names that only answers use.
 * @throws Refusal 404, or 400 for a value that cannot be.
 */
export function updateOwned(call: PlivoCall): PlivoAnswer {
  const before = ownedInPath(call)
  const { facts } = before
  const change = <Value>(name: string, present: Value, read: (value: unknown) => Value): Value => {
    const value = call.body[name] ?? undefined
    return value === undefined ? present : read(value)
  }
  const after: OwnedNumber = {
    ...before,
    alias: change('alias', before.alias, readAlias),
    route: changedRoute(call, before),
    subaccountId: change('subaccount', before.subaccountId, (value) => readSubaccount(call, value)),
    complianceId: change('compliance_application_id', before.complianceId, (value) =>
      readCompliance(call, value, facts),
    ),
    cnamLookup: change('cnam_lookup', before.cnamLookup, (value) => readCnamLookup(value, facts)),
  }
  call.world.owned.set(facts.digits, after)
  if (call.switches.staleReads > 0) call.world.stale.set(facts.digits, { before, reads: call.switches.staleReads })
  return { status: 202, members: { message: 'changed' } }
}

function changedRoute(call: PlivoCall, { route }: OwnedNumber): Route | null {
  const asked = call.body['app_id']
  if (asked === undefined) return call.switches.resetApplicationOnUpdate ? defaultRoute(call) : route
  if (asked === null) return route
  if (asked === '') return call.switches.keepApplicationOnClear ? route : null
  return findRoute(call, asked)
}

/** DELETE Number/{number}/: 204 and gone at once. The number is held back, nobody can rent it for now. */
export function releaseOwned(call: PlivoCall): PlivoAnswer {
  const { facts } = ownedInPath(call)
  call.world.owned.delete(facts.digits)
  call.world.stale.delete(facts.digits)
  call.world.withheld.add(facts.digits)
  call.world.released.push({ digits: facts.digits, at: call.now })
  return { status: 204 }
}

import type { PlivoCall } from './plivoCall.ts'
import type { Route } from './plivoWorld.ts'
import { invalid } from './refusal.ts'

/** The application or inbound trunk with an id. @throws Refusal 400 when the account has neither. */
export function findRoute(call: PlivoCall, value: unknown): Route {
  // A JSON number is read as its own text, which is how a client that lost digits picks a wrong application.
  const id = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (call.world.applications.some((application) => application.id === id)) return { kind: 'application', id }
  if (call.world.trunks.includes(id)) return { kind: 'trunk', id }
  throw invalid('app_id is not valid')
}

/** Where a number goes when nothing was said. */
export function defaultRoute(call: PlivoCall): Route | null {
  const id = call.world.defaultApplicationId
  return id === null ? null : { kind: 'application', id }
}

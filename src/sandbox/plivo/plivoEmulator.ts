import type { CreateEmulator, Emulator, EmulatorRequest, EmulatorResponse, Random } from '../emulator.ts'
import { getAccount, getApplication, listApplications, listSubaccounts } from './accountChoices.ts'
import { actOnPlivo } from './actOnPlivo.ts'
import { complianceRequirements, getCompliance, listCompliances } from './complianceRecords.ts'
import { createPlivoWorld } from './createPlivoWorld.ts'
import { getOwned, listOwned } from './listOwned.ts'
import { identify } from './plivoAccess.ts'
import type { PlivoAnswer, PlivoCall } from './plivoCall.ts'
import { matchRoute, type PlivoRoute, type RouteMatch } from './plivoRoutes.ts'
import { createPlivoSwitches } from './plivoSwitches.ts'
import { plivoCredentials } from './plivoWorld.ts'
import { readBody } from './readBody.ts'
import { notFound, Refusal } from './refusal.ts'
import { rentOffer } from './rentOffer.ts'
import { createRequestBudget } from './requestBudget.ts'
import { searchOffers } from './searchOffers.ts'
import { snapshotPlivo } from './snapshotPlivo.ts'
import { releaseOwned, updateOwned } from './updateOwned.ts'

/** Plivo, pretended: numbers, offers and the lists that settings choose from. */
export const createPlivoEmulator: CreateEmulator = ({ clock, random, owned }) => {
  const world = createPlivoWorld({ clock, random, owned })
  const switches = createPlivoSwitches()
  const budget = createRequestBudget()
  let serial = 0

  const serve = (request: EmulatorRequest, match: RouteMatch): PlivoAnswer => {
    const now = clock.now()
    const caller = identify(world, request, match.authId)
    if (!budget.spend(now, switches.current.requestsPerWindow)) throw new Refusal(429, 'Too many requests')
    if (match.otherMethod) throw new Refusal(405, 'Method not allowed')
    const query = new URLSearchParams(request.query)
    const body = readBody(request)
    if (isAsynchronous(query, body)) return { status: 202, members: { message: 'async api spawned' } }
    return dispatch(match.route, { world, switches: switches.current, caller, now, serial, query, body, id: match.id })
  }

  const handle: Emulator['handle'] = (request) => {
    serial += 1
    const match = matchRoute(request.method, request.path)
    const apiId = newApiId(random)
    try {
      return render(serve(request, match), apiId)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return renderRefusal(error, apiId, switches.current.plainTextUnauthorized)
    }
  }

  return {
    id: 'plivo',
    credentials: plivoCredentials,
    hasAuthEndpoint: false,
    moneyRoutes: ['rent', 'release'],
    route: (request) => matchRoute(request.method, request.path).route,
    handle,
    setSwitch: switches.set,
    snapshot: () => snapshotPlivo(world, clock.now()),
    act: (command) => actOnPlivo(world, clock.now(), command),
  }
}

function dispatch(route: PlivoRoute, call: PlivoCall): PlivoAnswer {
  switch (route) {
    case 'account':
      return getAccount(call)
    case 'listOwned':
      return listOwned(call)
    case 'getOwned':
      return getOwned(call)
    case 'update':
      return updateOwned(call)
    case 'release':
      return releaseOwned(call)
    case 'search':
      return searchOffers(call)
    case 'rent':
      return rentOffer(call)
    case 'listApplications':
      return listApplications(call)
    case 'getApplication':
      return getApplication(call)
    case 'listSubaccounts':
      return listSubaccounts(call)
    case 'listCompliances':
      return listCompliances(call)
    case 'getCompliance':
      return getCompliance(call)
    case 'complianceRequirements':
      return complianceRequirements(call)
    case 'unknown':
      throw notFound()
    default:
      return route satisfies never
  }
}

/** A callback turns every call into one that is answered at once and, in this emulator, never carried out. */
function isAsynchronous(query: URLSearchParams, body: Readonly<Record<string, unknown>>): boolean {
  return ['callback_url', 'callback_method'].some((name) => query.has(name) || Object.hasOwn(body, name))
}

function newApiId(random: Random): string {
  const hex = (length: number): string => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
  return `${hex(8)}-${hex(4)}-11f0-${hex(4)}-${hex(12)}`
}

function render({ status, members }: PlivoAnswer, apiId: string): EmulatorResponse {
  const headers = { 'x-request-id': apiId }
  if (members === undefined) return { status, headers }
  const body = JSON.stringify({ api_id: apiId, ...members })
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body }
}

function renderRefusal({ status, message }: Refusal, apiId: string, plainTextUnauthorized: boolean): EmulatorResponse {
  if (status !== 401 || !plainTextUnauthorized) return render({ status, members: { error: message } }, apiId)
  return { status, headers: { 'x-request-id': apiId, 'content-type': 'text/plain' }, body: message }
}

import type { CreateEmulator, Emulator, EmulatorRequest, EmulatorResponse } from '../emulator.ts'
import { actOnTryvox } from './actOnTryvox.ts'
import { checkAccess } from './checkAccess.ts'
import { createTryvoxWorld } from './createTryvoxWorld.ts'
import { getOwned, listOwned } from './listOwned.ts'
import { readBody } from './readBody.ts'
import { notFound, Refusal } from './refusal.ts'
import { cancelRelease, releaseNumber, releasePreview } from './releaseNumber.ts'
import { rentNumber } from './rentNumber.ts'
import { assignApplication, assignTrunk, detachApplication, detachTrunk } from './routeNumber.ts'
import { searchInventory } from './searchInventory.ts'
import { snapshotTryvox } from './snapshotTryvox.ts'
import { getTrunk, listTrunks } from './trunks.ts'
import type { TryvoxAnswer, TryvoxCall } from './tryvoxCall.ts'
import { matchRoute, type TryvoxRoute } from './tryvoxRoutes.ts'
import { createTryvoxSwitches } from './tryvoxSwitches.ts'
import { tryvoxCredentials } from './tryvoxWorld.ts'
import { writeJson } from './writeJson.ts'

/** TryVox, pretended: the account's numbers, the inferred inventory and the trunks that numbers are routed to. */
export const createTryvoxEmulator: CreateEmulator = (context) => {
  const world = createTryvoxWorld(context)
  const switches = createTryvoxSwitches()
  const now = (): number => context.clock.now()

  const serve = (request: EmulatorRequest): TryvoxAnswer => {
    const { route, accountId, id, otherMethod } = matchRoute(request.method, request.path)
    checkAccess(world, request, accountId)
    if (otherMethod) throw new Refusal(405, 'METHOD_NOT_ALLOWED', 'Method not allowed')
    const query = new URLSearchParams(request.query)
    return dispatch(route, { world, switches: switches.current, now: now(), query, body: readBody(request), id })
  }

  const handle: Emulator['handle'] = (request) => {
    try {
      return render(serve(request), switches.current.wrapSingle)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return renderRefusal(error)
    }
  }

  return {
    id: 'tryvox',
    credentials: tryvoxCredentials,
    hasAuthEndpoint: false,
    moneyRoutes: ['rent', 'release'],
    route: (request) => matchRoute(request.method, request.path).route,
    handle,
    setSwitch: switches.set,
    snapshot: () => snapshotTryvox(world, now()),
    act: (command) => actOnTryvox(world, now(), command),
  }
}

function dispatch(route: TryvoxRoute, call: TryvoxCall): TryvoxAnswer {
  switch (route) {
    case 'listOwned':
      return listOwned(call)
    case 'getOwned':
      return getOwned(call)
    case 'search':
      return searchInventory(call)
    case 'rent':
      return rentNumber(call)
    case 'assignTrunk':
      return assignTrunk(call)
    case 'detachTrunk':
      return detachTrunk(call)
    case 'assignApplication':
      return assignApplication(call)
    case 'detachApplication':
      return detachApplication(call)
    case 'releasePreview':
      return releasePreview(call)
    case 'release':
      return releaseNumber(call)
    case 'cancelRelease':
      return cancelRelease(call)
    case 'listTrunks':
      return listTrunks(call)
    case 'getTrunk':
      return getTrunk(call)
    case 'unknown':
      throw notFound('Route')
    default:
      return route satisfies never
  }
}

function render({ status, single, list }: TryvoxAnswer, wrapSingle: boolean): EmulatorResponse {
  const body = single !== undefined && wrapSingle ? { data: single } : (single ?? list)
  return body === undefined ? { status } : json(status, body)
}

function renderRefusal({ status, code, message, details }: Refusal): EmulatorResponse {
  return json(status, { error: { code, message, ...(details.length === 0 ? {} : { details }) } })
}

function json(status: number, body: unknown): EmulatorResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: writeJson(body) }
}

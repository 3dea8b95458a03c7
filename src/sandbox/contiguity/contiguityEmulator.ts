import type { CreateEmulator, Emulator, EmulatorContext, EmulatorRequest } from '../emulator.ts'
import { createSwitchSet } from '../switchSet.ts'
import { actOnWorld } from './actOnWorld.ts'
import { configureNumber } from './configureNumber.ts'
import { type ContiguityRoute, matchRoute } from './contiguityRoutes.ts'
import { type ContiguitySwitches, contiguitySwitchDefaults } from './contiguitySwitches.ts'
import type { ContiguityWorld } from './contiguityWorld.ts'
import { getEntitlement, listEntitlements, statusOf } from './entitlementAnswers.ts'
import { Refusal, refused, success } from './envelope.ts'
import { getNumber, getOwnedDetails, listOffers, listOwned } from './numberAnswers.ts'
import { releaseNumber } from './releaseNumber.ts'
import { rentNumber } from './rentNumber.ts'
import { seedWorld } from './seedWorld.ts'
import { snapshotWorld } from './snapshotWorld.ts'

/** Fictional, and fixed so that people can type it. */
const API_KEY = 'contiguity_sk_sandbox_0001'

/** Contiguity, pretended: number leases and entitlements under one origin. */
export const createContiguityEmulator: CreateEmulator = (context) => {
  const world = seedWorld(context)
  const switches = createSwitchSet<ContiguitySwitches>('Contiguity', contiguitySwitchDefaults)
  const handle: Emulator['handle'] = (request) => {
    try {
      return success(context, answer(world, switches.current, context, request))
    } catch (error) {
      if (error instanceof Refusal) return refused(context, error)
      throw error
    }
  }
  return {
    id: 'contiguity',
    credentials: { apiKey: API_KEY },
    hasAuthEndpoint: false,
    moneyRoutes: ['rent', 'release'],
    route: (request) => matchRoute(request.method, request.path).route,
    handle,
    setSwitch: switches.set,
    snapshot: () => snapshotWorld(world),
    act: (command) => actOnWorld(world, context, command),
  }
}

function answer(
  world: ContiguityWorld,
  switches: ContiguitySwitches,
  context: EmulatorContext,
  request: EmulatorRequest,
): unknown {
  if (request.headers['authorization'] !== `Token ${API_KEY}`) throw new Refusal(401, 'Unauthorized')
  const { route, raw } = matchRoute(request.method, request.path)
  if (request.path.startsWith('/numbers')) admit(world, switches)
  switch (route) {
    case 'listOffers':
      return listOffers(world, switches)
    case 'listOwned':
      return listOwned(world, switches)
    case 'getNumber':
      return getNumber(world, numberIn(raw))
    case 'ownedDetails':
      return getOwnedDetails(world, numberIn(raw))
    case 'rent':
      return rentNumber(world, switches, context, numberIn(raw), request)
    case 'configure':
      return configureNumber(world, numberIn(raw), request)
    case 'release':
      return releaseNumber(world, switches, context.clock.now(), numberIn(raw))
    case 'listEntitlements':
      return listEntitlements(world, switches)
    case 'getEntitlement':
      return getEntitlement(world, switches, decoded(raw))
    default:
      return refuseRoute(route)
  }
}

function refuseRoute(route: Extract<ContiguityRoute, 'applyEntitlement' | 'revokeEntitlement' | 'unknown'>): never {
  if (route === 'unknown') throw new Refusal(404, 'Not Found')
  throw new Refusal(403, 'The sandbox accepts and revokes no terms')
}

function admit(world: ContiguityWorld, switches: ContiguitySwitches): void {
  const lease = world.entitlements.get('lease')
  if (lease === undefined || statusOf(lease, switches) !== 'granted') throw new Refusal(403, 'Forbidden')
}

/** The number of a path, with its plus as it is or as %2B. */
function numberIn(raw: string): string {
  const number = decoded(raw)
  if (!/^\+[1-9]\d{1,14}$/.test(number)) throw new Refusal(400, 'The number must be in E.164 format')
  return number
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    throw new Refusal(400, 'The path is not valid')
  }
}

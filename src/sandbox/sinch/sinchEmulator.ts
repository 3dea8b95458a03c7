import type { CreateEmulator, Emulator, EmulatorRequest, EmulatorResponse } from '../emulator.ts'
import { actOnAccount } from './actOnAccount.ts'
import { createSinchAccount } from './createSinchAccount.ts'
import { faxServiceList, trunkList } from './linkTargets.ts'
import { listOwned } from './listOwned.ts'
import { lookupRequirements } from './numberRequirements.ts'
import { readQuery } from './query.ts'
import { badField, notFound, notOffered, permissionDenied, Refusal, renderRefusal } from './refusal.ts'
import { quoteOffer, rentOffer } from './rentOffer.ts'
import { listRegions, searchOffers } from './searchOffers.ts'
import { settleAccount } from './settleAccount.ts'
import { sinchCredentials } from './sinchAccount.ts'
import type { SinchCall } from './sinchCall.ts'
import { type ApiRoute, matchRoute, type RouteMatch } from './sinchRoutes.ts'
import { createSinchSwitches } from './sinchSwitches.ts'
import { createSinchTokens } from './sinchTokens.ts'
import { snapshotAccount } from './snapshotAccount.ts'
import { getEmergencyAddress, getOwned, releaseOwned, updateOwned } from './updateOwned.ts'

/** Sinch, pretended: the token server, the Numbers API and the two lists that settings choose from, on one origin. */
export const createSinchEmulator: CreateEmulator = (context) => {
  const account = createSinchAccount(context)
  const switches = createSinchSwitches()
  const tokens = createSinchTokens(sinchCredentials, context.random)

  /** @throws Refusal when the request does not prove who it is or is for another project. */
  const admit = (request: EmulatorRequest, match: RouteMatch, now: number): void => {
    const proof = tokens.check(request, now)
    if (proof instanceof Refusal) throw proof
    if (proof === 'basic') account.observed.basicAuth += 1
    if (match.route !== 'unknown' && match.projectId !== account.projectId) throw permissionDenied()
  }

  const serve = (request: EmulatorRequest, route: ApiRoute, match: RouteMatch, now: number): unknown => {
    admit(request, match, now)
    const query = readQuery(request.query)
    if (query.rawPlusInPattern) account.observed.rawPlusInPattern += 1
    if (match.phoneNumber.includes('+')) account.observed.rawPlusInPath += 1
    const phoneNumber = decodeNumber(match.phoneNumber)
    const { random } = context
    const world = { account, switches: switches.current, setSwitch: switches.set, random, now }
    return dispatch(route, { ...world, query, body: request.body, phoneNumber })
  }

  const handle: Emulator['handle'] = (request) => {
    const now = context.clock.now()
    const match = matchRoute(request.method, request.path)
    const { route } = match
    if (route === 'token') return tokens.issue(request, now, switches.current.tokenLifetimeSeconds)
    settleAccount(account, now)
    try {
      return ok(serve(request, route, match, now), switches.current.omitNulls)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return renderRefusal(error, ['trunks', 'faxServices'].includes(route) ? 'bare' : 'numbers')
    }
  }

  return {
    id: 'sinch',
    credentials: sinchCredentials,
    hasAuthEndpoint: true,
    moneyRoutes: ['rent', 'rentAny', 'createOrder', 'submitOrder', 'release'],
    route: (request) => matchRoute(request.method, request.path).route,
    handle,
    setSwitch: switches.set,
    snapshot: () => {
      settleAccount(account, context.clock.now())
      return snapshotAccount(account, tokens.issued(), context.clock.now())
    },
    act: (command) => {
      settleAccount(account, context.clock.now())
      return actOnAccount(account, tokens, context.clock.now(), command)
    },
  }
}

function dispatch(route: ApiRoute, call: SinchCall): unknown {
  switch (route) {
    case 'listOwned':
      return listOwned(call)
    case 'getOwned':
      return getOwned(call)
    case 'updateOwned':
      return updateOwned(call)
    case 'release':
      return releaseOwned(call)
    case 'emergencyAddress':
      return getEmergencyAddress(call)
    case 'search':
      return searchOffers(call)
    case 'quote':
      return quoteOffer(call)
    case 'rent':
      return rentOffer(call)
    case 'regions':
      return listRegions(call)
    case 'requirements':
      return lookupRequirements(call)
    case 'trunks':
      return trunkList(call.query, call.account.projectId)
    case 'faxServices':
      return faxServiceList(call.query, call.account.projectId)
    case 'rentAny':
    case 'createOrder':
    case 'submitOrder':
    case 'order':
    case 'callbackConfiguration':
      throw notOffered(route)
    case 'unknown':
      throw notFound('Endpoint', '', 'Not found')
    default:
      return route satisfies never
  }
}

function decodeNumber(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    throw badField('phoneNumber', 'Malformed percent-encoding')
  }
}

function ok(body: unknown, omitNulls: boolean): EmulatorResponse {
  const keep = (_name: string, value: unknown): unknown => (value === null ? undefined : value)
  const text = omitNulls ? JSON.stringify(body, keep) : JSON.stringify(body)
  return { status: 200, headers: { 'content-type': 'application/json' }, body: text }
}

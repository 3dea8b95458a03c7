export type ContiguityRoute =
  | 'listOffers'
  | 'listOwned'
  | 'getNumber'
  | 'rent'
  | 'configure'
  | 'release'
  | 'ownedDetails'
  | 'listEntitlements'
  | 'getEntitlement'
  | 'applyEntitlement'
  | 'revokeEntitlement'
  | 'unknown'

export interface RouteMatch {
  readonly route: ContiguityRoute
  /** The number or entitlement as it stands in the path, percent-encoding untouched; empty where there is none. */
  readonly raw: string
}

/** Tried in this order, because a number stands at the root of the prefix. */
const ROUTES: readonly (readonly [method: string, path: RegExp, route: ContiguityRoute])[] = [
  ['GET', /^\/numbers\/leases$/, 'listOffers'],
  ['GET', /^\/numbers\/leased$/, 'listOwned'],
  ['POST', /^\/numbers\/lease\/([^/]+)$/, 'rent'],
  ['GET', /^\/numbers\/leased\/([^/]+)$/, 'ownedDetails'],
  ['DELETE', /^\/numbers\/leased\/([^/]+)$/, 'release'],
  ['POST', /^\/numbers\/([^/]+)\/configure$/, 'configure'],
  ['GET', /^\/numbers\/([^/]+)$/, 'getNumber'],
  ['GET', /^\/entitlements\/?$/, 'listEntitlements'],
  ['GET', /^\/entitlements\/([^/]+)$/, 'getEntitlement'],
  ['POST', /^\/entitlements\/([^/]+)$/, 'applyEntitlement'],
  ['DELETE', /^\/entitlements\/([^/]+)$/, 'revokeEntitlement'],
]

/** Which endpoint a request means; queries play no part. */
export function matchRoute(method: string, path: string): RouteMatch {
  for (const [wanted, pattern, route] of ROUTES) {
    const found = method === wanted ? pattern.exec(path) : null
    if (found !== null) return { route, raw: found[1] ?? '' }
  }
  return { route: 'unknown', raw: '' }
}

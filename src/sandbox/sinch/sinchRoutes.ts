const PROJECT = '/v1/projects/(?<projectId>[^/]+)'
const OWNED = `${PROJECT}/activeNumbers`
const OFFERS = `${PROJECT}/availableNumbers`
const NUMBER = '(?<phoneNumber>[^/:]+)'
const ORDERS = `${PROJECT}/numberOrders`

const patterns = [
  ['token', 'POST', '/oauth2/token'],
  ['listOwned', 'GET', OWNED],
  ['getOwned', 'GET', `${OWNED}/${NUMBER}`],
  ['updateOwned', 'PATCH', `${OWNED}/${NUMBER}`],
  ['release', 'POST', `${OWNED}/${NUMBER}:release`],
  ['emergencyAddress', 'GET', `${OWNED}/${NUMBER}/emergencyAddress`],
  ['search', 'GET', OFFERS],
  ['quote', 'GET', `${OFFERS}/${NUMBER}`],
  ['rent', 'POST', `${OFFERS}/${NUMBER}:rent`],
  ['rentAny', 'POST', `${OFFERS}:rentAny`],
  ['regions', 'GET', `${PROJECT}/availableRegions`],
  ['requirements', 'POST', `${ORDERS}:lookupNumberRequirements`],
  ['createOrder', 'POST', `${ORDERS}:createNumberOrder`],
  ['submitOrder', 'POST', `${ORDERS}/[^/:]+/submit`],
  ['order', '(?:GET|PUT|POST)', `${ORDERS}/.+`],
  ['callbackConfiguration', '(?:GET|PATCH)', `${PROJECT}/callbackConfiguration`],
  ['trunks', 'GET', `${PROJECT}/trunks`],
  ['faxServices', 'GET', '/v3/projects/(?<projectId>[^/]+)/services'],
] as const

export type SinchRoute = (typeof patterns)[number][0] | 'unknown'
/** Everything but the token server. */
export type ApiRoute = Exclude<SinchRoute, 'token'>

/** One request's endpoint, with the parts of the path still percent-encoded. */
export interface RouteMatch {
  readonly route: SinchRoute
  readonly projectId: string
  readonly phoneNumber: string
}

const compiled = patterns.map(([route, method, path]) => ({ route, test: new RegExp(`^${method} ${path}$`) }))

/** Finds the endpoint of a raw request line; several slashes at the start count as one. Never throws. */
export function matchRoute(method: string, path: string): RouteMatch {
  const line = `${method} ${path.replace(/^\/+/, '/')}`
  for (const { route, test } of compiled) {
    const found = test.exec(line)
    if (found === null) continue
    const { projectId = '', phoneNumber = '' } = found.groups ?? {}
    return { route, projectId, phoneNumber }
  }
  return { route: 'unknown', projectId: '', phoneNumber: '' }
}

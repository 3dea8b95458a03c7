const ACCOUNT = '/v1/account/(?<accountId>[^/]+)'
const NUMBER = `${ACCOUNT}/numbers/(?<id>[^/]+)`

const patterns = [
  ['listOwned', 'GET', `${ACCOUNT}/numbers`],
  ['search', 'GET', `${ACCOUNT}/inventory/numbers`],
  ['rent', 'POST', `${ACCOUNT}/numbers/purchase-from-inventory`],
  ['getOwned', 'GET', NUMBER],
  ['release', 'DELETE', NUMBER],
  ['assignTrunk', 'POST', `${NUMBER}/assign`],
  ['detachTrunk', 'DELETE', `${NUMBER}/assign`],
  ['assignApplication', 'POST', `${NUMBER}/application`],
  ['detachApplication', 'DELETE', `${NUMBER}/application`],
  ['releasePreview', 'GET', `${NUMBER}/release-preview`],
  ['cancelRelease', 'POST', `${NUMBER}/cancel-release`],
  ['listTrunks', 'GET', `${ACCOUNT}/trunks`],
  ['getTrunk', 'GET', `${ACCOUNT}/trunks/(?<id>[^/]+)`],
] as const

export type TryvoxRoute = (typeof patterns)[number][0] | 'unknown'

/** One request's endpoint; the parts of the path are percent-decoded, a literal plus stays one. */
export interface RouteMatch {
  readonly route: TryvoxRoute
  readonly accountId: string
  readonly id: string
  /** True when the path exists for another method only. */
  readonly otherMethod: boolean
}

const compiled = patterns.map(([route, method, path]) => ({ route, method, test: new RegExp(`^${path}$`) }))
const anyAccountPath = new RegExp(`^${ACCOUNT}(?:/|$)`)

/** Finds the endpoint of a request. Never throws. */
export function matchRoute(method: string, path: string): RouteMatch {
  const matches = compiled.flatMap(({ test, ...pattern }) => {
    const groups = test.exec(path)?.groups
    return groups === undefined ? [] : [{ ...pattern, id: decoded(groups['id'] ?? '') }]
  })
  const match = matches.find((candidate) => candidate.method === method)
  return {
    route: match?.route ?? 'unknown',
    accountId: decoded(anyAccountPath.exec(path)?.groups?.['accountId'] ?? ''),
    id: match?.id ?? '',
    otherMethod: match === undefined && matches.length > 0,
  }
}

/** Percent-encoding that cannot be decoded stays as it is, and then no number or id equals it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const ACCOUNT = '/v1/Account/(?<authId>[^/]+)/'
const ID = '(?<id>[^/]+)/'

const patterns = [
  ['account', 'GET', ACCOUNT],
  ['listOwned', 'GET', `${ACCOUNT}Number/`],
  ['getOwned', 'GET', `${ACCOUNT}Number/${ID}`],
  ['update', 'POST', `${ACCOUNT}Number/${ID}`],
  ['release', 'DELETE', `${ACCOUNT}Number/${ID}`],
  ['listCompliances', 'GET', `${ACCOUNT}PhoneNumber/Compliance/`],
  ['complianceRequirements', 'GET', `${ACCOUNT}PhoneNumber/Compliance/Requirements/`],
  ['getCompliance', 'GET', `${ACCOUNT}PhoneNumber/Compliance/${ID}`],
  ['search', 'GET', `${ACCOUNT}PhoneNumber/`],
  ['rent', 'POST', `${ACCOUNT}PhoneNumber/${ID}`],
  ['listApplications', 'GET', `${ACCOUNT}Application/`],
  ['getApplication', 'GET', `${ACCOUNT}Application/${ID}`],
  ['listSubaccounts', 'GET', `${ACCOUNT}Subaccount/`],
] as const

export type PlivoRoute = (typeof patterns)[number][0] | 'unknown'

/** One request's endpoint; the parts of the path are percent-decoded. */
export interface RouteMatch {
  readonly route: PlivoRoute
  readonly authId: string
  readonly id: string
  /** True when the path exists for another method only. */
  readonly otherMethod: boolean
}

const compiled = patterns.map(([route, method, path]) => ({ route, method, test: new RegExp(`^${path}$`) }))
const anyAccountPath = new RegExp(`^${ACCOUNT}`)

/** Finds the endpoint of a request; several slashes in a row count as one, the last one is needed. Never throws. */
export function matchRoute(method: string, rawPath: string): RouteMatch {
  const path = rawPath.replace(/\/{2,}/g, '/')
  const matches = compiled.flatMap(({ test, ...pattern }) => {
    const groups = test.exec(path)?.groups
    return groups === undefined ? [] : [{ ...pattern, id: decoded(groups['id'] ?? '') }]
  })
  const match = matches.find((candidate) => candidate.method === method)
  return {
    route: match?.route ?? 'unknown',
    authId: decoded(anyAccountPath.exec(path)?.groups?.['authId'] ?? ''),
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

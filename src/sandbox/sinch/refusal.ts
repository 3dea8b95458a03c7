import type { EmulatorResponse } from '../emulator.ts'

export interface FieldViolation {
  readonly field: string
  readonly description: string
}

interface RefusalFacts {
  readonly http: number
  readonly status: string
  readonly message: string
  readonly details?: readonly unknown[]
  readonly headers?: Readonly<Record<string, string>>
}

/** A request that Sinch would not serve; thrown by handlers, turned into an answer in one place. */
export class Refusal extends Error {
  readonly facts: RefusalFacts

  constructor(facts: RefusalFacts) {
    super(facts.message)
    this.facts = facts
  }
}

/** 400; with violations the details carry one BadRequest object, without any they are `[]`. */
export function invalidArgument(message: string, violations: readonly FieldViolation[] = []): Refusal {
  const details = violations.length === 0 ? [] : [{ type: 'BadRequest', fieldViolations: violations }]
  return new Refusal({ http: 400, status: 'INVALID_ARGUMENT', message, details })
}

/** 400 about exactly one field. */
export function badField(field: string, description: string): Refusal {
  return invalidArgument(`Invalid value for ${field}`, [{ field, description }])
}

/** 404 with the ResourceInfo object that production sends. */
export function notFound(resourceType: string, resourceName: string, message: string): Refusal {
  const details = [{ type: 'ResourceInfo', resourceType, resourceName, owner: '', description: message }]
  return new Refusal({ http: 404, status: 'NOT_FOUND', message, details })
}

/** 403; production leaves the message empty when the key or the project is wrong. */
export function permissionDenied(message = ''): Refusal {
  return new Refusal({ http: 403, status: 'PERMISSION_DENIED', message })
}

/** 401 with a `www-authenticate` challenge. Only an expired token's challenge contains the word "expired". */
export function unauthenticated(challenge: string): Refusal {
  const headers = { 'www-authenticate': challenge }
  return new Refusal({ http: 401, status: 'UNAUTHENTICATED', message: 'Unauthorized', headers })
}

/** 501: the endpoint exists at Sinch, this sandbox does not have it. */
export function notOffered(what: string): Refusal {
  return new Refusal({ http: 501, status: 'UNIMPLEMENTED', message: `The sandbox does not offer ${what}` })
}

/**
 * The refusal as an answer. The Numbers API wraps its errors in `error`; the fax and trunking hosts send a bare
 * `{code, message}`.
 */
export function renderRefusal({ facts }: Refusal, envelope: 'numbers' | 'bare'): EmulatorResponse {
  const { http: code, status, message, details = [], headers = {} } = facts
  const body = envelope === 'bare' ? { code, message } : { error: { code, message, status, details } }
  return { status: code, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
}

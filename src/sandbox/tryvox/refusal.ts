export interface RefusalDetail {
  readonly field: string
  readonly reason: string
}

/** A request this emulator turns down, in TryVox's words. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly details: readonly RefusalDetail[]

  constructor(status: number, code: string, message: string, details: readonly RefusalDetail[] = []) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
}

export function notFound(what: string): Refusal {
  return new Refusal(404, 'NOT_FOUND', `${what} not found`)
}

/** At least one field with the reason why it was turned down. */
export function invalid(first: RefusalDetail, ...more: readonly RefusalDetail[]): Refusal {
  return new Refusal(400, 'VALIDATION_FAILED', `${first.field} is not valid`, [first, ...more])
}

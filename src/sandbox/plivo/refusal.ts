/** A request this emulator turns down, in Plivo's words. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export function invalid(message: string): Refusal {
  return new Refusal(400, message)
}

/** Plivo's bare text, whatever was not found. */
export function notFound(): Refusal {
  return new Refusal(404, 'not found')
}

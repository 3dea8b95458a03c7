import type { EmulatorRequest } from '../emulator.ts'
import { Refusal } from './refusal.ts'

/** The members of a POST body; none for an empty one and for other methods. @throws Refusal 400 for anything but a JSON object. */
export function readBody({ method, body }: EmulatorRequest): Readonly<Record<string, unknown>> {
  if (method !== 'POST' || body.trim() === '') return {}
  const parsed = parse(body)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw malformed()
  return { ...parsed }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw malformed()
  }
}

function malformed(): Refusal {
  return new Refusal(400, 'VALIDATION_FAILED', 'The body must be a JSON object')
}

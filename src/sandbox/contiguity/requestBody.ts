import type { EmulatorRequest } from '../emulator.ts'
import { Refusal } from './envelope.ts'

/**
 * The JSON object in the body; an empty object without one.
 * @throws Refusal 400 for anything else, also for a body that is not declared as JSON.
 */
export function readJsonObject(request: EmulatorRequest): Readonly<Record<string, unknown>> {
  if (request.body === '') return {}
  if (!String(request.headers['content-type'] ?? '').startsWith('application/json')) {
    throw new Refusal(400, 'The body must be sent as application/json')
  }
  const value = parse(request.body)
  if (!isRecord(value)) throw new Refusal(400, 'The body must be a JSON object')
  return value
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'The body is not valid JSON')
  }
}

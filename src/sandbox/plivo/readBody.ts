import type { EmulatorRequest } from '../emulator.ts'
import { invalid } from './refusal.ts'

/**
 * The members of a POST body; none for an empty one and for `""`, and none for GET and DELETE, whatever they carry.
 * @throws Refusal 400 for text that is not a JSON object.
 */
export function readBody({ method, body }: EmulatorRequest): Readonly<Record<string, unknown>> {
  if (method !== 'POST' || body.trim() === '') return {}
  const parsed = parse(body)
  if (parsed === '' || parsed === null) return {}
  if (typeof parsed !== 'object' || Array.isArray(parsed)) throw invalid('The body should be a JSON object')
  return { ...parsed }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw invalid('The body is not valid JSON')
  }
}

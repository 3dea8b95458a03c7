import { badField, invalidArgument } from './refusal.ts'
import type { Observed } from './sinchAccount.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** The JSON object of a request; no text at all counts as `{}`. @throws Refusal (400) for anything else. */
export function readBody(text: string): JsonObject {
  if (text.trim() === '') return {}
  const value = parse(text)
  if (!isObject(value)) throw invalidArgument('The request body must be a JSON object')
  return value
}

/** An optional text; null clears it, as Sinch warns. @throws Refusal (400) for other kinds of values. */
export function textMember(body: JsonObject, name: string, field = name): string | undefined {
  const value = body[name]
  if (value === undefined || typeof value === 'string') return value
  if (value === null) return ''
  throw badField(field, 'Must be a string')
}

/** An optional configuration object. @throws Refusal (400) when it is no object or an empty one. */
export function configurationMember(body: JsonObject, name: string): JsonObject | undefined {
  const value = body[name]
  if (value === undefined) return undefined
  if (!isObject(value) || Object.keys(value).length === 0) throw badField(name, 'Must not be empty')
  return value
}

/** Counts nulls anywhere in the body and an `updateMask`, which the API does not have. */
export function observeBody(body: JsonObject, observed: Observed): void {
  if ('updateMask' in body) observed.updateMasks += 1
  observed.nullsSent += countNulls(body)
}

function countNulls(value: unknown): number {
  if (value === null) return 1
  return isObject(value) ? Object.values(value).reduce<number>((sum, member) => sum + countNulls(member), 0) : 0
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalidArgument('The request body is not valid JSON')
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

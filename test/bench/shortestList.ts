import type { RequestLimit } from '../../src/core/providerDefinition.ts'

/** What a list is made of: requests that must wait for each other, then those that may go out together. */
export interface ListPlan {
  readonly inTurn: number
  readonly together: number
  readonly limit?: RequestLimit | undefined
}

/** So many requests of one account may be under way. */
export const mostInFlight = 16

/** How long a list takes at least, milliseconds: answers take `latencyMs`, our own work nothing. */
export function shortestList({ inTurn, together, limit }: ListPlan, latencyMs: number): number {
  const left: number[] = Array.from({ length: inTurn }, (_, index) => index * latencyMs)
  const start = inTurn * latencyMs
  for (let index = 0; index < together; index++) {
    const place = index < mostInFlight ? start : (left[inTurn + index - mostInFlight] ?? 0) + latencyMs
    const allowed = limit === undefined ? 0 : (left[left.length - limit.requests] ?? -limit.perMs) + limit.perMs
    left.push(Math.max(place, allowed))
  }
  return (left.at(-1) ?? 0) + latencyMs
}

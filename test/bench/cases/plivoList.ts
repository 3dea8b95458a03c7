import type { ListPlan } from '../shortestList.ts'
import { thousandNumbers } from '../thousandNumbers.ts'

const rowsPerPage = 20
/** As published. We stay a little below it. */
const limit = { requests: 300, perMs: 5_000 }

/** The first page tells the count; then the others may go out together, within the published rate. */
export function plivoPlan(numbers: number): ListPlan {
  return { inTurn: 1, together: Math.ceil(numbers / rowsPerPage) - 1, limit }
}

/** The SDK asks for one page after the other, which takes long: at high latency it runs once. */
export const plivoList = thousandNumbers({
  ...{ provider: 'plivo', label: 'Plivo', peer: 'plivoSdk' },
  plan: plivoPlan(1_000),
  repeats: (latencyMs) => (latencyMs > 100 ? 1 : 3),
  targets: (ours, theirs, limitMs) => [
    { what: 'times faster than the SDK at 100 ms', measured: theirs.wallMs / ours.wallMs, atLeast: 6 },
    { what: 'times the limit at 100 ms', measured: ours.wallMs / limitMs, atMost: 1.5 },
  ],
})

import type { BenchCase } from '../benchCase.ts'
import { compareSides, type Measurement } from '../compareSides.ts'
import { listColumns, listRow } from '../listRows.ts'
import { type ListPlan, shortestList } from '../shortestList.ts'

const owned = 1_000
const rowsPerPage = 20
const latencies = [0, 100, 300]
/** As published. We stay a little below it. */
const limit = { requests: 300, perMs: 5_000 }

/** The first page tells the count; then the others may go out together, within the published rate. */
export function plivoPlan(numbers: number): ListPlan {
  return { inTurn: 1, together: Math.ceil(numbers / rowsPerPage) - 1, limit }
}

/** A thousand numbers at Plivo, next to its SDK. */
export const plivoList: BenchCase = {
  name: 'plivo list',
  async run(tools) {
    const sandbox = await tools.sandbox({ plivo: owned, sinch: owned, tryvox: owned, contiguity: owned })
    const task = { accounts: [sandbox.account('plivo')] }
    const sides = [
      { side: 'ours', task },
      { side: 'plivoSdk', task },
    ] as const
    const runs: Measurement[] = []
    for (const latencyMs of latencies) {
      runs.push(...(await compareSides(tools, { sandbox, latencyMs, repeats: latencyMs > 100 ? 1 : 3, sides })))
    }
    const limitOf = ({ latencyMs }: Measurement) => shortestList(plivoPlan(owned), latencyMs)
    const [ours, theirs] = runs.filter(({ latencyMs }) => latencyMs === 100)
    if (ours === undefined || theirs === undefined) throw new Error('100 ms was not measured')
    return {
      title: 'Plivo, 1,000 numbers',
      columns: listColumns,
      rows: runs.map((run) => listRow(run, limitOf(run))),
      targets: [
        { what: 'times faster than the SDK at 100 ms', measured: theirs.wallMs / ours.wallMs, atLeast: 6 },
        { what: 'times the limit at 100 ms', measured: ours.wallMs / limitOf(ours), atMost: 1.5 },
        { what: 'first row at 100 ms', measured: ours.firstMs, atMost: 250 },
      ],
      figures: runs,
    }
  },
}

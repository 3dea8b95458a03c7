import type { BenchCase } from '../benchCase.ts'
import { compareSides, type Measurement } from '../compareSides.ts'
import { listColumns, listRow } from '../listRows.ts'
import { shortestList } from '../shortestList.ts'

const owned = 1_000
const latencies = [0, 100, 300]
/** The list comes whole. */
const plan = { inTurn: 1, together: 0 }

/** A thousand numbers at Contiguity, next to its SDK. */
export const contiguityList: BenchCase = {
  name: 'contiguity list',
  async run(tools) {
    const sandbox = await tools.sandbox({ plivo: owned, sinch: owned, tryvox: owned, contiguity: owned })
    const task = { accounts: [sandbox.account('contiguity')] }
    const sides = [
      { side: 'ours', task },
      { side: 'contiguitySdk', task },
    ] as const
    const runs: Measurement[] = []
    for (const latencyMs of latencies)
      runs.push(...(await compareSides(tools, { sandbox, latencyMs, repeats: 3, sides })))
    const ours = runs.find((run) => run.side === 'ours' && run.latencyMs === 100)
    return {
      title: 'Contiguity, 1,000 numbers',
      columns: listColumns,
      rows: runs.map((run) => listRow(run, shortestList(plan, run.latencyMs))),
      targets: [{ what: 'first row at 100 ms', measured: ours?.firstMs ?? Number.POSITIVE_INFINITY, atMost: 250 }],
      figures: runs,
    }
  },
}

import type { BenchCase } from '../benchCase.ts'
import { compareSides, type Measurement } from '../compareSides.ts'
import { listColumns, listRow } from '../listRows.ts'
import { shortestList } from '../shortestList.ts'

const owned = 1_000
const rowsPerPage = 100
const latencies = [0, 100, 300]
const plan = { inTurn: 1, together: owned / rowsPerPage - 1 }

/** A thousand numbers at TryVox. It has no SDK: a loop of plain requests stands for a script with curl. */
export const tryvoxList: BenchCase = {
  name: 'tryvox list',
  async run(tools) {
    const sandbox = await tools.sandbox({ plivo: owned, sinch: owned, tryvox: owned, contiguity: owned })
    const task = { accounts: [sandbox.account('tryvox')] }
    const sides = [
      { side: 'ours', task },
      { side: 'plainFetch', task },
    ] as const
    const runs: Measurement[] = []
    for (const latencyMs of latencies)
      runs.push(...(await compareSides(tools, { sandbox, latencyMs, repeats: 3, sides })))
    const ours = runs.find((run) => run.side === 'ours' && run.latencyMs === 100)
    return {
      title: 'TryVox, 1,000 numbers',
      columns: listColumns,
      rows: runs.map((run) => listRow(run, shortestList(plan, run.latencyMs))),
      notes: ['TryVox has no SDK: the other side is a loop of plain requests, as a script with curl would do it.'],
      targets: [{ what: 'first row at 100 ms', measured: ours?.firstMs ?? Number.POSITIVE_INFINITY, atMost: 250 }],
      figures: runs,
    }
  },
}

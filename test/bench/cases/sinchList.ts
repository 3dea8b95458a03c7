import type { BenchCase } from '../benchCase.ts'
import { compareSides, type Measurement } from '../compareSides.ts'
import { listColumns, listRow } from '../listRows.ts'
import { shortestList } from '../shortestList.ts'

const owned = 1_000
const latencies = [0, 100, 300]
/** A token, then one page of the largest size. */
const plan = { inTurn: 2, together: 0 }

/** A thousand numbers at Sinch, next to its SDK at the largest page size. */
export const sinchList: BenchCase = {
  name: 'sinch list',
  async run(tools) {
    const sandbox = await tools.sandbox({ plivo: owned, sinch: owned, tryvox: owned, contiguity: owned })
    const accounts = [sandbox.account('sinch')]
    const sides = [
      { side: 'ours', task: { accounts } },
      { side: 'sinchSdk', task: { accounts, pageSize: 1_000 } },
    ] as const
    const runs: Measurement[] = []
    for (const latencyMs of latencies)
      runs.push(...(await compareSides(tools, { sandbox, latencyMs, repeats: 5, sides })))
    const at = (side: string) => runs.find((run) => run.side === side && run.latencyMs === 100)
    const [ours, theirs] = [at('ours'), at('sinchSdk')]
    if (ours === undefined || theirs === undefined) throw new Error('100 ms was not measured')
    return {
      title: 'Sinch, 1,000 numbers',
      columns: listColumns,
      rows: runs.map((run) => listRow(run, shortestList(plan, run.latencyMs))),
      targets: [
        { what: 'time of the SDK at 100 ms', measured: ours.wallMs / theirs.wallMs, atMost: 1 },
        { what: 'first row at 100 ms', measured: ours.firstMs, atMost: 250 },
      ],
      figures: runs,
    }
  },
}

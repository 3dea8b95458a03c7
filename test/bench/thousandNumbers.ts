import type { BenchCase, Target } from './benchCase.ts'
import { compareSides, type Measurement } from './compareSides.ts'
import { listColumns, listRow } from './listRows.ts'
import { type ListPlan, shortestList } from './shortestList.ts'
import type { SideName, SideTask } from './sideTask.ts'

const owned = 1_000
const latencies = [0, 100, 300]
/** The latency that targets are about, milliseconds. */
const targetLatency = 100

export interface ThousandNumbers {
  readonly provider: 'sinch' | 'plivo' | 'tryvox' | 'contiguity'
  /** The provider as people write it. */
  readonly label: string
  readonly peer: SideName
  /** What the peer is told beside its account. */
  readonly peerTask?: Pick<SideTask, 'pageSize'>
  readonly plan: ListPlan
  /** How often each side runs at a latency; they take turns. */
  readonly repeats: (latencyMs: number) => number
  readonly notes?: readonly string[]
  /** What is promised beside the first row. */
  readonly targets?: (ours: Measurement, theirs: Measurement, limitMs: number) => readonly Target[]
}

/** A thousand numbers at one provider, next to what people use today. */
export function thousandNumbers(list: ThousandNumbers): BenchCase {
  return {
    name: `${list.provider} list`,
    async run(tools) {
      const sandbox = await tools.sandbox({ plivo: owned, sinch: owned, tryvox: owned, contiguity: owned })
      const accounts = [sandbox.account(list.provider)]
      const sides = [
        { side: 'ours', task: { accounts } },
        { side: list.peer, task: { accounts, ...list.peerTask } },
      ] as const
      const runs: Measurement[] = []
      for (const latencyMs of latencies) {
        runs.push(...(await compareSides(tools, { sandbox, latencyMs, repeats: list.repeats(latencyMs), sides })))
      }
      const limitMs = (latencyMs: number) => shortestList(list.plan, latencyMs)
      const [ours, theirs] = runs.filter(({ latencyMs }) => latencyMs === targetLatency)
      if (ours === undefined || theirs === undefined) throw new Error(`${targetLatency} ms was not measured`)
      return {
        title: `${list.label}, 1,000 numbers`,
        columns: listColumns,
        rows: runs.map((run) => listRow(run, limitMs(run.latencyMs))),
        notes: list.notes ?? [],
        targets: [
          ...(list.targets?.(ours, theirs, limitMs(targetLatency)) ?? []),
          { what: 'first row at 100 ms', measured: ours.firstMs, atMost: 250 },
        ],
        figures: runs,
      }
    },
  }
}

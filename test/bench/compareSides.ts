import type { BenchTools } from './benchCase.ts'
import type { BenchSandbox, Traffic } from './benchSandbox.ts'
import type { SideName, SideResult, SideTask } from './sideTask.ts'

/** One side at one latency: its run of median duration, and what the sandbox saw of that run. */
export interface Measurement extends SideResult, Traffic {
  readonly side: SideName
  readonly latencyMs: number
  readonly repeats: number
}

export interface Comparison {
  readonly sandbox: BenchSandbox
  readonly latencyMs: number
  /** How often each side runs; they take turns. */
  readonly repeats: number
  readonly sides: readonly { readonly side: SideName; readonly task: SideTask }[]
}

/** Measures all sides under the same circumstances, in turns, each run in its own process. Rejects when a run of ours fails. */
export async function compareSides(tools: BenchTools, comparison: Comparison): Promise<readonly Measurement[]> {
  const { sandbox, latencyMs, repeats, sides } = comparison
  const runs = sides.map((): (SideResult & Traffic)[] => [])
  await sandbox.latency(latencyMs)
  for (let round = 0; round < repeats; round++) {
    for (const [index, { side, task }] of sides.entries()) {
      await sandbox.calm()
      const result = await tools.side(side, task)
      if (side === 'ours' && result.failure !== undefined) throw new Error(`We failed: ${result.failure}`)
      runs[index]?.push({ ...result, ...(await sandbox.traffic()) })
    }
  }
  return sides.map(({ side }, index) => ({ side, latencyMs, repeats, ...median(runs[index] ?? []) }))
}

function median<Run extends { readonly wallMs: number }>(runs: readonly Run[]): Run {
  const sorted = [...runs].sort((a, b) => a.wallMs - b.wallMs)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('Nothing was run')
  return middle
}

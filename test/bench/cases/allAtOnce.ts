import type { BenchCase } from '../benchCase.ts'
import { compareSides, type Measurement } from '../compareSides.ts'
import { ms } from '../listRows.ts'

const owned = 1_000
const latencies = [100, 300]
const providers = ['sinch', 'plivo', 'tryvox', 'contiguity']

/** All accounts together should take no longer than the slowest of them alone. */
export const allAtOnce: BenchCase = {
  name: 'all at once',
  async run(tools) {
    const sandbox = await tools.sandbox({ plivo: owned, sinch: owned, tryvox: owned, contiguity: owned })
    const accounts = providers.map((provider) => sandbox.account(provider))
    const groups = [...accounts.map((account) => [account]), accounts]
    const sides = groups.map((group) => ({ side: 'ours', task: { accounts: group } }) as const)
    const runs: Measurement[] = []
    for (const latencyMs of latencies)
      runs.push(...(await compareSides(tools, { sandbox, latencyMs, repeats: 3, sides })))
    const labels = [...providers.map((provider) => `${provider} alone`), 'all four together']
    const ratios = latencies.map((latencyMs) => {
      const walls = runs.filter((run) => run.latencyMs === latencyMs).map(({ wallMs }) => wallMs)
      return { latencyMs, ratio: (walls.at(-1) ?? 0) / Math.max(...walls.slice(0, -1)) }
    })
    return {
      title: 'All four providers at once, 1,000 numbers each',
      columns: ['accounts', 'latency', 'wall', 'first row', 'requests', 'peak memory'],
      rows: runs.map((run, index) => [
        labels[index % labels.length] ?? '',
        ms(run.latencyMs),
        ms(run.wallMs),
        ms(run.firstMs),
        String(run.requests),
        `${run.peakMb.toFixed(0)} MB`,
      ]),
      targets: ratios.map(({ latencyMs, ratio }) => ({
        what: `times the slowest alone at ${latencyMs} ms`,
        measured: ratio,
        atMost: 1.25,
      })),
      figures: runs,
    }
  },
}

import type { BenchCase } from '../benchCase.ts'
import { compareSides } from '../compareSides.ts'
import { sideLabels } from '../listRows.ts'

const owned = 1_000

/** What each side's code costs: the time to load it, and the memory of a process that lists a thousand numbers with it. */
export const codeCost: BenchCase = {
  name: 'code',
  async run(tools) {
    const sandbox = await tools.sandbox({ plivo: owned, sinch: owned, tryvox: owned, contiguity: owned })
    const listing = (provider: string, differences = {}) => ({ accounts: [sandbox.account(provider)], ...differences })
    const sides = [
      { side: 'nothing', task: { accounts: [] } },
      { side: 'ours', task: listing('plivo') },
      { side: 'plivoSdk', task: listing('plivo') },
      { side: 'ours', task: listing('sinch') },
      { side: 'sinchSdk', task: listing('sinch', { pageSize: 1_000 }) },
      { side: 'ours', task: listing('tryvox') },
      { side: 'plainFetch', task: listing('tryvox') },
      { side: 'ours', task: listing('contiguity') },
      { side: 'contiguitySdk', task: listing('contiguity') },
    ] as const
    const runs = await compareSides(tools, { sandbox, latencyMs: 0, repeats: 3, sides })
    return {
      title: 'What the code costs, 1,000 numbers without latency',
      columns: ['side', 'provider', 'load time', 'peak memory', 'wall'],
      rows: runs.map((run, index) => [
        sideLabels[run.side],
        sides[index]?.task.accounts[0]?.provider ?? '',
        `${run.loadMs.toFixed(0)} ms`,
        `${run.peakMb.toFixed(0)} MB`,
        `${run.wallMs.toFixed(0)} ms`,
      ]),
      targets: [],
      figures: runs,
    }
  },
}

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { runProcess } from '../../../scripts/runProcess.mjs'
import type { BenchCase, BenchTools } from '../benchCase.ts'
import type { SideName } from '../sideTask.ts'
import { type LoadedStage, type StageName, startStages } from '../start/startStages.ts'

const root = join(import.meta.dirname, '../../..')
const program = join(root, 'test/bench/start/loadStages.ts')
const bundles = join(root, 'out/bench/bundles')
const repeats = 5
const longestMs = 30_000
const mostEntryKb = 60
const peers: readonly { readonly side: SideName; readonly code: string }[] = [
  { side: 'plivoSdk', code: '`plivo`' },
  { side: 'sinchSdk', code: '`@sinch/sdk-core`' },
  { side: 'contiguitySdk', code: '`contiguity`' },
]

/** What code is loaded when, and how long that takes in a fresh process; beside it the packages that a script would load. */
export const startCost: BenchCase = {
  name: 'start',
  async run(tools) {
    const names = Object.keys(startStages) as StageName[]
    const ours = await measureStages(names)
    const others = await loadPeers(tools)
    const entryKb = ours[0]?.kb ?? 0
    return {
      title: 'Code that is loaded, and when',
      columns: ['when', 'code', 'size', 'load time'],
      rows: [
        ...ours.map(({ stage, kb, ms }) => [
          stage,
          startStages[stage].join(', '),
          `${kb.toFixed(0)} kB`,
          `${ms.toFixed(1)} ms`,
        ]),
        ...others.map(({ code, ms }) => ['a script begins', code, '', `${ms.toFixed(1)} ms`]),
      ],
      targets: [{ what: 'kB, loaded when a window opens', measured: entryKb, atMost: mostEntryKb }],
      figures: { ours, others },
    }
  },
}

async function measureStages(names: readonly StageName[]) {
  const runs: LoadedStage[][] = []
  for (let turn = 0; turn < repeats; turn += 1) {
    const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', program, bundles]
    runs.push(JSON.parse(await runProcess(process.execPath, flags, { limitMs: longestMs })))
  }
  return names.map((stage) => ({
    stage,
    kb: startStages[stage].reduce((sum, name) => sum + statSync(join(bundles, `${name}.js`)).size / 1000, 0),
    ms: median(runs.flatMap((run) => run.filter((one) => one.stage === stage).map(({ ms }) => ms))),
  }))
}

/** A side without accounts loads its code and has nothing to list. */
async function loadPeers(tools: BenchTools) {
  const times = peers.map((peer) => ({ ...peer, runs: [] as number[] }))
  for (let turn = 0; turn < repeats; turn += 1) {
    for (const { side, runs } of times) runs.push((await tools.side(side, { accounts: [] })).loadMs)
  }
  return times.map(({ code, runs }) => ({ code, ms: median(runs) }))
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

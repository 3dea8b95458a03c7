import { join } from 'node:path'
import { build } from 'esbuild'
import { runProcess } from '../../../scripts/runProcess.mjs'
import type { BenchCase } from '../benchCase.ts'
import type { TreeFigures } from '../tree/treeFigures.ts'

const root = join(import.meta.dirname, '../../..')
const program = join(root, 'out/bench/measureTree.cjs')
const longestMs = 180_000
const longestStallMs = 50
const longestOpeningMs = 150
const mostMb = 80

/** Fifty thousand numbers in the inventory and in the tree: how long anything keeps the extension host busy, and the memory. */
export const treeScale: BenchCase = {
  name: 'tree',
  async run() {
    const figures = await measureTree()
    const openings = figures.work.filter(({ name }) => name.startsWith('country'))
    const inOneList = openings.filter(({ name }) => name.endsWith('in one list'))
    return {
      title: `${figures.numbers.toLocaleString('en')} numbers in ${figures.countries} countries over 4 providers`,
      columns: ['work', 'processor time', 'longest stretch'],
      rows: figures.work.map(({ name, cpuMs, stallMs }) => [
        name,
        `${cpuMs.toFixed(1)} ms`,
        `${stallMs.toFixed(1)} ms`,
      ]),
      notes: [
        `Memory above the empty product: ${figures.collapsedMb.toFixed(1)} MB, ${figures.openedMb.toFixed(1)} MB after every group was opened.`,
        `Rows drawn again by refreshes that found nothing new: ${figures.redraws}.`,
      ],
      targets: [
        ...openings.map(({ name, cpuMs }) => ({ what: `ms, ${name}`, measured: cpuMs, atMost: longestOpeningMs })),
        ...figures.work
          .filter((work) => !inOneList.includes(work))
          .map(({ name, stallMs }) => ({
            what: `ms at a stretch, ${name}`,
            measured: stallMs,
            atMost: longestStallMs,
          })),
        { what: 'MB for everything, every group opened', measured: figures.openedMb, atMost: mostMb },
        { what: 'rows drawn again without need', measured: figures.redraws, atMost: 0 },
      ],
      figures,
    }
  },
}

async function measureTree(): Promise<TreeFigures> {
  await build({
    absWorkingDir: root,
    entryPoints: ['test/bench/tree/measureTree.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias: { vscode: './test/bench/tree/vscodeStub.ts' },
    logLevel: 'warning',
  })
  const output = await runProcess(process.execPath, ['--expose-gc', program], { limitMs: longestMs })
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '')
}

import { globSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { buildBundles } from '../../esbuild.mjs'
import { runProcess } from '../../scripts/runProcess.mjs'
import type { SideName, SideResult, SideTask } from './sideTask.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'out/bench')
const longestMs = 120_000

/** Builds the extension's bundles and the sides, so that no process spends time on reading TypeScript. Packages stay as installed. */
export async function buildSides(): Promise<void> {
  await buildBundles({ outdir: join(folder, 'bundles'), production: true })
  await build({
    entryPoints: globSync('test/bench/sides/*.ts', { cwd: root }),
    absWorkingDir: root,
    outdir: join(folder, 'sides'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    external: ['../bundles/*'],
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  })
}

/** Runs one side in its own process. Rejects when it crashes or takes longer than two minutes. */
export async function runSide(name: SideName, task: SideTask): Promise<SideResult> {
  const program = join(folder, 'sides', `${name}.mjs`)
  const output = await runProcess(process.execPath, [program, JSON.stringify(task)], { limitMs: longestMs })
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '')
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { type BenchTools, isMet, type Section } from './benchCase.ts'
import { type BenchSandbox, type SandboxWish, startBenchSandbox } from './benchSandbox.ts'
import { cases } from './cases.ts'
import { printSection } from './printSection.ts'
import { buildSides, runSide } from './sidePrograms.ts'

const limitMinutes = 8
const file = join(import.meta.dirname, '../../out/bench.json')

const sandboxes = new Map<string, Promise<BenchSandbox>>()
const tools: BenchTools = {
  side: runSide,
  sandbox(wish: SandboxWish) {
    const key = JSON.stringify(wish)
    const running = sandboxes.get(key) ?? startBenchSandbox(wish)
    sandboxes.set(key, running)
    return running
  },
}

setTimeout(() => {
  console.error(`The bench took longer than ${limitMinutes} minutes and was stopped.`)
  process.exit(1)
}, limitMinutes * 60_000).unref()

const words = process.argv.slice(2)
const wanted = cases.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
console.log(`Node ${process.version}, ${cpus().length} processors, load ${(loadavg()[0] ?? 0).toFixed(1)}`)
await buildSides()
const sections: (Section & { readonly name: string })[] = []
for (const { name, run } of wanted) {
  const section = await run(tools)
  sections.push({ name, ...section })
  console.log(printSection(section))
}
for (const sandbox of sandboxes.values()) await (await sandbox).close()
mkdirSync(join(file, '..'), { recursive: true })
writeFileSync(file, JSON.stringify({ node: process.version, processors: cpus().length, sections }, undefined, 2))
const missed = sections.flatMap(({ targets }) => targets).filter((target) => !isMet(target))
console.log(`\n${sections.length} cases, ${missed.length} targets missed. The figures are in out/bench.json.`)
process.exitCode = missed.length > 0 || sections.length === 0 ? 1 : 0

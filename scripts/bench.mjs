// npm run bench: measures side by side with what people use today, under the pinned Node. See docs/performance.md.
//   npm run bench             every case
//   npm run bench -- plivo    only the cases whose name contains "plivo"
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, repository } from './bootstrap.mjs'

/** @param {string} node */
function runBench(node) {
  const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(repository, 'test', 'bench', 'run.ts')]
  const child = spawn(node, [...flags, ...process.argv.slice(2)], { cwd: repository, stdio: 'inherit' })
  // Ctrl-C reaches the child by itself; we stay until it has cleaned up.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
}

try {
  runBench(await ensureInstalled())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

// npm test: installs what is missing and runs everything. Works in a fresh clone with Node 20 or newer.
//   npm test                      all steps
//   npm test -- unit              one step and those it needs (types, lint, build, unit, conformance, package, host, e2e)
//   npm test -- unit providers    only the test files whose path contains "providers"
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { ensureInstalled, npmEnvironment, repository } from './bootstrap.mjs'
import { withPathFirst } from './runProcess.mjs'

/** @param {string} node */
function runTests(node) {
  const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', join(repository, 'scripts', 'testMain.mjs')]
  const env = withPathFirst(join(repository, 'node_modules', '.bin'), withPathFirst(dirname(node), npmEnvironment()))
  const child = spawn(node, [...flags, ...process.argv.slice(2)], { cwd: repository, stdio: 'inherit', env })
  // Ctrl-C reaches the child by itself; we stay until it has cleaned up.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
}

try {
  runTests(await ensureInstalled())
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

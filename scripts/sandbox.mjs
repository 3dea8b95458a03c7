import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './bootstrap.mjs'

const PARENT_CHECK_MS = 250

/** Runs on the machine's own Node: installs what is missing, then hands over to the pinned Node, which reads TypeScript. */
async function main() {
  const node = await ensureInstalled({ say: (line) => process.stderr.write(`${line}\n`) })
  const script = fileURLToPath(new URL('sandboxMain.mjs', import.meta.url))
  const flags = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', '--disable-warning=ExperimentalWarning']
  const child = spawn(node, [...flags, script, ...process.argv.slice(2)], { stdio: 'inherit' })
  const stop = () => child.kill('SIGTERM')
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const watch = stopWithNpm(stop)
  child.once('error', fail)
  child.once('exit', (code) => {
    clearInterval(watch)
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    process.exitCode = code ?? 1
  })
}

/** Between npm and us stands a shell that dies of a signal without passing it on; its end is the only sign.
 * @param {() => void} stop */
function stopWithNpm(stop) {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined
  const parent = process.ppid
  return setInterval(() => {
    if (process.ppid !== parent) stop()
  }, PARENT_CHECK_MS)
}

/** @param {unknown} error */
function fail(error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

main().catch(fail)

import { describeAsJson, describeAsTable } from '../src/sandbox/describeSandbox.ts'
import { startSandbox } from '../src/sandbox/sandbox.ts'
import { parseSandboxArguments, SANDBOX_USAGE } from '../src/sandbox/sandboxArguments.ts'

/** @param {string[]} argv */
async function main(argv) {
  const { options, json, help } = parseSandboxArguments(argv)
  if (help) {
    process.stdout.write(SANDBOX_USAGE)
    return
  }
  const sandbox = await startSandbox(options)
  const stop = () => {
    sandbox.close().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  process.stdout.write(`${json ? describeAsJson(sandbox) : describeAsTable(sandbox)}\n`)
}

/** @param {unknown} error */
function explain(error) {
  const failure = /** @type {NodeJS.ErrnoException} */ (error)
  if (failure.code === 'EADDRINUSE') return 'A port is in use already. Choose another one with --port, or none at all.'
  if (failure.code === 'EACCES') return 'This port may not be opened. Choose one from 1024 on with --port.'
  if (error instanceof TypeError) return `${failure.message}\n\n${SANDBOX_USAGE}`
  return String(failure.stack ?? failure)
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${explain(error).trimEnd()}\n`)
  process.exitCode = 1
})

import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import Mocha from 'mocha'

interface Failure {
  readonly name: string
  readonly file: string
  readonly error: string
}

/** Ends the extension that the others use. */
const LAST = 'startCost.host.js'

const SKIPPED = 'The test is skipped.'

/** Called by the editor inside its extension host: runs every bundled suite file beside this one, writes what came out to
 * the file named by HOST_REPORT, and rejects when anything failed, was skipped or when nothing ran. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 20_000, reporter: 'spec' })
  for (const file of inOrder(globSync('**/*.host.js', { cwd: __dirname }))) mocha.addFile(join(__dirname, file))
  const failures: Failure[] = []
  let passed = 0
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve())
    runner.on('pass', () => {
      passed += 1
    })
    runner.on('fail', (test, error) => failures.push(failure(test, error.stack ?? String(error))))
    runner.on('pending', (test) => failures.push(failure(test, SKIPPED)))
  })
  if (passed + failures.length === 0) {
    failures.push({ name: 'the suite as a whole', file: 'test/host', error: 'No test ran.' })
  }
  report({ passed, failures })
  if (failures.length > 0) throw new Error(`${failures.length} of ${passed + failures.length} host tests failed`)
}

function inOrder(files: readonly string[]): string[] {
  return [...files.filter((file) => file !== LAST).sort(), ...files.filter((file) => file === LAST)]
}

function failure(test: Mocha.Runnable, error: string): Failure {
  const file = join('test/host', relative(__dirname, test.file ?? __dirname)).replace(/\.js$/, '.ts')
  return { name: test.fullTitle(), file, error }
}

function report(content: { passed: number; failures: Failure[] }): void {
  const path = process.env['HOST_REPORT']
  if (!path) throw new Error('HOST_REPORT does not name a file for the report')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, JSON.stringify(content))
}

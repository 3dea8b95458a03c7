import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Tally } from '../../../scripts/testRun/tally.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const runner = join(import.meta.dirname, '../../../scripts/testRun/nodeTests.ts')
const imports =
  "import { after, before, describe, it, test } from 'node:test'\nimport assert from 'node:assert/strict'\n"

/** Runs one test file in a process of its own: node:test refuses to run tests from within a test. */
function tallyOf(body: string, limitMs = 20_000): Tally {
  const folder = temporaryFolder({
    'a.test.ts': `${imports}${body}\n`,
    'runner.mjs': `
      import { runTestFiles } from ${JSON.stringify(runner)}
      const signal = new AbortController().signal
      const options = { root: import.meta.dirname, concurrency: 1, fileLimitMs: ${limitMs}, signal }
      const tally = await runTestFiles([import.meta.dirname + '/a.test.ts'], options)
      console.log(JSON.stringify(tally))`,
  })
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const output = execFileSync(process.execPath, ['--no-warnings', join(folder, 'runner.mjs')], { env })
  return JSON.parse(output.toString())
}

function namesOf(tally: Tally): string[] {
  return tally.failures.map((failure) => failure.name)
}

describe('counting the tests of a file', () => {
  it('counts tests and subtests, not suites', () => {
    const tally = tallyOf(
      "describe('suite', () => { it('one', () => {}); describe('inner', () => { it('two', () => {}) }) })\n" +
        "test('parent', async (t) => { await t.test('child', () => {}) })",
    )
    assert.deepEqual(tally, { passed: 4, failures: [] })
  })

  it('reports a failing test once, with its name, file and error', () => {
    const tally = tallyOf("describe('suite', () => { it('good', () => {}); it('bad', () => assert.equal(1, 2)) })")
    assert.equal(tally.passed, 1)
    assert.deepEqual(namesOf(tally), ['bad'])
    assert.equal(tally.failures[0]?.file, 'a.test.ts')
    assert.match(tally.failures[0]?.error ?? '', /1 !== 2/)
  })

  it('does not count a parent beside its failing subtest', () => {
    const tally = tallyOf("test('parent', async (t) => { await t.test('child', () => { throw new Error('no') }) })")
    assert.equal(tally.passed, 0)
    assert.deepEqual(namesOf(tally), ['child'])
  })

  it('takes a skipped test, a skipped suite and a test to be done for failures', () => {
    const tally = tallyOf(
      "it['skip']('skipped', () => {})\nit['todo']('later', () => {})\ndescribe['skip']('suite', () => { it('x', () => {}) })\nit('good', () => {})",
    )
    assert.equal(tally.passed, 1)
    assert.deepEqual(namesOf(tally), ['skipped', 'later', 'suite'])
  })

  it('takes a failing hook for a failure although every test passed', () => {
    const tally = tallyOf("describe('suite', () => { after(() => { throw new Error('late') }); it('good', () => {}) })")
    assert.equal(tally.passed, 1)
    assert.deepEqual(namesOf(tally), ['suite'])
  })

  it('takes a file without tests for a failure', () => {
    assert.match(tallyOf('').failures[0]?.error ?? '', /No test ran/)
    assert.match(tallyOf("describe('empty', () => {})").failures[0]?.error ?? '', /No test ran/)
  })

  it('takes a file that cannot be loaded for a failure and shows what it printed', () => {
    const tally = tallyOf("throw new Error('broken at load')")
    assert.equal(tally.failures.length, 1)
    assert.match(tally.failures[0]?.error ?? '', /broken at load/)
  })

  it('takes a process that leaves before its tests are done for a failure', () => {
    const tally = tallyOf("test('fine', () => {})\ntest('leaves', () => process.exit(0))\ntest('never', () => {})")
    assert.equal(tally.failures.length, 1)
  })

  it('takes a process that ends badly after its tests for a failure', () => {
    const tally = tallyOf("test('fine', () => {})\nprocess.on('exit', () => { process.exitCode = 3 })")
    assert.equal(tally.passed, 1)
    assert.equal(tally.failures.length, 1)
  })

  it('ends a file that exceeds its time', () => {
    const tally = tallyOf("test('hangs', () => new Promise(() => { setInterval(() => {}, 1000) }))", 1_500)
    assert.equal(tally.passed, 0)
    assert.equal(tally.failures.length, 1)
  })
})

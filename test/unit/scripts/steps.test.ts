import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { selectSteps, steps } from '../../../scripts/testRun/steps.ts'
import { failureReport, summaryLine } from '../../../scripts/testRun/tally.ts'
import { temporaryFolder } from './temporaryFolder.ts'

const names = (chosen: readonly { readonly name: string }[]) => chosen.map((step) => step.name)

describe('the steps of a run', () => {
  it('are all of them, in their order, when none is named', () => {
    const all = ['types', 'lint', 'build', 'unit', 'conformance', 'package', 'host', 'e2e']
    assert.deepEqual(names(selectSteps([], [], '/')), all)
    assert.deepEqual(names(steps), all)
  })

  it('are those that were named and what they need', () => {
    assert.deepEqual(names(selectSteps(['e2e', 'types'], [], '/')), ['types', 'package', 'e2e'])
    assert.deepEqual(names(selectSteps(['host'], ['rent'], '/')), ['build', 'host'])
  })

  it('are those with a matching test file when only a pattern is given', () => {
    const root = temporaryFolder({ 'test/conformance/plivo.test.ts': '', 'test/unit/core/price.test.ts': '' })
    assert.deepEqual(names(selectSteps([], ['plivo'], root)), ['conformance'])
    assert.deepEqual(names(selectSteps([], ['nothing'], root)), [])
  })
})

describe('the end of a run', () => {
  const tally = { passed: 12, failures: [{ name: 'keeps the list', file: 'test/a.test.ts', error: 'one\ntwo\n' }] }

  it('is a line with both counts', () => {
    assert.equal(summaryLine(tally), '12 passed, 1 failed')
  })

  it('names every failure with its file and error', () => {
    assert.equal(failureReport(tally), '✖ keeps the list\n  test/a.test.ts\n    one\n    two\n')
  })
})

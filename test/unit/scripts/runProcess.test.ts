import assert from 'node:assert/strict'
import { delimiter } from 'node:path'
import { describe, it } from 'node:test'
import { runProcess, withPathFirst } from '../../../scripts/runProcess.mjs'

const node = (script: string, limitMs = 20_000) => runProcess(process.execPath, ['-e', script], { limitMs })

describe('running a program', () => {
  it('resolves with what it printed on both streams', async () => {
    assert.equal(await node("console.log('out')"), 'out\n')
    assert.equal(await node("console.error('err')"), 'err\n')
  })

  it('rejects with its status and its last lines when it fails', async () => {
    await assert.rejects(node("console.log('the reason'); process.exit(3)"), /ended with 3:\nthe reason/)
  })

  it('rejects when there is no such program', async () => {
    await assert.rejects(runProcess('/does/not/exist', []), /could not start/)
  })

  it('ends a program that exceeds its time', async () => {
    await assert.rejects(node('setInterval(() => {}, 1000)', 300), /took longer than 0\.3 s/)
  })

  it('finds programs in the folder put first on PATH', () => {
    assert.equal(withPathFirst('/a', { PATH: '/b' })['PATH'], `/a${delimiter}/b`)
    assert.equal(withPathFirst('/a', {})['PATH'], '/a')
  })
})

import assert from 'node:assert/strict'
import { describe, it, mock } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { whenQuiet } from '../../../src/vscode/whenQuiet.ts'

const unexpected = (error: unknown) => assert.fail(String(error))

describe('work that follows changes', () => {
  it('runs once for many changes, and once more for those that came meanwhile', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] })
    const gates: (() => void)[] = []
    const work = mock.fn(() => new Promise<void>((resolve) => gates.push(resolve)))
    const { soon } = whenQuiet(work, unexpected)
    for (let change = 0; change < 100; change += 1) soon()
    t.mock.timers.tick(1_000)
    assert.equal(work.mock.callCount(), 1)
    soon()
    soon()
    t.mock.timers.tick(1_000)
    assert.equal(work.mock.callCount(), 1)
    gates[0]?.()
    await turn()
    t.mock.timers.tick(1_000)
    assert.equal(work.mock.callCount(), 2)
  })

  it('goes on after a failure and tells it', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] })
    const failed = mock.fn()
    const { soon } = whenQuiet(() => Promise.reject(new Error('no')), failed)
    soon()
    t.mock.timers.tick(1_000)
    await turn()
    soon()
    t.mock.timers.tick(1_000)
    await turn()
    assert.equal(failed.mock.callCount(), 2)
  })

  it('does nothing after its end, and what runs then learns of it', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] })
    const signals: AbortSignal[] = []
    const work = whenQuiet(async (signal) => {
      signals.push(signal)
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    }, unexpected)
    work.soon()
    t.mock.timers.tick(1_000)
    work.dispose()
    work.soon()
    t.mock.timers.tick(1_000)
    await turn()
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true],
    )
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseSandboxArguments } from '../../../../src/sandbox/sandboxArguments.ts'

describe("the sandbox's command line", () => {
  it('lets the clock run with real time and leaves the rest to the sandbox', () => {
    assert.deepEqual(parseSandboxArguments([]), { options: { realTime: true }, json: false, help: false })
  })

  it('reads every option, with a space or an equals sign', () => {
    const words = [
      '--port',
      '4600',
      '--seed=7',
      '--owned',
      'plivo=1000,sinch=200',
      '--owned=contiguity=3',
      '--latency=80',
      '--json',
    ]
    assert.deepEqual(parseSandboxArguments(words), {
      options: {
        realTime: true,
        port: 4600,
        seed: 7,
        owned: { plivo: 1000, sinch: 200, contiguity: 3 },
        latencyMs: 80,
      },
      json: true,
      help: false,
    })
  })

  it('says what is wrong with what was typed', () => {
    assert.throws(() => parseSandboxArguments(['--port']), /--port takes a whole number/)
    assert.throws(() => parseSandboxArguments(['--port', '70000']), /--port takes a whole number/)
    assert.throws(() => parseSandboxArguments(['--latency', 'slow']), /--latency takes a whole number/)
    assert.throws(() => parseSandboxArguments(['--owned', 'plivo']), /plivo=1000,sinch=200/)
    assert.throws(() => parseSandboxArguments(['--owned']), /plivo=1000,sinch=200/)
    assert.throws(() => parseSandboxArguments(['--quick']), /Unknown option --quick/)
  })
})

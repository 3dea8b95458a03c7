import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { promisify } from 'node:util'
import { startLocalServer } from '../../support/startLocalServer.ts'

const run = promisify(execFile)
const program = join(import.meta.dirname, '../../support/network/dispatcherSlots.ts')

/** In a process of its own, because the slots belong to the process. */
async function slots(t: TestContext, state: 'filled' | 'vacant'): Promise<string> {
  const server = await startLocalServer(t, (_request, response) => response.end('{}'))
  const { stdout } = await run(process.execPath, ['--no-warnings', program, state, server.origin])
  assert.equal(server.requests.length, 1)
  return stdout.trim()
}

describe('loading the network part and sending a request', () => {
  it('leaves the dispatchers of the process as they were', async (t) => {
    assert.equal(await slots(t, 'filled'), 'untouched untouched untouched untouched')
  })

  it('leaves the places of the dispatchers empty when they were', async (t) => {
    assert.equal(await slots(t, 'vacant'), 'empty empty empty empty')
  })
})

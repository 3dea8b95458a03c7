import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { describe, it, type TestContext } from 'node:test'
import { EMULATORS } from '../../../../src/sandbox/emulators.ts'
import { startSandbox as start } from '../../../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../../support/startSandbox.ts'

/** A port with free neighbours cannot be asked for, so a few are tried. */
async function withPorts<Result>(work: (port: number) => Promise<Result>): Promise<Result> {
  for (let port = 42_100; port < 42_900; port += 20) {
    try {
      return await work(port)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    }
  }
  return assert.fail('no free ports')
}

function occupy(t: TestContext, port: number): Promise<void> {
  const blocker = createServer().unref()
  t.after(() => blocker.close())
  return new Promise((resolve, reject) => {
    blocker.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
}

describe('the sandbox', () => {
  it('gives every provider an origin of its own and credentials', async (t) => {
    const { control, providers } = await startSandbox(t)
    assert.deepEqual(Object.keys(providers), Object.keys(EMULATORS))
    const origins = [control, ...Object.values(providers).map(({ endpoint }) => endpoint)]
    assert.equal(new Set(origins).size, origins.length)
    for (const origin of origins) assert.match(origin, /^http:\/\/127\.0\.0\.1:\d+$/)
    for (const { credentials } of Object.values(providers)) assert.notEqual(Object.keys(credentials).length, 0)
    assert.equal(providers['sinch']?.authEndpoint, providers['sinch']?.endpoint)
    assert.equal('authEndpoint' in (providers['contiguity'] ?? {}), false)
  })

  it('takes the ports that follow the given one', async () => {
    await withPorts(async (port) => {
      const sandbox = await start({ port })
      const urls = [sandbox.control, ...Object.values(sandbox.providers).map(({ endpoint }) => endpoint)]
      await sandbox.close()
      assert.deepEqual(
        urls,
        urls.map((_, index) => `http://127.0.0.1:${port + index}`),
      )
    })
  })

  it('leaves nothing open when one of the ports is taken', async (t) => {
    await withPorts(async (port) => {
      await occupy(t, port + 2)
      await assert.rejects(start({ port }), { code: 'EADDRINUSE' })
      await occupy(t, port)
      await occupy(t, port + 1)
    })
  })

  it('builds the same worlds from the same seed and others from another', async (t) => {
    const worlds = await Promise.all(
      [3, 3, 4].map(async (seed) => (await startSandbox(t, { seed })).world('contiguity')),
    )
    assert.deepEqual(worlds[0], worlds[1])
    assert.notDeepEqual(worlds[0], worlds[2])
  })

  it('refuses a wish for numbers at an unknown provider', async () => {
    await assert.rejects(start({ owned: { acme: 3 } }), /Unknown provider acme/)
  })

  it('runs with real time only when asked to', async (t) => {
    const sandbox = await startSandbox(t, { realTime: true })
    const still = await startSandbox(t)
    const [first, firstStill] = [await sandbox.advance(0), await still.advance(0)]
    await sandbox.latency(20)
    await fetch(sandbox.provider('contiguity').endpoint)
    assert.ok((await sandbox.advance(0)) - first >= 19)
    assert.equal(await still.advance(0), firstStill)
  })

  it('closes once however often it is told to, with requests still open', async () => {
    const sandbox = await start({ latencyMs: 60_000 })
    const pending = assert.rejects(fetch(sandbox.providers['contiguity']?.endpoint ?? ''))
    const open = async () => (await (await fetch(`${sandbox.control}/requests`)).text()) !== '[]'
    for (let tries = 0; !(await open()); tries += 1) assert.ok(tries < 1_000, 'the request never arrived')
    await Promise.all([sandbox.close(), sandbox.close()])
    await pending
    await assert.rejects(fetch(sandbox.control))
  })
})

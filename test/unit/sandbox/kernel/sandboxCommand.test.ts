import assert from 'node:assert/strict'
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { describe, it, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('../../../../scripts/sandbox.mjs', import.meta.url))

type Command = ChildProcessByStdio<null, Readable, Readable>

function run(t: TestContext, ...args: string[]): Command {
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  t.after(() => child.kill('SIGKILL'))
  return child
}

async function firstLine(child: Command): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) return line
  return assert.fail('the sandbox printed nothing')
}

describe('npm run sandbox', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`prints one line of JSON, answers, and ends cleanly on ${signal}`, async (t) => {
      const child = run(t, '--json', '--owned', 'contiguity=2', '--seed', '5')
      const { control, providers } = JSON.parse(await firstLine(child))
      assert.deepEqual(Object.keys(providers.contiguity), ['endpoint', 'credentials'])
      const world = JSON.parse(await (await fetch(`${control}/world/contiguity`)).text())
      assert.equal(world.owned.length, 2)
      const exit = once(child, 'exit')
      child.kill(signal)
      assert.deepEqual(await exit, [0, null])
      await assert.rejects(fetch(control))
    })
  }

  it('ends when the shell that npm put before it is gone', async (t) => {
    const between = `require('child_process').spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' })`
    const env = { ...process.env, npm_lifecycle_event: 'sandbox' }
    const shell = spawn(process.execPath, ['-e', between, SCRIPT, '--json'], { stdio: ['ignore', 'pipe', 'pipe'], env })
    t.after(() => shell.kill('SIGKILL'))
    const { control } = JSON.parse(await firstLine(shell))
    const outputEnds = once(shell.stderr.resume(), 'close')
    shell.kill('SIGKILL')
    await outputEnds
    await assert.rejects(fetch(control))
  })

  it('explains a mistake on the command line and ends with 1', async (t) => {
    const child = run(t, '--port', 'many')
    let text = ''
    child.stderr.setEncoding('utf8').on('data', (part) => {
      text += part
    })
    const [code] = await once(child, 'close')
    assert.equal(code, 1)
    assert.match(text, /^--port takes a whole number from 0 to 65500\n\nUsage:/)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EndpointOverrides } from '../../../../src/core/endpoints.ts'
import { plivo } from '../../../../src/providers/plivo/plivo.ts'
import type { CommandTools } from '../../../../src/vscode/commands/commandTools.ts'
import { leaveSandbox } from '../../../../src/vscode/commands/leaveSandbox.ts'
import { buildAccount } from '../../../support/builders.ts'
import { pick, scriptedPrompts, type Turn } from '../../../support/scriptedPrompts.ts'

async function leave(script: readonly Turn[], world: { running?: boolean; overrides?: EndpointOverrides } = {}) {
  let running = world.running ?? true
  const dropped: string[] = []
  const prompts = scriptedPrompts(...script)
  const tools = {
    prompts,
    readOverrides: () => world.overrides ?? {},
    sandbox: {
      running: () => running,
      accounts: () => [buildAccount({ id: 'pretended', sandbox: true })],
      stop: async () => {
        running = false
      },
    },
    drivers: { drop: async (id: string) => dropped.push(id) },
  } as unknown as CommandTools
  const goesOn = await leaveSandbox(tools, plivo, 'Add a Plivo account')
  prompts.finish()
  return { goesOn, running, dropped }
}

describe('a real account while the sandbox runs', () => {
  it('goes on after the sandbox was stopped', async () => {
    assert.deepEqual(await leave([pick('Stop the sandbox')]), { goesOn: true, running: false, dropped: ['pretended'] })
  })

  it('is given up when the sandbox is kept, or at Escape', async () => {
    for (const turn of [pick('Keep the sandbox'), { kind: 'escape' } as const])
      assert.deepEqual(await leave([turn]), { goesOn: false, running: true, dropped: [] })
  })

  it('is no question without the sandbox, or where the provider is on this machine too', async () => {
    assert.equal((await leave([], { running: false })).goesOn, true)
    const overrides = { plivo: 'http://127.0.0.1:4010' }
    assert.deepEqual(await leave([], { overrides }), { goesOn: true, running: true, dropped: [] })
  })
})

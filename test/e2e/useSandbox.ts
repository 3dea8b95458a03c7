import { after, before } from 'node:test'
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts'
import { startSandbox, type TestSandbox } from '../support/startSandbox.ts'

/** A sandbox beside the editor, whose counters and faults a test can reach. Closed after the last test of the file. */
export function useSandbox(options: SandboxOptions = {}): () => TestSandbox {
  let sandbox: TestSandbox | undefined
  const closing: (() => Promise<void>)[] = []
  before(async () => {
    sandbox = await startSandbox({ after: (close) => closing.push(close) }, options)
  })
  after(async () => {
    for (const close of closing) await close()
  })
  return () => {
    if (sandbox === undefined) throw new Error('The sandbox runs only while tests run')
    return sandbox
  }
}

/** The user setting that points all four providers at this sandbox. */
export function endpointsSetting(sandbox: TestSandbox): Readonly<Record<string, unknown>> {
  const origins = Object.entries(sandbox.providers).flatMap(([id, { endpoint, authEndpoint }]) => [
    [id, endpoint],
    ...(authEndpoint === undefined ? [] : [[`${id}Auth`, authEndpoint]]),
  ])
  return { 'phoneNumbers.endpoints': Object.fromEntries(origins) }
}

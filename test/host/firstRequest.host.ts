import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { extensions } from 'vscode'
import type { TestHandle } from '../../src/vscode/product.ts'
import { loadedAccount, useProduct } from './useProduct.ts'

const dispatcherSlots = ['undici.globalDispatcher.1', 'undici.globalDispatcher.2'].map((name) => Symbol.for(name))

function dispatchers(): unknown[] {
  return dispatcherSlots.map((slot) => Reflect.get(globalThis, slot))
}

function loadedBundles(): string[] {
  const path = extensions.getExtension('phone-numbers.phone-numbers')?.extensionPath
  assert.ok(path, 'the editor does not know the extension')
  return Object.keys(require.cache)
    .filter((file) => file.startsWith(path))
    .map((file) => basename(file))
}

describe('the first request', () => {
  let product: TestHandle
  before(async () => {
    product = await useProduct()
  })
  after(() => product.sandbox.stop())

  it('loads the network part then, and leaves the dispatchers of the other extensions as they were', async () => {
    assert.ok(!loadedBundles().includes('network.js'), 'something asked a provider before')
    const before = dispatchers()
    await product.sandbox.start()
    assert.ok(loadedBundles().includes('sandbox.js'))
    await loadedAccount(product, 'sinch')
    assert.ok(loadedBundles().includes('network.js'))
    assert.deepEqual(
      dispatchers().map((dispatcher, slot) => dispatcher === before[slot]),
      [true, true],
    )
  })

  it('reads the whole list of every sandbox account', async () => {
    const counts: Record<string, number> = {}
    for (const provider of ['sinch', 'plivo', 'tryvox', 'contiguity']) {
      const { id } = await loadedAccount(product, provider)
      const entry = product.inventory.account(id)
      assert.equal(entry?.status.kind, 'complete', provider)
      counts[provider] = entry?.numbers.length ?? 0
    }
    assert.deepEqual(counts, { sinch: 12, plivo: 12, tryvox: 10, contiguity: 9 })
  })

  it('knows every state that a number can be in', async () => {
    const states = new Set(
      product.inventory.accounts().flatMap(({ numbers }) => numbers.map(({ state }) => state.kind)),
    )
    for (const state of ['active', 'pending', 'suspended', 'releasing', 'other'] as const)
      assert.ok(states.has(state), state)
  })
})

import assert from 'node:assert/strict'
import { Socket } from 'node:net'
import { basename, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ExtensionContext } from 'vscode'
import type { TestHandle } from '../../src/vscode/product.ts'
import { useProduct } from './useProduct.ts'

interface Entry {
  activate(context: ExtensionContext): unknown
}

const limitMs = 20
const turns = 20

/** Runs last, because it ends the extension that the other tests use and starts it again and again. */
describe('starting', () => {
  let product: TestHandle
  let bundle: string
  before(async () => {
    product = await useProduct()
    bundle = join(product.context.extensionPath, 'dist', 'extension.js')
    await product.sandbox.stop()
    endAll(product.context)
  })

  it(`registers within ${limitMs} ms, the middle one of ${turns} starts, and loads, reads and asks nothing`, async () => {
    const times: number[] = []
    const secrets: string[] = []
    const connections = watchConnections()
    for (let turn = 0; turn < turns; turn += 1) {
      forgetBundles(bundle)
      const context = watchedContext(product.context, secrets)
      const entry: Entry = require(bundle)
      const begun = performance.now()
      entry.activate(context)
      times.push(performance.now() - begun)
      await nextTurn()
      assert.deepEqual(loadedBundles(bundle), ['extension.js'])
      endAll(context)
    }
    connections.stop()
    const sorted = times.toSorted((a, b) => a - b)
    const [fastest, median, slowest] = [sorted[0] ?? 0, sorted[turns / 2] ?? 0, sorted.at(-1) ?? 0]
    const figures = `${median.toFixed(1)} ms, the median of ${turns} (${fastest.toFixed(1)} to ${slowest.toFixed(1)})`
    console.log(`Measured: activate() takes ${figures}`)
    assert.deepEqual(secrets, [])
    assert.equal(connections.opened(), 0)
    assert.ok(median < limitMs, figures)
  })
})

/** The same context, but that what is registered is its own and that reading a secret is noted. */
function watchedContext(context: ExtensionContext, secrets: string[]): ExtensionContext {
  const watched = {
    subscriptions: [],
    secrets: {
      ...{ onDidChange: context.secrets.onDidChange, store: context.secrets.store, delete: context.secrets.delete },
      get: async (key: string) => {
        secrets.push(key)
        return undefined
      },
    },
  }
  // The real one is frozen, so that it cannot be what the proxy stands for.
  return new Proxy({} as ExtensionContext, {
    get: (_, name) => Reflect.get(Object.hasOwn(watched, name) ? watched : context, name),
  })
}

function endAll(context: ExtensionContext): void {
  for (const { dispose } of context.subscriptions.splice(0).map((one) => ({ dispose: () => one.dispose() }))) dispose()
}

function forgetBundles(bundle: string): void {
  const folder = bundle.slice(0, -basename(bundle).length)
  for (const path of Object.keys(require.cache)) if (path.startsWith(folder)) delete require.cache[path]
}

function loadedBundles(bundle: string): string[] {
  const folder = bundle.slice(0, -basename(bundle).length)
  return Object.keys(require.cache)
    .filter((path) => path.startsWith(folder))
    .map((path) => basename(path))
}

/** Counts what opens a connection over the network in this process. */
function watchConnections() {
  const { connect } = Socket.prototype
  let opened = 0
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    opened += 1
    return Reflect.apply(connect, this, args)
  } as typeof connect
  return {
    opened: () => opened,
    stop() {
      Socket.prototype.connect = connect
    },
  }
}

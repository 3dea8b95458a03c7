import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { commands, type Extension, extensions } from 'vscode'

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] }
}

const dispatcherSlots = ['undici.globalDispatcher.1', 'undici.globalDispatcher.2'].map((name) => Symbol.for(name))
/** Far above what it takes, so that a busy machine does not fail. */
const slowMs = 1_000
const lazyBundles = ['network.js', 'sandbox.js', 'numbering.js', 'settingsPanel.js', 'code.js', 'costsPanel.js']

function ownExtension(): Extension<unknown> {
  const found = extensions.getExtension('phone-numbers.phone-numbers')
  assert.ok(found, 'the editor does not know the extension')
  return found
}

function dispatchers(): unknown[] {
  return dispatcherSlots.map((slot) => Reflect.get(globalThis, slot))
}

describe('activation', () => {
  it('registers at once, loads no bundle that nothing needs yet and leaves the dispatcher of others alone', async () => {
    const extension = ownExtension()
    const before = dispatchers()
    const begun = performance.now()
    await extension.activate()
    assert.ok(performance.now() - begun < slowMs, 'people would notice')
    assert.equal(extension.isActive, true)
    assert.deepEqual(dispatchers(), before)
    const own = Object.keys(require.cache).filter((path) => path.startsWith(extension.extensionPath))
    const loaded = own.map((path) => basename(path))
    assert.ok(loaded.includes('extension.js'))
    assert.deepEqual(
      loaded.filter((name) => lazyBundles.includes(name)),
      [],
    )
  })

  it('registers every command that the manifest promises', async () => {
    const manifest: Manifest = ownExtension().packageJSON
    const promised = manifest.contributes.commands.map(({ command }) => command)
    const known = new Set(await commands.getCommands(true))
    assert.ok(promised.length > 0)
    assert.deepEqual(
      promised.filter((command) => !known.has(command)),
      [],
    )
  })
})

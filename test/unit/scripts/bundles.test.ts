import assert from 'node:assert/strict'
import { readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { describe, it } from 'node:test'
import { buildBundles, hostEntries } from '../../../esbuild.mjs'
import { temporaryFolder } from './temporaryFolder.ts'

const marker = 'only in the network bundle'

/** A project with the same sources as ours, each as small as can be; `extension` imports the network lazily. */
function project(): string {
  const files = Object.fromEntries(Object.values(hostEntries).map((path) => [path, 'export const name = 1\n']))
  const lazy = relative('src', hostEntries.network)
  return temporaryFolder({
    ...files,
    'src/extension.ts': `export const load = async () => (await import('./${lazy}')).text\n`,
    [hostEntries.network]: `export const text: string = '${marker}'\n`,
    'webview-ui/settingsForm.ts': "document.title = 'form'\n",
    'webview-ui/settingsForm.css': 'body { color: red }\n',
    'webview-ui/costs/costsPage.ts': "document.title = 'costs'\n",
    'webview-ui/costs/costsPage.css': 'body { color: blue }\n',
  })
}

describe('the bundles', () => {
  it('are one file for each entry, and their sizes are told', async () => {
    const sizes = await buildBundles({ root: project(), production: true })
    const expected = [
      ...Object.keys(hostEntries).map((name) => `${name}.js`),
      'settingsForm.css',
      'settingsForm.js',
      'costsPage.css',
      'costsPage.js',
    ]
    assert.deepEqual(Object.keys(sizes).sort(), expected.sort())
    assert.ok(Object.values(sizes).every((size) => size > 0))
  })

  it('reach each other when they are first needed and hold nothing twice', async () => {
    const root = project()
    await buildBundles({ root, production: true })
    const entry = join(root, 'dist/extension.js')
    assert.match(readFileSync(entry, 'utf8'), /require\("\.\/network\.js"\)/)
    assert.ok(!readFileSync(entry, 'utf8').includes(marker))
    const loaded: { load: () => Promise<string> } = createRequire(entry)(entry)
    assert.equal(await loaded.load(), marker)
  })

  it('are not built when a source is missing', async () => {
    const root = project()
    rmSync(join(root, dirname(hostEntries.sandbox)), { recursive: true })
    await assert.rejects(buildBundles({ root }), /These sources are missing: src\/sandbox\/sandbox\.ts/)
  })
})

import assert from 'node:assert/strict'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { isAtLeast, openInDesktopEditor } from '../../../scripts/desktopEditor.mjs'
import { editorFolderName } from '../../../scripts/editorInstall.mjs'
import { temporaryFolder } from './temporaryFolder.ts'

const lockfile = (version: string, integrity: string) =>
  JSON.stringify({ packages: { 'node_modules/code-server': { version, integrity } } })

describe("the editor's folder in the cache", () => {
  it('is named by the version and is another one for another lockfile or Node', () => {
    const name = editorFolderName(lockfile('4.139.1', 'a'), '24.21.0')
    assert.match(name, /^code-server-4\.139\.1-[0-9a-f]{12}$/)
    assert.equal(editorFolderName(lockfile('4.139.1', 'a'), '24.21.0'), name)
    assert.notEqual(editorFolderName(lockfile('4.139.1', 'b'), '24.21.0'), name)
    assert.notEqual(editorFolderName(lockfile('4.139.1', 'a'), '26.0.0'), name)
  })
})

describe("the person's own VS Code", () => {
  it('is recent enough when no part of its version is behind', () => {
    assert.equal(isAtLeast('1.105.0', '1.105.0'), true)
    assert.equal(isAtLeast('1.141.2', '1.105.0'), true)
    assert.equal(isAtLeast('2.0.0', '1.105.0'), true)
    assert.equal(isAtLeast('1.99.3', '1.105.0'), false)
    assert.equal(isAtLeast('1.104.9', '1.105.0'), false)
  })

  it('is started with this extension, apart from the person’s settings, with the sandbox running', async () => {
    const folder = temporaryFolder({ code: '#!/bin/sh\necho "$PHONE_NUMBERS_START_SANDBOX" "$@" > "$0.log"\n' })
    const code = join(folder, 'code')
    chmodSync(code, 0o755)
    await openInDesktopEditor(code, { folder: '/example', userData: join(folder, 'data') })
    const said = readFileSync(`${code}.log`, 'utf8').trim()
    assert.match(
      said,
      /^1 --extensionDevelopmentPath=\S+ --user-data-dir \S+\/data --extensions-dir \S+\/data\/extensions /,
    )
    assert.match(said, / --wait .*\/example$/)
  })

  it('that ends with an error is reported', async () => {
    const folder = temporaryFolder({ code: '#!/bin/sh\nexit 4\n' })
    chmodSync(join(folder, 'code'), 0o755)
    const opened = openInDesktopEditor(join(folder, 'code'), { folder: '/example', userData: folder })
    await assert.rejects(opened, /ended with 4/)
  })
})

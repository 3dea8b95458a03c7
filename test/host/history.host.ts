import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commands, type TextDocument, Uri, window, workspace } from 'vscode'
import type { TestHandle } from '../../src/vscode/product.ts'
import { pick } from '../support/scriptedPrompts.ts'
import { loadedAccount, numberRow, releasable, run, useProduct } from './useProduct.ts'

describe('the history', () => {
  let product: TestHandle
  const folder = mkdtempSync(join(tmpdir(), 'pn-export-'))
  before(async () => {
    product = await useProduct()
    await product.sandbox.start()
  })
  after(async () => {
    rmSync(folder, { recursive: true, force: true })
    await product.sandbox.stop()
  })

  const release = async () => {
    const plivo = await loadedAccount(product, 'plivo')
    const [owned] = releasable(product, plivo.id)
    assert.ok(owned)
    await run(product, 'phoneNumbers.release', [numberRow(owned)], { kind: 'confirm', agree: true }, { kind: 'notify' })
    return (await product.parts.numbering()).format(owned.number)
  }

  it('is a read-only document that grows while it is open', async () => {
    const first = await release()
    await commands.executeCommand('phoneNumbers.showHistory')
    const document = window.activeTextEditor?.document
    assert.equal(document?.uri.scheme, 'phone-numbers-history')
    assert.match(document.getText(), /Release +\+1.* +Plivo +Sandbox Plivo \(sandbox\)\n +Outcome +released\n/)
    assert.ok(document.getText().includes(first))
    const grown = nextChange(document)
    const second = await release()
    while (!document.getText().includes(second)) await grown.next()
    assert.ok(document.getText().indexOf(second) < document.getText().indexOf(first))
    grown.stop()
  })

  it('is exported as a table with plain numbers', async () => {
    const path = join(folder, 'history.csv')
    const save = { kind: 'saveAs', uri: Uri.file(path).toString() } as const
    await run(product, 'phoneNumbers.exportHistory', [], pick('CSV'), save)
    const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n')
    assert.match(lines[0] ?? '', /^\ufeff"Time","Action","Number"/)
    assert.ok(lines.length > 2)
    assert.match(lines[1] ?? '', /"Release","\+1\d+"/)
  })

  it('is exported as JSON', async () => {
    const path = join(folder, 'history.json')
    const save = { kind: 'saveAs', uri: Uri.file(path).toString() } as const
    await run(product, 'phoneNumbers.exportHistory', [], pick('JSON'), save)
    const rows: readonly { readonly verb: string }[] = JSON.parse(readFileSync(path, 'utf8'))
    assert.ok(rows.some(({ verb }) => verb === 'release'))
  })

  it('is not written anywhere when the dialog is left', async () => {
    await run(product, 'phoneNumbers.exportHistory', [], pick('JSON'), { kind: 'saveAs', uri: undefined })
    await run(product, 'phoneNumbers.exportHistory', [], { kind: 'escape' })
  })
})

/** Waits for changes of a document, none of them missed. */
function nextChange(document: TextDocument) {
  const changes = new EventEmitter()
  const stop = workspace.onDidChangeTextDocument((event) => event.document === document && changes.emit('change'))
  return { next: () => once(changes, 'change'), stop: () => stop.dispose() }
}

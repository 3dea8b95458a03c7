import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commands, DataTransfer, env, Selection, Uri, window, workspace } from 'vscode'
import type { OwnedNumber } from '../../src/core/ownedNumber.ts'
import type { TestHandle } from '../../src/vscode/product.ts'
import { dragNumbers } from '../../src/vscode/tree/dragNumbers.ts'
import { pick } from '../support/scriptedPrompts.ts'
import { accountRow, loadedAccount, numberRow, releasable, run, useProduct } from './useProduct.ts'

describe('taking numbers out of the view', () => {
  let product: TestHandle
  let first: OwnedNumber
  let second: OwnedNumber
  const folder = mkdtempSync(join(tmpdir(), 'pn-out-'))
  before(async () => {
    product = await useProduct()
    await product.sandbox.start()
    const plivo = await loadedAccount(product, 'plivo')
    const [one, two] = releasable(product, plivo.id)
    assert.ok(one && two)
    first = one
    second = two
  })
  after(async () => {
    rmSync(folder, { recursive: true, force: true })
    await commands.executeCommand('workbench.action.closeAllEditors')
    await product.sandbox.stop()
  })

  const bothRows = () => {
    const rows = [numberRow(first), numberRow(second)] as const
    return [rows[0], rows] as const
  }
  const copied = async (...turns: Parameters<typeof run>[3][]) => {
    await run(product, 'phoneNumbers.copyNumberAs', [numberRow(first)], ...turns)
    return await env.clipboard.readText()
  }

  it('copies a number in the chosen form', async () => {
    const { format, formatNational } = await product.parts.numbering()
    assert.equal(await copied(pick('E.164')), first.number)
    assert.equal(await copied(pick('International')), format(first.number))
    assert.equal(await copied(pick('National')), formatNational(first.number))
    assert.equal(await copied(pick('Link')), `tel:${first.number}`)
    assert.equal(JSON.parse(await copied(pick('JSON'))).number, first.number)
  })

  it('copies a line for .env and remembers the key', async () => {
    assert.equal(await copied(pick('Line for .env'), { kind: 'input', text: 'CALL_FROM' }), `CALL_FROM=${first.number}`)
    const again = await run(
      product,
      'phoneNumbers.copyNumberAs',
      bothRows(),
      ...[pick('Line for .env'), { kind: 'input', text: 'CALL_FROM' } as const],
    )
    assert.equal(again.inputs[0]?.value, 'CALL_FROM')
    assert.equal(await env.clipboard.readText(), `CALL_FROM_1=${first.number}\nCALL_FROM_2=${second.number}`)
  })

  it('copies nothing after Escape', async () => {
    await env.clipboard.writeText('before')
    assert.equal(await copied({ kind: 'escape' }), 'before')
    assert.equal(await copied(pick('Line for .env'), { kind: 'escape' }), 'before')
  })

  it('inserts where the cursor is, and one number at each of as many cursors', async () => {
    const document = await workspace.openTextDocument({ content: 'a=\nb=\n' })
    const editor = await window.showTextDocument(document)
    editor.selections = [new Selection(0, 2, 0, 2)]
    await run(product, 'phoneNumbers.insertNumber', [numberRow(first)])
    assert.equal(document.getText(), `a=${first.number}\nb=\n`)
    editor.selections = [new Selection(0, 2, 0, 2 + first.number.length), new Selection(1, 2, 1, 2)]
    await run(product, 'phoneNumbers.insertNumber', bothRows())
    assert.equal(document.getText(), `a=${first.number}\nb=${second.number}\n`)
  })

  it('says what is missing when no file is open', async () => {
    await commands.executeCommand('workbench.action.files.revert')
    await commands.executeCommand('workbench.action.closeAllEditors')
    const asked = await run(product, 'phoneNumbers.insertNumber', [numberRow(first)], { kind: 'notify' })
    assert.match(asked.notices[0]?.message ?? '', /open a file/)
  })

  const exported = async (form: string, ending: string, rows: readonly unknown[] = []) => {
    const path = join(folder, `numbers.${ending}`)
    const command = rows.length === 0 ? 'phoneNumbers.exportNumbers' : 'phoneNumbers.exportSelected'
    await run(product, command, rows, pick(form), {
      kind: 'saveAs',
      uri: Uri.file(path).toString(),
    })
    return readFileSync(path, 'utf8')
  }

  it('exports the numbers of all accounts, loading the lists that nobody has asked for', async () => {
    const rows: readonly { readonly provider: string }[] = JSON.parse(await exported('JSON', 'json'))
    const owned = product.inventory.accounts().flatMap(({ numbers }) => numbers)
    assert.equal(rows.length, owned.length)
    assert.deepEqual([...new Set(rows.map(({ provider }) => provider))].sort(), [
      'Contiguity',
      'Plivo',
      'Sinch',
      'TryVox',
    ])
  })

  it('exports the selected rows only', async () => {
    const lines = (await exported('CSV', 'csv', bothRows())).trimEnd().split('\r\n')
    assert.match(lines[0] ?? '', /^\ufeff"Number","International"/)
    assert.deepEqual(
      lines.slice(1).map((line) => line.split(',')[0]),
      [`"${first.number}"`, `"${second.number}"`],
    )
    assert.match(
      await exported('Markdown', 'md', bothRows()),
      /^\| Number \| Name .*\n(\| --- )+\|\n(\| \+1 .*\|\n){2}$/,
    )
  })

  it('drags numbers as text and nothing of other rows', async () => {
    const controller = dragNumbers()
    const none = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) }
    const numbers = new DataTransfer()
    await controller.handleDrag?.([numberRow(first), numberRow(second)], numbers, none)
    assert.equal(await numbers.get('text/plain')?.asString(), `${first.number}\n${second.number}`)
    const group = new DataTransfer()
    const account = await loadedAccount(product, 'plivo')
    await controller.handleDrag?.([accountRow(account)], group, none)
    assert.equal(group.get('text/plain'), undefined)
  })
})

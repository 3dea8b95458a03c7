import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  type CodeAction,
  type CompletionList,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  type MarkdownString,
  Position,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { OwnedNumber } from '../../src/core/ownedNumber.ts'
import type { TestHandle } from '../../src/vscode/product.ts'
import { loadedAccount, numberRow, releasable, run, setSetting, useProduct } from './useProduct.ts'

const folder = () => {
  const path = workspace.workspaceFolders?.[0]?.uri.fsPath
  assert.ok(path, 'the suite opens a folder')
  return path
}

function write(path: string, text: string): Uri {
  const file = join(folder(), path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return Uri.file(file)
}

async function show(path: string, text: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(write(path, text))
  await window.showTextDocument(document)
  return document
}

/** Our warnings at a document, as soon as there are this many. */
async function warnings(document: TextDocument, count: number): Promise<readonly Diagnostic[]> {
  const now = () => languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Phone Numbers')
  return await new Promise((resolve) => {
    const check = () => {
      if (now().length !== count) return
      listening.dispose()
      resolve(now())
    }
    const listening = languages.onDidChangeDiagnostics(check)
    check()
  })
}

describe('numbers in code', () => {
  let product: TestHandle
  let numbers: readonly OwnedNumber[]
  before(async () => {
    product = await useProduct()
    await product.sandbox.start()
    numbers = releasable(product, (await loadedAccount(product, 'plivo')).id)
  })
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'))
  after(async () => {
    await setSetting('code.ignoredNumbers', undefined)
    for (const name of ['.env', 'src', 'dist', '.gitignore', 'old.env']) {
      rmSync(join(folder(), name), { recursive: true, force: true })
    }
    await product.sandbox.stop()
  })

  const numberAt = (index: number): OwnedNumber => {
    const owned = numbers[index]
    assert.ok(owned)
    return owned
  }
  const hoverAt = async (document: TextDocument, character: number) => {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new Position(0, character),
    )
    return hovers
      .flatMap(({ contents }) => contents as MarkdownString[])
      .map(({ value, isTrusted }) => ({ value: value.replaceAll('&nbsp;', ' '), isTrusted }))
  }
  const completionsAt = async (document: TextDocument) => {
    const at = document.lineAt(0).range.end
    const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, at)
    return list.items.filter(({ insertText }) => /\+\d{7,}/.test(String(insertText)))
  }
  const actionsAt = async (document: TextDocument, diagnostic: Diagnostic) =>
    await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, diagnostic.range)

  it('show their card under the pointer, with links to our own commands only', async () => {
    const { number, accountId } = numberAt(0)
    const { format } = await product.parts.numbering()
    const document = await show('src/sms.ts', `const from = '${format(number)}'\n`)
    const contents = await hoverAt(document, 18)
    const card = contents.find(({ value }) => value.includes('Sandbox Plivo'))
    const links = contents.find(({ value }) => value.includes('command:'))
    assert.match(
      card?.value ?? '',
      /Support line[\s\S]*United States · local · SMS[\s\S]*USD 0\.50 per month[\s\S]*active · app/,
    )
    assert.notEqual(card?.isTrusted, true)
    const found = [...(links?.value ?? '').matchAll(/\(command:([\w.]+)\?([^)]+)\)/g)]
    assert.deepEqual(
      found.map(([, command]) => command),
      ['openSettings', 'copyNumber', 'showInTree', 'whereUsed', 'release'].map((name) => `phoneNumbers.${name}`),
    )
    for (const [, , args = ''] of found) {
      assert.deepEqual(JSON.parse(decodeURIComponent(args)), [numberRow({ ...numberAt(0), accountId, number })])
    }
    assert.deepEqual(await hoverAt(document, 3), [])
  })

  it('are offered behind keys that name a number, with their quotes', async () => {
    const bare = await completionsAt(await show('.env', 'SMS_FROM='))
    assert.ok(bare.length >= numbers.length)
    const texts = bare.map(({ insertText }) => insertText)
    assert.ok(texts.includes(numberAt(0).number))
    const { format } = await product.parts.numbering()
    const item = bare.find(({ insertText }) => insertText === numberAt(0).number)
    assert.deepEqual(item?.label, {
      label: format(numberAt(0).number),
      detail: `  ${numberAt(0).name}`,
      description: 'Plivo',
    })
    const quoted = await completionsAt(await show('src/sms.json', '{"sender": '))
    assert.ok(quoted.some(({ insertText }) => insertText === `"${numberAt(0).number}"`))
    for (const [path, text] of [
      ['src/a.ts', 'const from = '],
      ['src/b.ts', "const text = '"],
    ] as const)
      assert.deepEqual(await completionsAt(await show(path, text)), [], text)
  })

  it('are warned about once they are released, and replaced by a quick fix', async () => {
    const [gone, kept] = [numberAt(1), numberAt(0)]
    await run(product, 'phoneNumbers.release', [numberRow(gone)], { kind: 'confirm', agree: true }, { kind: 'notify' })
    const text = `const from = '${gone.number}'\nconst other = '${kept.number}'\nconst fiction = '+12025550100'\n`
    const document = await show('src/old.ts', text)
    const [warning] = await warnings(document, 1)
    assert.ok(warning)
    assert.equal(document.getText(warning.range), gone.number)
    const { format } = await product.parts.numbering()
    assert.ok(warning.message.startsWith(`${format(gone.number)} was released at Plivo (Sandbox Plivo) on `))
    const actions = await actionsAt(document, warning)
    const titles = actions.map(({ title }) => title)
    assert.equal(titles.filter((title) => title.startsWith('Replace with +')).length, 3)
    for (const title of ['Replace with another owned number…', 'Show the history of ', 'Do not warn about '])
      assert.ok(
        titles.some((one) => one.startsWith(title)),
        title,
      )
    const replace = actions.find(({ title }) => title.startsWith('Replace with +'))
    assert.ok(replace?.edit && (await workspace.applyEdit(replace.edit)))
    await warnings(document, 0)
    assert.match(document.lineAt(0).text, /^const from = '\+\d+'$/)
    await document.save()
  })

  it('are replaced by a number that is chosen, and left alone when that is asked for', async () => {
    const [gone, kept] = [numberAt(1), numberAt(2)]
    const { format } = await product.parts.numbering()
    const document = await show('old.env', `FROM=${gone.number}\nSECOND="${format(gone.number)}"\n`)
    const [first] = await warnings(document, 2)
    assert.ok(first)
    const actions = await actionsAt(document, first)
    const place = actions.find(({ title }) => title.startsWith('Replace with another'))?.command
    const choose = {
      kind: 'pick',
      choose: (items: readonly { label: string }[]) => items.find(({ label }) => label === format(kept.number)),
    } as const
    await run(product, place?.command ?? '', place?.arguments ?? [], choose as never)
    assert.equal(document.lineAt(0).text, `FROM=${kept.number}`)
    await warnings(document, 1)
    const ignore = actions.find(({ title }) => title.startsWith('Do not warn'))?.command
    await run(product, ignore?.command ?? '', ignore?.arguments ?? [])
    await warnings(document, 0)
    assert.deepEqual(workspace.getConfiguration('phoneNumbers').get('code.ignoredNumbers'), [gone.number])
    await workspace.getConfiguration('phoneNumbers').update('code.ignoredNumbers', undefined, false)
    await document.save()
  })

  it('are listed with every place in the folder, and the chosen one is opened', async () => {
    const { number } = numberAt(3)
    const { format, formatNational } = await product.parts.numbering()
    write('.gitignore', 'dist/\n.env\n')
    write('.env', `# senders\nSMS_FROM=${number}\n`)
    write('src/deep/call.ts', `call("${format(number)}")\n\ntext('${formatNational(number)}')\n`)
    write('dist/call.js', `call("${number}")\n`)
    const offered = new Set<string>()
    const choose = (items: readonly { label: string; value: unknown }[]) => {
      for (const { label, value } of items) if (value !== undefined) offered.add(label)
      return offered.size === 3 ? items.find(({ label }) => label.endsWith('call.ts:3')) : undefined
    }
    const turn = { kind: 'pick', choose } as never
    await run(product, 'phoneNumbers.whereUsed', [numberRow(numberAt(3))], turn)
    assert.deepEqual([...offered].sort(), ['.env:2', 'src/deep/call.ts:1', 'src/deep/call.ts:3'])
    const editor = window.activeTextEditor
    assert.equal(editor?.document.getText(editor.selection), formatNational(number))
  })

  it('are named with their places by the question before a release, one or several', async () => {
    const [one, two] = [numberAt(3), numberAt(4)]
    write('.env', `# senders\nSMS_FROM=${one.number}\n`)
    write('src/deep/call.ts', `call('${two.number}')\ncall('${one.number}')\n`)
    const no = { kind: 'confirm', agree: false } as const
    const single = await run(product, 'phoneNumbers.release', [numberRow(one)], no)
    assert.match(single.confirmed[0]?.detail ?? '', /^Still used in 2 places: \.env:2, src\/deep\/call\.ts:2\.$/m)
    const rows = [numberRow(one), numberRow(two)]
    const several = await run(product, 'phoneNumbers.release', [rows[0], rows], no)
    const { format } = await product.parts.numbering()
    assert.ok(several.confirmed[0]?.detail.includes(`${format(two.number)}: 1 place: src/deep/call.ts:1`))
  })

  it('are looked for in 2,000 files at once', async () => {
    const filler = "export const text = 'nothing to see here'\n".repeat(100)
    for (let index = 0; index < 2_000; index += 1) write(`src/many/${index % 20}/file${index}.ts`, filler)
    write('.env', 'EMPTY=\n')
    write('src/many/7/last.ts', `${filler}export const from = '${numberAt(5).number}'\n`)
    const begun = performance.now()
    const choose = (items: readonly { label: string }[]) => items.find(({ label }) => label.endsWith('last.ts:101'))
    await run(product, 'phoneNumbers.whereUsed', [numberRow(numberAt(5))], { kind: 'pick', choose } as never)
    console.log(`Measured: where a number is used, 2,000 files of 4 kB: ${Math.round(performance.now() - begun)} ms`)
    assert.equal(window.activeTextEditor?.document.lineAt(100).text, `export const from = '${numberAt(5).number}'`)
  })
})

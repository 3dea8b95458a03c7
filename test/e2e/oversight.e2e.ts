import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { trySandbox } from './trySandbox.ts'
import { useEditor } from './useEditor.ts'

describe('oversight', () => {
  const editor = useEditor(() => ({ files: { '.env': 'SMS_FROM=\n' } }))
  before(async () => {
    await trySandbox(editor())
    await editor().tree.expand(/^Plivo/)
    await editor().tree.expand(/^United States\d+$/)
  })
  const clipboard = () => editor().page().evaluate('navigator.clipboard.readText()')
  const firstNumber = /^\+1 /

  it('copies a number as a line for .env', async () => {
    const row = await editor().tree.row(firstNumber)
    const name = (await row.locator('.label-name').first().textContent()) ?? ''
    await editor().tree.contextMenu(firstNumber, 'Copy Number As…')
    await editor().quickPick.titled(`Copy ${name} as`)
    await editor().quickPick.row(/tel:\+1/)
    await editor().screenshot('copy-as')
    await editor().quickPick.choose(/Line for \.env/)
    await editor().quickPick.titled('Copy as .env line')
    await editor().input.fill('CALL_FROM')
    await editor().statusBar.item(/Copied CALL_FROM=/)
    assert.equal(await clipboard(), `CALL_FROM=${name.replaceAll(' ', '')}`)
  })

  it('lets a number be dragged into a file', async () => {
    const page = editor().page()
    await editor().runCommand('Go to File...')
    await editor().quickPick.type('.env')
    await editor().quickPick.choose(/\.env/)
    const line = page.locator('.editor-instance .view-line').first()
    await line.filter({ hasText: 'SMS_FROM=' }).waitFor()
    const row = await editor().tree.row(firstNumber)
    const number = ((await row.locator('.label-name').first().textContent()) ?? '').replaceAll(' ', '')
    await row.dragTo(line, { targetPosition: { x: 120, y: 8 } })
    await page.locator('.editor-instance .view-line', { hasText: number }).waitFor()
    await editor().screenshot('dragged')
  })
})

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { codeLine, numberString, openFile, writeFile } from './openFile.ts'
import { trySandbox } from './trySandbox.ts'
import { useEditor } from './useEditor.ts'

const source = (number: string) => `import { sendMessage } from './provider.ts'

/** Appointments are confirmed from this number. */
const confirmationSender = '${number}'

export async function remind(to: string, time: string): Promise<void> {
  await sendMessage({ from: confirmationSender, to, text: \`See you tomorrow at \${time}.\` })
}
`

/** "+1 212 555 0120" as many people write it: "+1 (212) 555-0120". */
const inBrackets = (number: string) => number.replace(/^\+1 (\d{3}) (\d{3}) (\d{4})$/, '+1 ($1) $2-$3')

describe('numbers in code', () => {
  const editor = useEditor(() => ({ extraSettings: { 'editor.minimap.enabled': false } }))
  /** "+1 212 555 0120", as the tree shows it. */
  let shown = ''

  before(async () => {
    await trySandbox(editor())
    await editor().page().getByRole('button', { name: 'Collapse All' }).click()
    await editor().tree.expand(/^Plivo/)
    await editor().tree.expand(/^United States\d+\b/)
    const row = await editor().tree.row(/^\+1 212 .*Support line/)
    shown = /^\+[\d ]+\d/.exec((await row.textContent()) ?? '')?.[0]?.trim() ?? ''
    assert.match(shown, /^\+1 212 555 \d{4}$/)
    writeFile(editor(), '.env', `# Senders\nALERTS_FROM=${plain()}\n`)
    writeFile(editor(), 'src/remind.ts', source(inBrackets(shown)))
    writeFile(editor(), 'src/customer.ts', "export const customer = '+1 206 555 0111'\n")
  })

  const plain = () => shown.replaceAll(' ', '')
  const hoverCard = () => editor().page().locator('.monaco-hover').filter({ visible: true })

  it('show what is known of them under the pointer, and lead to the row', async () => {
    await openFile(editor(), 'remind.ts', 'confirmationSender =')
    await numberString(editor(), 'confirmationSender =').hover()
    const card = hoverCard()
      .filter({ hasText: /Sandbox.Plivo/ })
      .first()
    await hoverCard().first().waitFor()
    await editor().screenshot('code-hover')
    await card.waitFor()
    const text = ((await card.textContent()) ?? '').replace(/\s+/g, ' ')
    for (const part of [shown, 'Support line', 'United States', 'USD', 'Change settings', 'Release…'])
      assert.ok(text.includes(part), `${part} is missing in: ${text}`)
    await editor().screenshot('code-hover')
    await card.getByText('Show in tree').click()
    await editor().page().locator('.part.sidebar .monaco-list-row.selected', { hasText: shown }).waitFor()
  })

  it('are offered behind a key that names one', async () => {
    await openFile(editor(), '.env', 'ALERTS_FROM')
    const { keyboard } = editor().page()
    await keyboard.press('ControlOrMeta+End')
    await keyboard.type('INVOICE_SENDER=')
    const offered = editor().page().locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Plivo' })
    await offered.first().waitFor()
    await editor().screenshot('code-completion')
    const all = await offered.first().getAttribute('aria-setsize')
    await keyboard.type('supp')
    const fewer = editor().page().locator(`.suggest-widget.visible .monaco-list-row:not([aria-setsize="${all}"])`)
    await fewer.first().filter({ hasText: 'Support' }).waitFor()
    const chosen =
      (await editor().page().locator('.suggest-widget .monaco-list-row.focused .label-name').textContent()) ?? ''
    await keyboard.press('Enter')
    await codeLine(editor(), `INVOICE_SENDER=${chosen.replace(/[^+\d]/g, '')}`).waitFor()
    await keyboard.press('ControlOrMeta+z')
    await keyboard.press('ControlOrMeta+s')
  })

  it('are found at every place of the folder', async () => {
    await editor().tree.contextMenu(shown, 'Where Is It Used?')
    await editor().quickPick.row(/^\.env:2/)
    await editor().quickPick.row(/^src\/remind\.ts:4/)
    await editor().screenshot('code-where-used')
    await editor().quickPick.choose(/^src\/remind\.ts:4/)
    await codeLine(editor(), 'confirmationSender =').waitFor()
  })

  it('are named with their places before they are released', async () => {
    await editor().tree.contextMenu(shown, 'Release Number…')
    const text = await editor().dialog.text()
    assert.match(text, /Still used in 2 places: \.env:2, src\/remind\.ts:4\./)
    await editor().screenshot('code-release-question')
    await editor().dialog.button('Release')
    await editor().tree.gone(shown)
  })

  it('are warned about where they are still used, and replaced by a quick fix', async () => {
    await editor().setTheme('Dark Modern')
    await editor().page().locator('.squiggly-warning').first().waitFor()
    await numberString(editor(), 'confirmationSender =').hover()
    await hoverCard()
      .filter({ hasText: `${shown} was released at Plivo (Sandbox Plivo)` })
      .first()
      .waitFor()
    await editor().screenshot('code-warning')
    await numberString(editor(), 'confirmationSender =').click()
    await editor().page().keyboard.press('ControlOrMeta+.')
    const fixes = editor().page().locator('.action-widget .monaco-list-row')
    await fixes.filter({ hasText: 'Replace with +1' }).first().waitFor()
    await editor().screenshot('code-quick-fix')
    const title = (await fixes.filter({ hasText: 'Replace with +1' }).first().textContent()) ?? ''
    const other = /\+[\d ]+\d/.exec(title)?.[0] ?? ''
    await editor().page().keyboard.press('Enter')
    await codeLine(editor(), `confirmationSender = '${inBrackets(other)}'`).waitFor()
    await editor().page().locator('.squiggly-warning').first().waitFor({ state: 'detached' })
  })

  it('of customers are left alone', async () => {
    await openFile(editor(), 'customer.ts', 'customer =')
    assert.equal(await editor().page().locator('.squiggly-warning').count(), 0)
  })
})

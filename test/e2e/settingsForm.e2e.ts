import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Frame } from 'playwright-core'
import { hasFocus } from './settingsEditing.ts'
import { savedEditors } from './storedState.ts'
import { trySandbox } from './trySandbox.ts'
import { useEditor } from './useEditor.ts'

const number = '+1 212 555 0100'

describe('the settings form in the editor', () => {
  const editor = useEditor()
  let form: Frame
  const violations: string[] = []
  before(async () => {
    editor()
      .page()
      .on('console', (message) => {
        if (/content security policy/i.test(message.text())) violations.push(message.text())
      })
    await trySandbox(editor())
    await editor().tree.expand(/^Sinch/)
    await editor().tree.expand(/^United States/)
  })

  it('opens from the row of a number, with the number as its title', async () => {
    await editor().tree.inlineAction(number, /Settings/)
    form = await editor().settingsFormFrame()
    await form.getByRole('heading', { level: 1, name: number }).waitFor()
    await form.locator('dd', { hasText: 'USD 0.50 per month' }).waitFor()
    await editor().page().locator('.tab.active', { hasText: number }).waitFor()
    await editor().screenshot('settings-form-light')
  })

  it('copies the number to the clipboard', async () => {
    await form.getByRole('button', { name: 'Copy number' }).click()
    await form.getByRole('status').filter({ hasText: 'Copied +12125550100.' }).waitFor()
    assert.equal(await editor().page().evaluate('navigator.clipboard.readText()'), '+12125550100')
  })

  it('reads the number again from the provider', async () => {
    await form.getByRole('button', { name: 'Refresh' }).click()
    await form
      .getByRole('status')
      .filter({ hasText: /^Read from Sinch at / })
      .waitFor()
  })

  it('shows the same panel when the same number is opened again', async () => {
    await editor().tree.inlineAction(number, /Settings/)
    await hasFocus(form)
    assert.equal(await editor().page().locator('.tab', { hasText: number }).count(), 1)
  })

  for (const [theme, kind] of [
    ['Dark Modern', 'vscode-dark'],
    ['Dark High Contrast', 'vscode-high-contrast'],
    ['Light High Contrast', 'vscode-high-contrast-light'],
    ['Light Modern', 'vscode-light'],
  ] as const)
    it(`follows the theme ${theme}`, async () => {
      await editor().setTheme(theme)
      await form.locator(`body.${kind}`).waitFor()
      await editor().screenshot(`settings-form-${kind}`)
    })

  it('comes back with the window and says that its sandbox is over, without a button that cannot help', async () => {
    await savedEditors(editor(), number)
    await editor().reload()
    form = await editor().settingsFormFrame()
    await form.getByText('The sandbox of this form is over').waitFor()
    assert.equal(await form.getByRole('button', { name: 'Refresh' }).count(), 0)
    await editor().screenshot('settings-form-past-sandbox')
    await form.getByRole('heading', { level: 1, name: number }).waitFor()
  })

  it('broke no rule of its content policy', () => assert.deepEqual(violations, []))
})

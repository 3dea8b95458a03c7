import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { seriousFindings } from '../support/settingsForm/accessibility.ts'
import { leastContrast } from '../support/settingsForm/contrast.ts'
import { addAccount, plivoAnswers } from './addingAccounts.ts'
import { hasFocus, openSettingsOf, type SettingsEditing, settingsEditing } from './settingsEditing.ts'
import { savedAccounts, savedEditors } from './storedState.ts'
import { useEditor } from './useEditor.ts'
import { endpointsSetting, useSandbox } from './useSandbox.ts'

const number = '+1 212 555 0120'
const second = '+1 415 555 0120'

describe('what is not saved in the settings form', () => {
  const sandbox = useSandbox({ realTime: true })
  const editor = useEditor(() => ({ extraSettings: endpointsSetting(sandbox()) }))
  let form: SettingsEditing
  before(async () => {
    await editor().openView()
    await addAccount(editor(), 'Plivo', 'Production', plivoAnswers(sandbox().provider('plivo').credentials))
  })
  /** The form of the number, whether it is open already or not, with a change in it. */
  const changed = async () => {
    form = await openSettingsOf(editor(), number)
    await form.write('Alias', 'Front desk')
    await form.frame.getByText('1 change, not saved').waitFor()
  }
  /** The change is there in a page that was built anew. */
  const isThereAgain = async () => {
    form = settingsEditing(await editor().settingsFormFrame())
    await form.frame.getByText('1 change, not saved').waitFor()
    assert.equal(await alias(), 'Front desk')
  }
  const alias = () => form.frame.getByRole('textbox', { name: 'Alias' }).inputValue()
  const tab = () => editor().page().locator('.tab', { hasText: number })
  const close = async () => {
    await editor().runCommand('View: Close Editor')
    await tab().waitFor({ state: 'detached' })
  }

  it('marks the form’s tab, and survives that another tab hides the form', async () => {
    await changed()
    await tab().filter({ hasText: '●' }).waitFor()
    await editor().runCommand('Phone Numbers: Show History')
    await editor().page().locator('iframe.webview').first().waitFor({ state: 'hidden' })
    await tab().click()
    await isThereAgain()
  })

  it('survives moving the form to another group', async () => {
    await changed()
    await editor().runCommand('Phone Numbers: Show History')
    await tab().click()
    await editor().runCommand('View: Move Editor into Right Group')
    await isThereAgain()
    await editor().screenshot('settings-form-beside')
  })

  it('is asked about when the form is closed, and comes back by the first button and by Escape', async () => {
    await changed()
    await close()
    assert.match(
      await editor().dialog.text(),
      /^Open \+1 212 555 0120 again to save your changes\?\nThe form was closed before they were saved: Alias\./,
    )
    await editor().screenshot('settings-form-closed')
    await editor().dialog.button('Open again')
    await isThereAgain()
    await close()
    await editor().dialog.button('Cancel')
    await isThereAgain()
  })

  it('survives reloading the window', async () => {
    await changed()
    await savedAccounts(editor(), 1)
    await savedEditors(editor(), 'Front desk')
    await editor().reload()
    await isThereAgain()
  })

  it('is gone when the person discards it', async () => {
    await changed()
    await close()
    await editor().dialog.button('Discard')
    form = await openSettingsOf(editor(), number)
    assert.equal(await alias(), 'Support line')
  })

  it('is saved with the keyboard alone', async () => {
    const { keyboard } = editor().page()
    form = await openSettingsOf(editor(), number)
    await form.frame.getByRole('textbox', { name: 'Alias' }).focus()
    // The editor carries out "select all" a moment later, over what was typed meanwhile.
    await keyboard.press('Home')
    await keyboard.press('Shift+End')
    await keyboard.type('Reception')
    await keyboard.press('Enter')
    await form.frame.getByRole('dialog').waitFor()
    await keyboard.press('Enter')
    await form.frame.locator('#status.done', { hasText: 'Saved.' }).waitFor()
    await tab().filter({ hasNotText: '●' }).waitFor()
    await editor().tree.expand(/^Plivo/)
    await editor().tree.expand(/^United States/)
    await editor().tree.row(/Reception/)
    assert.deepEqual(await seriousFindings(form.frame), [])
    await editor().runCommand('Phone Numbers: Show History')
    await editor().page().locator('.view-line', { hasText: 'Alias: Support line → Reception' }).waitFor()
  })

  for (const [theme, kind] of [
    ['Dark Modern', 'vscode-dark'],
    ['Dark High Contrast', 'vscode-high-contrast'],
    ['Light High Contrast', 'vscode-high-contrast-light'],
    ['Light Modern', 'vscode-light'],
  ] as const)
    it(`is shown and asked about in the theme ${theme}`, async () => {
      await editor().setTheme(theme)
      await changed()
      await form.frame.locator(`body.${kind}`).waitFor()
      await editor().screenshot(`settings-form-edited-${kind}`)
      await form.review()
      await editor().screenshot(`settings-form-question-${kind}`)
      assert.deepEqual(await seriousFindings(form.frame), [])
      for (const part of ['dialog vscode-button', 'dialog h2', 'dialog dt', '#save vscode-button'])
        assert.ok((await leastContrast(form.frame, part)) > 4.5, part)
      await form.frame.getByRole('button', { name: 'Back to the form' }).click()
      await form.frame.getByRole('button', { name: 'Discard' }).click()
    })

  it('can be for several selected numbers at once, with a result for each', async () => {
    await editor().openView()
    await editor().tree.expand(/^Plivo/)
    await editor().tree.expand(/^United States/)
    await (await editor().tree.row(number)).click()
    await (await editor().tree.row(second)).click({ modifiers: ['ControlOrMeta'] })
    await editor().tree.contextMenu(second, 'Change Number Settings')
    await editor().page().locator('.tab.active', { hasText: '2 numbers' }).waitFor()
    form = settingsEditing(await editor().settingsFormFrame())
    await form.frame.getByRole('heading', { level: 1, name: '2 numbers' }).waitFor()
    await hasFocus(form.frame)
    await form.frame.getByText('The numbers have different values.').first().waitFor()
    await form.choose('Caller name lookup (CNAM)', 'Disabled')
    await form.write('Alias', 'Shared desk')
    assert.match(await form.review(), /^Change 2 numbers at Plivo\?/)
    await editor().screenshot('settings-form-several')
    assert.equal(await form.agree('Save'), 'Saved 2 of 2.')
    assert.deepEqual(await form.frame.locator('.results dt').allTextContents(), [number, second])
    await editor().tree.row(new RegExp(`${number.replaceAll('+', '\\+')}.*Shared desk`))
    await editor().screenshot('settings-form-several-saved')
  })
})

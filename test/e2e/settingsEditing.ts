import type { Frame } from 'playwright-core'
import type { Editor } from './editor.ts'
import { question } from './searching.ts'

/** The settings form of one number, by what a person does in it. */
export interface SettingsEditing {
  readonly frame: Frame
  /** Replaces the text of a field. */
  write(label: string, text: string): Promise<void>
  /** Chooses from a short list. */
  choose(label: string, option: string): Promise<void>
  /** Types into a list and takes the match that starts like this. */
  find(label: string, query: string, option: string): Promise<void>
  /** Opens the question before saving and resolves with its lines and notes. */
  review(): Promise<string>
  /** Agrees, and resolves with what the form says then. */
  agree(button: 'Save' | 'Overwrite'): Promise<string>
}

/** Opens the form of a number from the command palette and waits until its settings are there. */
export async function openSettingsOf(editor: Editor, number: string): Promise<SettingsEditing> {
  await editor.runCommand('Phone Numbers: Change Number Settings')
  await question(editor, 'Which number?')
  await editor.quickPick.type(number)
  await editor.quickPick.choose(number)
  await editor.page().locator('.tab.active', { hasText: number }).waitFor()
  const frame = await editor.settingsFormFrame()
  await frame.getByRole('heading', { level: 1, name: number }).waitFor()
  await frame.locator('.field').first().waitFor()
  await hasFocus(frame)
  return settingsEditing(frame)
}

const focusLimitMs = 5_000

/** The editor gives a panel the focus late; a list that is open then would close. A form that was open already may not be given
 * any: then a click into it does, as a person would. */
export async function hasFocus(frame: Frame): Promise<void> {
  const given = await frame.evaluate(`new Promise((resolve) => {
    if (document.hasFocus()) resolve(true)
    addEventListener('focus', () => resolve(true), { once: true })
    setTimeout(() => resolve(false), ${focusLimitMs})
  })`)
  if (given !== true) await frame.getByRole('heading', { level: 1 }).click()
}

export function settingsEditing(frame: Frame): SettingsEditing {
  const combobox = (label: string) => frame.getByRole('combobox', { name: label, exact: true })
  const dialog = frame.getByRole('dialog')
  return {
    frame,
    write: (label, text) => frame.getByRole('textbox', { name: label, exact: true }).fill(text),
    async choose(label, option) {
      await combobox(label).click()
      await frame.getByRole('option', { name: option, exact: true }).click()
    },
    async find(label, query, option) {
      await combobox(label).click()
      await combobox(label).fill(query)
      await frame.locator('.popup:not([hidden])').getByRole('option', { name: option }).first().click()
    },
    async review() {
      await frame.getByRole('button', { name: 'Review and save…' }).click()
      await dialog.waitFor()
      return (await dialog.textContent()) ?? ''
    },
    async agree(button) {
      await dialog.getByRole('button', { name: button, exact: true }).click()
      const status = frame.locator('#status:is(.done, .failed)')
      await status.waitFor()
      return (await status.textContent()) ?? ''
    },
  }
}

export async function closeForm(editor: Editor): Promise<void> {
  await editor.runCommand('View: Close All Editors')
  await editor.page().locator('iframe.webview').first().waitFor({ state: 'detached' })
}

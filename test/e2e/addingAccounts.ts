import type { Editor } from './editor.ts'
import { question } from './searching.ts'

/** The questions after the provider: name, then credentials in the order the provider declares them. */
export async function signIn(editor: Editor, name: string | undefined, credentials: readonly Answer[]): Promise<void> {
  await question(editor, 'Production')
  if (name === undefined) await editor.page().keyboard.press('Enter')
  else await editor.input.fill(name)
  for (const { placeholder, value } of credentials) {
    await question(editor, placeholder)
    await editor.input.fill(value)
  }
}

export interface Answer {
  /** How the box of the question starts. */
  readonly placeholder: string
  readonly value: string
}

export function plivoAnswers(credentials: Readonly<Record<string, string>>): Answer[] {
  return [
    { placeholder: 'MA and 18 more', value: credentials['authId'] ?? '' },
    { placeholder: 'The token next to', value: credentials['authToken'] ?? '' },
  ]
}

export function sinchAnswers(credentials: Readonly<Record<string, string>>): Answer[] {
  return [
    { placeholder: 'The UUID of the project', value: credentials['projectId'] ?? '' },
    { placeholder: 'The ID of an access key', value: credentials['keyId'] ?? '' },
    { placeholder: 'The secret of that access key', value: credentials['keySecret'] ?? '' },
  ]
}

/** Adds an account from the command palette and waits until the questions are over. */
export async function addAccount(editor: Editor, provider: string, name: string, answers: readonly Answer[]) {
  await editor.runCommand('Phone Numbers: Add Account…')
  await question(editor, 'Which provider?')
  await editor.quickPick.choose(provider)
  await signIn(editor, name, answers)
  await editor.page().locator('.quick-input-widget').waitFor({ state: 'hidden' })
}

/** The sentence under the input box that refused what was typed. */
export async function refusal(editor: Editor): Promise<string> {
  const box = editor.page().locator('.quick-input-widget')
  await box.locator('.monaco-inputbox.error').waitFor()
  return ((await box.locator('.quick-input-message').textContent()) ?? '').trim()
}

/** Waits until the input box refuses what was typed with this sentence: the one before may still stand there. */
export async function refused(editor: Editor, sentence: string): Promise<void> {
  await editor.page().locator('.quick-input-widget .quick-input-message').filter({ hasText: sentence }).waitFor()
}

import { readFileSync } from 'node:fs'
import { watch } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Editor } from './editor.ts'

const SAVE_LIMIT_MS = 15_000

/** Changes user settings as a person does: pastes into settings.json and saves. Resolves when the file is on disk. */
export async function changeUserSettings(editor: Editor, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const file = join(editor.home, 'u', 'User', 'settings.json')
  const page = editor.page()
  const text = JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...changes }, undefined, 2)
  await editor.runCommand('Preferences: Open User Settings (JSON)')
  await page.locator('.monaco-editor.focused .view-line').first().waitFor()
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
  await page.keyboard.press('ControlOrMeta+s')
  await written(file, text)
  await page.keyboard.press('ControlOrMeta+w')
  await page.locator('.monaco-editor.focused').waitFor({ state: 'detached' })
}

async function written(file: string, text: string): Promise<void> {
  const changes = watch(dirname(file), { signal: AbortSignal.timeout(SAVE_LIMIT_MS) })
  const isThere = () => readFileSync(file, 'utf8') === text
  if (isThere()) return
  for await (const _ of changes) if (isThere()) return
}

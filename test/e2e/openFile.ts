import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Locator } from 'playwright-core'
import type { Editor } from './editor.ts'

/** Writes a file into the opened folder. */
export function writeFile(editor: Editor, path: string, text: string): void {
  const file = join(editor.home, 'w', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** Opens a file of the folder by its name, as with Go to File. Resolves when a line with this text is shown. */
export async function openFile(editor: Editor, name: string, text: string): Promise<void> {
  await editor.page().keyboard.press('ControlOrMeta+p')
  await editor.quickPick.type(name)
  await editor.quickPick.choose(name)
  await codeLine(editor, text).waitFor()
}

/** The line of the code in front that contains a text. */
export function codeLine(editor: Editor, text: string): Locator {
  return editor.page().locator('.editor-instance .view-line').filter({ hasText: text }).first()
}

/** The string of a line that begins with a number. A line that the editor has not coloured yet is one piece; this waits for the string. */
export function numberString(editor: Editor, line: string): Locator {
  return codeLine(editor, line)
    .locator('> span > span')
    .filter({ hasText: /^.?\+\d/ })
    .first()
}

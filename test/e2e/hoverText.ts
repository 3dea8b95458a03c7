import type { Editor } from './editor.ts'
import type { Text } from './quickInput.ts'

/** Rests the pointer on a row and resolves with the tooltip that contains `part`. */
export async function hoverText(editor: Editor, row: Text, part: string): Promise<string> {
  await (await editor.tree.row(row)).hover()
  const tooltip = editor.page().locator('.monaco-hover').filter({ hasText: part }).first()
  await tooltip.waitFor()
  return ((await tooltip.textContent()) ?? '').replace(/\s+/g, ' ')
}

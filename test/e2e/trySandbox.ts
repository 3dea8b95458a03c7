import type { Editor } from './editor.ts'
import { inEnglish } from './searching.ts'

/** Starts the sandbox from the empty view and waits until the four accounts have been read. */
export async function trySandbox(editor: Editor, words = inEnglish): Promise<void> {
  await editor.openView()
  await editor
    .page()
    .getByRole('button', { name: words('Try the sandbox') })
    .click()
  await editor.statusBar.item(words('Phone numbers: sandbox'))
  for (const provider of ['Sinch', 'Plivo', 'TryVox', 'Contiguity']) {
    await editor.tree.row(new RegExp(`^${provider}${words('sandbox')} · ${words('{0} numbers', '\\d+')}`))
  }
}

import type { Editor } from './editor.ts'

/** Starts the sandbox from the empty view and waits until the four accounts have been read. */
export async function trySandbox(editor: Editor): Promise<void> {
  await editor.openView()
  await editor.page().getByRole('button', { name: 'Try the sandbox' }).click()
  await editor.statusBar.item('Phone numbers: sandbox')
  for (const provider of ['Sinch', 'Plivo', 'TryVox', 'Contiguity']) {
    await editor.tree.row(new RegExp(`^${provider}sandbox · \\d+ numbers`))
  }
}

import { window } from 'vscode'

/** Replaces the selections of the editor in front: by one text each when there are as many, else each by all, one per line. False when no editor takes them. */
export async function insertText(texts: readonly string[]): Promise<boolean> {
  const editor = window.activeTextEditor
  if (editor === undefined) return false
  const { selections } = editor
  const all = texts.join('\n')
  return await editor.edit((edit) => {
    selections.forEach((selection, index) => {
      edit.replace(selection, texts.length === selections.length ? (texts[index] ?? all) : all)
    })
  })
}

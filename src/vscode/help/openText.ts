import { window, workspace } from 'vscode'

/** Opens a text as a document without a file. */
export async function openText(content: string, language: 'markdown' | 'properties'): Promise<void> {
  const document = await workspace.openTextDocument({ content, language })
  await window.showTextDocument(document, { preview: false })
}

import { Range, Uri, window } from 'vscode'
import type { NumberUse } from '../../core/code/numberUses.ts'

/** Shows the place in an editor, selected. */
export async function openUse({ uri, line, start, end }: NumberUse): Promise<void> {
  await window.showTextDocument(Uri.parse(uri, true), { selection: new Range(line, start, line, end) })
}

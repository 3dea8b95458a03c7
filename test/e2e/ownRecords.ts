import { existsSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { type Deed, deedsOf } from '../../src/core/journal.ts'
import { createJournalFile } from '../../src/vscode/records/journalFile.ts'
import type { Editor } from './editor.ts'

/** Where the editor lets the extension keep journal and locks. */
function storageOf({ home }: Editor): string {
  return join(home, 'u', 'User', 'globalStorage', 'phone-numbers.phone-numbers')
}

/** What the extension has recorded, read from its file. */
export async function recordedDeeds(editor: Editor): Promise<readonly Deed[]> {
  return deedsOf(await createJournalFile(join(storageOf(editor), 'history.jsonl')).read())
}

/** Makes every lock as old as if its window had been dead for a minute. Returns how many there are. */
export function ageLocks(editor: Editor): number {
  const folder = join(storageOf(editor), 'locks')
  const names = readdirSync(folder)
  const then = new Date(Date.now() - 60_000)
  for (const name of names) utimesSync(join(folder, name), then, then)
  return names.length
}

/** Takes away the lists that the extension keeps for its next start. Call it when no list is on its way. */
export function forgetLists(editor: Editor): void {
  rmSync(join(storageOf(editor), 'inventory'), { recursive: true, force: true })
}

/** The names of the lists that are kept, without drafts. */
export function keptLists(editor: Editor): string[] {
  const folder = join(storageOf(editor), 'inventory')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jsonl')) : []
}

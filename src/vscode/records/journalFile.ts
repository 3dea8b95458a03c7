import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Journal, JournalEntry } from '../../core/journal.ts'
import { journalLine, parseJournalLine } from '../../core/journalText.ts'

/** The journal as a file of JSON lines. One write and one flush per entry, so that several windows can append to it. */
export function createJournalFile(path: string): Journal {
  return {
    async append(entry) {
      await mkdir(dirname(path), { recursive: true })
      await appendDurably(path, entry)
    },
    async read() {
      const text = await readFile(path, 'utf8').catch(emptyWhenMissing)
      return text.split('\n').flatMap((line) => {
        const entry = line === '' ? undefined : parseJournalLine(line)
        return entry === undefined ? [] : [entry]
      })
    },
  }
}

/** The line break comes first: a line that a crash cut short then does not swallow this one. */
async function appendDurably(path: string, entry: JournalEntry): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    // Unlike a single write, this one fails when the disk takes only a part.
    await file.writeFile(`\n${journalLine(entry)}\n`)
    await file.datasync()
  } finally {
    await file.close()
  }
}

function emptyWhenMissing(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
  throw error
}

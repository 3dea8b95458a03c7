import { isSettled } from '../../src/core/journal.ts'
import type { Records } from '../../src/core/records.ts'

const limitMs = 20_000

/** Resolves when nothing that was recorded is open any more; rejects with what still is after 20 seconds. */
export async function nothingOpen(records: Records): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const open = () => records.deeds().filter((deed) => !isSettled(deed))
  const stop = records.onDidChange(() => {
    if (open().length === 0) resolve()
  })
  const limit = setTimeout(() => {
    reject(
      new Error(
        `still open: ${open()
          .map(({ intent }) => `${intent.verb} of ${intent.number}`)
          .join(', ')}`,
      ),
    )
  }, limitMs)
  try {
    await records.load()
    await promise
  } finally {
    clearTimeout(limit)
    stop()
  }
}

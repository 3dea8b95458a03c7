import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { NumberLock } from '../../core/numberLock.ts'

export interface LockFilesOptions {
  /** A folder that all windows of this person share. */
  readonly folder: string
  readonly newId: () => string
  /** Epoch milliseconds, of the same clock as the file system's. */
  readonly now: () => number
}

const beatMs = 5_000
/** A holder beats every few seconds; one that was silent for so long is dead or its machine slept. */
const deadAfterMs = 30_000

/**
 * Locks as files that only one window can create. The holder touches its file while it works; a file that nobody touched for half a
 * minute belongs to a window that died and is taken over.
 */
export function createLockFiles(options: LockFilesOptions): NumberLock {
  return {
    async hold(provider, number) {
      await mkdir(options.folder, { recursive: true })
      const path = join(options.folder, `${provider}-${number.slice(1)}.lock`)
      const mark = options.newId()
      const created = (await create(path, mark)) || ((await removeDead(path, options)) && (await create(path, mark)))
      if (!created) return undefined
      const beat = setInterval(() => void touch(path, options.now()), beatMs)
      beat.unref()
      return async () => {
        clearInterval(beat)
        // A file that cannot be removed dies by itself; what was done under the lock must not fail for it.
        if ((await contentOf(path)) === mark) await rm(path, { force: true }).catch(() => undefined)
      }
    },
  }
}

async function create(path: string, mark: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.write(mark)
    await file.close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/**
 * True when the path is free now. Whoever clears a dead lock holds a second file while looking again and removing, so that a lock
 * which another window took in the meantime is not mistaken for the dead one.
 */
async function removeDead(path: string, options: LockFilesOptions): Promise<boolean> {
  const clearing = `${path}.clearing`
  if (await isDead(clearing, options)) await rm(clearing, { force: true })
  if (!(await create(clearing, options.newId()))) return false
  try {
    if (!(await isDead(path, options))) return false
    await rm(path, { force: true })
    return true
  } finally {
    await rm(clearing, { force: true })
  }
}

async function isDead(path: string, options: LockFilesOptions): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && options.now() - found.mtimeMs >= deadAfterMs
}

async function touch(path: string, now: number): Promise<void> {
  await utimes(path, now / 1000, now / 1000).catch(() => undefined)
}

async function contentOf(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch(() => undefined)
}

import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const HEARTBEAT_MS = 2_000
const ABANDONED_MS = 20_000

/** The folder in which things are kept that all clones of one person share. Created when missing.
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string} */
export function userCacheFolder(environment = process.env) {
  const base = environment['XDG_CACHE_HOME'] || join(environment['HOME'] || homedir(), '.cache')
  const folder = join(base, 'phone-numbers-vscode')
  mkdirSync(folder, { recursive: true })
  return folder
}

/** @param {string} path */
function tryCreate(path) {
  try {
    closeSync(openSync(path, 'wx'))
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} path */
function isAbandoned(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && Date.now() - found.mtimeMs > ABANDONED_MS
}

/** Runs `work` while no other process of this person runs work under the same name. The holder's heartbeat keeps the lock
 * alive; a lock without a heartbeat for 20 s belonged to a process that was killed, and is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {{ folder?: string, onWait?: () => void }} [options]
 * @returns {Promise<T>} */
export async function withLock(name, work, options = {}) {
  const path = join(options.folder ?? userCacheFolder(), `${name}.lock`)
  let told = false
  while (!tryCreate(path)) {
    if (isAbandoned(path)) {
      rmSync(path, { force: true })
      continue
    }
    if (!told) options.onWait?.()
    told = true
    await wait(250)
  }
  const release = () => rmSync(path, { force: true })
  const heartbeat = setInterval(() => {
    const now = new Date()
    try {
      utimesSync(path, now, now)
    } catch {
      // The lock file was removed from outside; the work itself is safe to finish.
    }
  }, HEARTBEAT_MS)
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    process.off('exit', release)
    release()
  }
}

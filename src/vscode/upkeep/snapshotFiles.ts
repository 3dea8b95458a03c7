import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Account } from '../../core/account.ts'
import type { OwnedNumber } from '../../core/ownedNumber.ts'
import {
  isSnapshotOf,
  readSnapshotHead,
  readSnapshotLine,
  type SnapshotHead,
  snapshotHeadLine,
  snapshotLine,
} from '../../core/ownedSnapshot.ts'

export interface Snapshot {
  /** Epoch milliseconds: when the list was complete. */
  readonly at: number
  readonly numbers: readonly OwnedNumber[]
}

/** The last list of every account, in files that all windows share: numbers only, nothing secret. */
export interface SnapshotFiles {
  /** Undefined when there is none that this version wrote for this account at its present addresses. Never rejects. */
  read(account: Account): Promise<Snapshot | undefined>
  /** Replaces the account's file in one step, unless another window wrote a newer list. */
  write(account: Account, snapshot: Snapshot): Promise<void>
  /** Removes the files of all other accounts. */
  keepOnly(accountIds: readonly string[]): Promise<void>
  remove(accountId: string): Promise<void>
}

export interface SnapshotFilesOptions {
  readonly folder: string
  readonly newId: () => string
  /** Epoch milliseconds. */
  readonly now: () => number
  /** False for accounts that were removed while their file was written. */
  readonly isKnown: (accountId: string) => boolean
}

const suffix = '.jsonl'
const safeName = /^[\w-]{1,64}$/
/** More than that is not worth keeping, or is not ours. */
const mostBytes = 48_000_000
const mostNumbers = 100_000
/** So many lines take a few milliseconds. */
const linesAtOnce = 500
const abandonedAfterMs = 60 * 60_000

export function createSnapshotFiles(options: SnapshotFilesOptions): SnapshotFiles {
  const { folder, newId, now, isKnown } = options
  const pathOf = (accountId: string) => join(folder, `${accountId}${suffix}`)
  const remove = async (accountId: string) => {
    if (safeName.test(accountId)) await rm(pathOf(accountId), { force: true })
  }
  return {
    remove,
    async read(account) {
      if (!safeName.test(account.id)) return undefined
      try {
        return await readSnapshot(pathOf(account.id), account, now())
      } catch {
        // Missing or unreadable: the provider is asked in any case.
        return undefined
      }
    },
    async write(account, { at, numbers }) {
      const { id: accountId, provider, endpoints } = account
      if (account.sandbox || !safeName.test(accountId) || numbers.length > mostNumbers) return
      await mkdir(folder, { recursive: true })
      const draft = join(folder, `${accountId}.${newId()}.draft`)
      try {
        await writeDraft(draft, { accountId, provider, endpoints, at, count: numbers.length }, numbers)
        if (await isNewer(pathOf(accountId), account, at, now())) return
        await rename(draft, pathOf(accountId))
        if (!isKnown(accountId)) await remove(accountId)
      } finally {
        await rm(draft, { force: true })
      }
    },
    async keepOnly(accountIds) {
      const kept = new Set(accountIds.map((accountId) => `${accountId}${suffix}`))
      const names = await readdir(folder).catch(() => [])
      for (const name of names) {
        if (kept.has(name) || (name.endsWith('.draft') && !(await isAbandoned(join(folder, name), now())))) continue
        await rm(join(folder, name), { force: true })
      }
    },
  }
}

async function readSnapshot(path: string, account: Account, now: number): Promise<Snapshot | undefined> {
  const { size } = await stat(path)
  if (size > mostBytes) return undefined
  const lines = (await readFile(path, 'utf8')).split('\n')
  const head = readSnapshotHead(lines[0] ?? '')
  // Every line ends with a break, so that the last piece is empty.
  const isWhole = head !== undefined && lines.length === head.count + 2 && lines.at(-1) === ''
  if (!isWhole || !isSnapshotOf(head, account, now)) return undefined
  const numbers: OwnedNumber[] = []
  for (let at = 1; at <= head.count; at += 1) {
    const owned = readSnapshotLine(lines[at] ?? '', account.id)
    if (owned === undefined) return undefined
    numbers.push(owned)
    if (at % linesAtOnce === 0) await breathe()
  }
  return { at: head.at, numbers }
}

async function writeDraft(path: string, head: SnapshotHead, numbers: readonly OwnedNumber[]): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${snapshotHeadLine(head)}\n`)
    for (let at = 0; at < numbers.length; at += linesAtOnce) {
      const lines = numbers.slice(at, at + linesAtOnce).map((owned) => `${snapshotLine(owned)}\n`)
      await file.writeFile(lines.join(''))
    }
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** True when the file holds a later list of the same account. */
async function isNewer(path: string, account: Account, at: number, now: number): Promise<boolean> {
  const file = await open(path, 'r').catch(() => undefined)
  if (file === undefined) return false
  try {
    for await (const line of file.readLines()) {
      const head = readSnapshotHead(line)
      return head !== undefined && head.at > at && isSnapshotOf(head, account, now)
    }
    return false
  } finally {
    await file.close()
  }
}

async function isAbandoned(path: string, now: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && now - found.mtimeMs >= abandonedAfterMs
}

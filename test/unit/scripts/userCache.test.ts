import assert from 'node:assert/strict'
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { userCacheFolder, withLock } from '../../../scripts/userCache.mjs'
import { temporaryFolder } from './temporaryFolder.ts'

describe("the person's cache", () => {
  it('lies where XDG_CACHE_HOME says, else in .cache of the home folder', () => {
    const base = temporaryFolder()
    const chosen = userCacheFolder({ XDG_CACHE_HOME: join(base, 'x'), HOME: base })
    assert.equal(chosen, join(base, 'x', 'phone-numbers-vscode'))
    assert.equal(userCacheFolder({ HOME: base }), join(base, '.cache', 'phone-numbers-vscode'))
    assert.ok(existsSync(chosen))
  })
})

describe('a lock', () => {
  it('lets one piece of work run after the other', async () => {
    const folder = temporaryFolder()
    const events: string[] = []
    const { promise: firstMayEnd, resolve: endFirst } = Promise.withResolvers<void>()
    const first = withLock('a', () => firstMayEnd.then(() => events.push('first ended')), { folder })
    const second = withLock('a', async () => events.push('second ran'), { folder, onWait: () => endFirst() })
    await Promise.all([first, second])
    assert.deepEqual(events, ['first ended', 'second ran'])
    assert.equal(existsSync(join(folder, 'a.lock')), false)
  })

  it('is given back when the work fails', async () => {
    const folder = temporaryFolder()
    await assert.rejects(
      withLock('a', () => Promise.reject(new Error('no')), { folder }),
      /no/,
    )
    assert.equal(await withLock('a', async () => 'ran', { folder }), 'ran')
  })

  it('is taken over when its holder has shown no sign of life', async () => {
    const folder = temporaryFolder({ 'a.lock': 'left behind' })
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(join(folder, 'a.lock'), longAgo, longAgo)
    const waited: string[] = []
    await withLock('a', async () => assert.equal(readFileSync(join(folder, 'a.lock'), 'utf8'), ''), {
      folder,
      onWait: () => waited.push('waited'),
    })
    assert.deepEqual(waited, [])
  })

  it('of another name does not hinder', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'b.lock'), '')
    assert.equal(await withLock('a', async () => 'ran', { folder }), 'ran')
  })
})

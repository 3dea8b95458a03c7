import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { createLockFiles } from '../../../../src/vscode/records/lockFiles.ts'
import { e164 } from '../../../support/builders.ts'
import { startScript } from './startScript.ts'

const number = e164('+13125550142')
const other = e164('+13125550143')
const aliveMs = 29_000
const deadMs = 31_000

describe('the lock of a number as a file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pn-locks-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  let ids = 0
  /** A window whose clock is so many milliseconds ahead of the file system's. */
  const windowAhead = (ms = 0) => createLockFiles({ folder, newId: () => `mark-${++ids}`, now: () => Date.now() + ms })

  it('is held by one window at a time, for each number apart', async () => {
    const letGo = await windowAhead().hold('testphone', number)
    assert.ok(letGo)
    assert.equal(await windowAhead().hold('testphone', number), undefined)
    const another = await windowAhead().hold('testphone', other)
    const elsewhere = await windowAhead().hold('otherphone', number)
    assert.ok(another && elsewhere)
    await Promise.all([letGo(), another(), elsewhere()])
    assert.deepEqual(readdirSync(folder), [])
  })

  it('can be held again after it was let go', async () => {
    await (await windowAhead().hold('testphone', number))?.()
    const again = await windowAhead().hold('testphone', number)
    assert.ok(again)
    await again()
  })

  it('is given to exactly one of many that want it at once', async () => {
    const held = await Promise.all(Array.from({ length: 20 }, () => windowAhead().hold('testphone', number)))
    const winners = held.filter((letGo) => letGo !== undefined)
    assert.equal(winners.length, 1)
    await winners[0]?.()
  })

  it('is given to exactly one of two processes', async () => {
    const scripts = ['a', 'b'].map((mark) => startScript('holdLock.ts', [folder, mark]))
    try {
      const said = await Promise.all(scripts.map((script) => script.saysOneOf(['held', 'refused'])))
      assert.deepEqual(said.sort(), ['held', 'refused'])
      assert.equal(await windowAhead().hold('testphone', number), undefined)
      for (const script of scripts) script.tell()
      await Promise.all(scripts.map((script) => script.ended()))
      const free = await windowAhead().hold('testphone', number)
      assert.ok(free)
      await free()
    } finally {
      for (const script of scripts) script.kill()
    }
  })

  it('does not stay with a process that was killed, but is not taken from one that may only be slow', async () => {
    const script = startScript('holdLock.ts', [folder, 'a'])
    await script.says('held')
    script.kill()
    await script.ended()
    assert.equal(await windowAhead(aliveMs).hold('testphone', number), undefined)
    const letGo = await windowAhead(deadMs).hold('testphone', number)
    assert.ok(letGo)
    await letGo()
    assert.deepEqual(readdirSync(folder), [])
  })

  it('is taken over from a dead window by exactly one of many', async () => {
    const path = join(folder, 'testphone-13125550142.lock')
    const longAgo = (Date.now() - deadMs) / 1000
    writeFileSync(path, 'dead')
    utimesSync(path, longAgo, longAgo)
    const held = await Promise.all(Array.from({ length: 20 }, () => windowAhead().hold('testphone', number)))
    assert.equal(held.filter((letGo) => letGo !== undefined).length, 1)
    await held.find((letGo) => letGo !== undefined)?.()
  })

  it('is not held for ever by a window that died while it cleared a dead lock', async () => {
    writeFileSync(join(folder, 'testphone-13125550142.lock'), 'dead')
    writeFileSync(join(folder, 'testphone-13125550142.lock.clearing'), 'dead too')
    const letGo = await windowAhead(deadMs).hold('testphone', number)
    assert.ok(letGo)
    await letGo()
    assert.deepEqual(readdirSync(folder), [])
  })

  it('leaves the lock of another window alone when it was taken over in the meantime', async () => {
    const slept = await windowAhead().hold('testphone', number)
    const taken = await windowAhead(deadMs).hold('testphone', number)
    assert.ok(slept && taken)
    await slept()
    assert.equal(await windowAhead().hold('testphone', number), undefined)
    await taken()
    assert.deepEqual(readdirSync(folder), [])
  })

  it('can be read by its owner only, and holds no secret', async () => {
    const letGo = await windowAhead().hold('testphone', number)
    const [name = ''] = readdirSync(folder)
    assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600)
    assert.match(readFileSync(join(folder, name), 'utf8'), /^mark-\d+$/)
    await letGo?.()
  })
})

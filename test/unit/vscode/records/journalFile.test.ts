import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import type { JournalEntry } from '../../../../src/core/journal.ts'
import { journalLine } from '../../../../src/core/journalText.ts'
import { createJournalFile } from '../../../../src/vscode/records/journalFile.ts'
import { e164 } from '../../../support/builders.ts'
import { startScript } from './startScript.ts'

describe('the journal as a file', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pn-journal-'))
    path = join(folder, 'made', 'history.jsonl')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const idsIn = async () => (await createJournalFile(path).read()).map(idOf)

  it('is empty before anything was written', async () => {
    assert.deepEqual(await createJournalFile(path).read(), [])
  })

  it('is made with its folder, and only its owner can read it', async () => {
    await createJournalFile(path).append(intent('a'))
    assert.equal(statSync(path).mode & 0o777, 0o600)
  })

  it('gives back what was written, in order, also to another window', async () => {
    const journal = createJournalFile(path)
    const entries = [intent('a'), ending('a'), intent('b')]
    for (const entry of entries) await journal.append(entry)
    assert.deepEqual(await createJournalFile(path).read(), entries)
  })

  it('loses nothing after a line that a crash cut short', async () => {
    const journal = createJournalFile(path)
    await journal.append(intent('a'))
    await journal.append(intent('torn'))
    truncateSync(path, statSync(path).size - 20)
    await journal.append(intent('b'))
    assert.deepEqual(await idsIn(), ['a', 'b'])
  })

  it('keeps every whole line, whatever stands between them', async () => {
    const junk = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' ')),
      fc.nat(journalLine(intent('x')).length - 1).map((length) => journalLine(intent('x')).slice(0, length)),
      fc.json().map((text) => text.replaceAll('\n', ' ')),
    )
    await createJournalFile(path).append(intent('first'))
    await fc.assert(
      fc.asyncProperty(fc.array(junk, { maxLength: 5 }), async (damage) => {
        writeFileSync(path, '')
        const whole = damage.map((_, index) => `whole-${index}`)
        for (const [index, line] of damage.entries()) {
          appendFileSync(path, line)
          await createJournalFile(path).append(intent(`whole-${index}`))
        }
        assert.deepEqual(await idsIn(), whole)
      }),
      { numRuns: 40 },
    )
  })

  it('keeps the lines of windows that write at the same time', async () => {
    const writers = ['a', 'b', 'c'].map((name) => ({ name, journal: createJournalFile(path) }))
    const counts = Array.from({ length: 20 }, (_, index) => index)
    await Promise.all(
      writers.flatMap(({ name, journal }) => counts.map((count) => journal.append(intent(`${name}-${count}`)))),
    )
    const expected = writers.flatMap(({ name }) => counts.map((count) => `${name}-${count}`))
    assert.deepEqual((await idsIn()).sort(), expected.sort())
  })

  it('keeps the lines of processes that write at the same time', async () => {
    const scripts = ['a', 'b'].map((name) => startScript('appendToJournal.ts', [path, name, '40']))
    await Promise.all(scripts.map((script) => script.ended()))
    const found = await idsIn()
    for (const name of ['a', 'b']) {
      assert.deepEqual(
        found.filter((id) => id.startsWith(name)),
        Array.from({ length: 40 }, (_, index) => `${name}-${index}`),
      )
    }
  })

  it('is whole on disk as soon as an append resolves: a process that is killed right then loses nothing', async () => {
    const script = startScript('appendToJournal.ts', [path, 'a', '1', 'wait'])
    await script.says('written')
    script.kill()
    await script.ended()
    assert.deepEqual(await idsIn(), ['a-0'])
    assert.ok(readFileSync(path, 'utf8').endsWith('\n'))
  })

  it('rejects when the disk does not take the entry', async () => {
    writeFileSync(join(folder, 'made'), 'a file where the folder should be')
    await assert.rejects(createJournalFile(path).append(intent('a')))
  })
})

function idOf(entry: JournalEntry): string {
  switch (entry.kind) {
    case 'intent':
      return entry.intent.id
    case 'ending':
      return entry.ending.id
    case 'sighting':
      return entry.sighting.id
    default:
      return entry satisfies never
  }
}

function intent(id: string): JournalEntry {
  return {
    kind: 'intent',
    intent: {
      ...{ id, verb: 'rent', provider: 'testphone', accountId: 'account-1', account: 'Production', sandbox: false },
      ...{ number: e164('+13125550142'), at: '2026-11-21T10:00:00Z' },
    },
  }
}

function ending(id: string): JournalEntry {
  return { kind: 'ending', ending: { id, at: '2026-11-21T10:00:01Z', outcome: 'done' } }
}

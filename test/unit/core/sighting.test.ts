import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { historyCsv, historyJson } from '../../../src/core/historyExport.ts'
import { historyText } from '../../../src/core/historyText.ts'
import type { JournalEntry } from '../../../src/core/journal.ts'
import { journalLine, parseJournalLine } from '../../../src/core/journalText.ts'
import { createRecords } from '../../../src/core/records.ts'
import {
  boundedSighting,
  countNews,
  distinctSightings,
  type Sighting,
  withoutOwnDeeds,
} from '../../../src/core/sighting.ts'
import { buildDeed } from '../../support/buildDeed.ts'
import { e164 } from '../../support/builders.ts'

const [one, two] = [e164('+13125550101'), e164('+13125550102')]
const noon = Date.parse('2026-11-21T12:00:00Z')
const minute = 60_000

describe('what was done from here', () => {
  const left = (
    news: { appeared?: (typeof one)[]; vanished?: (typeof one)[] },
    ...deeds: ReturnType<typeof buildDeed>[]
  ) => {
    const { appeared, vanished } = withoutOwnDeeds(
      { since: noon, appeared: [], vanished: [], ...news },
      'testphone',
      deeds,
      noon + 60 * minute,
    )
    return [...appeared, ...vanished]
  }

  it('is no news: a rent since the last list, in whichever window and account of the provider', () => {
    const rent = buildDeed({ number: one, at: '2026-11-21T12:30:00Z', accountId: 'another' })
    assert.deepEqual(left({ appeared: [one, two] }, rent), [two])
  })

  it('is no news when the answer to the rent was lost', () => {
    assert.deepEqual(left({ appeared: [one] }, buildDeed({ number: one, at: '2026-11-21T12:30:00Z' }, null)), [])
  })

  it('is no news: a release, however long ago it was asked for', () => {
    const release = buildDeed({ verb: 'release', number: one, at: '2026-10-01T00:00:00Z' })
    assert.deepEqual(left({ vanished: [one, two] }, release), [two])
  })

  it('does not hide that a number went which was not released because the provider refused', () => {
    const refused = buildDeed({ verb: 'release', number: one, at: '2026-11-21T11:00:00Z' }, { outcome: 'refused' })
    assert.deepEqual(left({ vanished: [one] }, refused), [one])
  })

  it('does not call a number gone that was rented a moment ago, because lists lag', () => {
    const rent = buildDeed({ number: one, at: '2026-11-21T12:55:00Z' })
    assert.deepEqual(left({ vanished: [one] }, rent), [])
    const earlier = buildDeed({ number: one, at: '2026-11-21T12:05:00Z' })
    assert.deepEqual(left({ vanished: [one] }, earlier), [one])
  })

  it('does not hide a number of another provider, nor one that came back long after its rent', () => {
    assert.deepEqual(
      left({ appeared: [one] }, buildDeed({ provider: 'other', at: '2026-11-21T12:30:00Z', number: one })),
      [one],
    )
    assert.deepEqual(left({ appeared: [one] }, buildDeed({ number: one, at: '2026-11-01T00:00:00Z' })), [one])
  })
})

describe('a sighting', () => {
  it('survives the journal', () => {
    const entry: JournalEntry = { kind: 'sighting', sighting: buildSighting({ more: 3, sandbox: true }) }
    assert.deepEqual(parseJournalLine(journalLine(entry)), entry)
  })

  it('is told once, though two windows wrote it down', () => {
    const [first, second] = [buildSighting({ id: 'a' }), buildSighting({ id: 'b' })]
    const back = buildSighting({ id: 'c', appeared: [], vanished: [one] })
    const again = buildSighting({ id: 'd' })
    assert.deepEqual(
      distinctSightings([first, second, back, again]).map(({ id }) => id),
      ['a', 'c', 'd'],
    )
  })

  it('names so many numbers only, and says how many more there were', () => {
    const many = Array.from({ length: 700 }, (_, n) => e164(`+1312555${String(n).padStart(4, '0')}`))
    const { appeared, vanished, more } = boundedSighting(buildSighting(), { appeared: many, vanished: [one] })
    assert.deepEqual([appeared.length, vanished.length, more], [500, 1, 200])
  })

  it('is counted in few words', () => {
    assert.equal(countNews({ appeared: 2, vanished: 1 }), '2 new, 1 gone')
    assert.equal(countNews({ appeared: 0, vanished: 1 }), '1 gone')
  })

  it('is kept beside the deeds and is none of them', async () => {
    const entries: JournalEntry[] = []
    const journal = { read: async () => entries, append: async (entry: JournalEntry) => void entries.push(entry) }
    const records = createRecords(journal)
    let told = 0
    records.onDidChange(() => {
      told += 1
    })
    await records.see(buildSighting())
    assert.deepEqual([records.deeds().length, records.sightings().length, told], [0, 1, 1])
  })
})

describe('the history of what others did', () => {
  const words = {
    providerOf: () => 'Testphone',
    format: (number: string) => number,
    moment: (iso: string) => iso.slice(0, 16),
  }

  it('names every number that came or went, and what was compared', () => {
    const text = historyText([], words, [buildSighting({ vanished: [two], more: 4 })])
    const wanted = `Changed outside this editor (1)
-------------------------------

2026-11-21T12:00  Testphone, Production
    New           +13125550101
    Gone          +13125550102
    And           4 more
    Compared with the list of 2026-11-21T09:00
`
    assert.ok(text.endsWith(wanted), text)
  })

  it('is exported with the deeds', () => {
    const sightings = [buildSighting({ vanished: [two] })]
    const csv = historyCsv([buildDeed()], words, sightings).trimEnd().split('\r\n')
    assert.equal(csv.length, 4)
    assert.match(csv[2] ?? '', /"Seen new","\+13125550101",.*"Testphone","Production","no"/)
    assert.match(csv[3] ?? '', /"Seen gone","\+13125550102"/)
    const rows: { verb: string; appeared?: string[] }[] = JSON.parse(historyJson([buildDeed()], sightings))
    assert.deepEqual(
      rows.map(({ verb, appeared }) => [verb, appeared]),
      [
        ['rent', undefined],
        ['seenOutside', [one]],
      ],
    )
  })
})

function buildSighting(differences: Partial<Sighting> = {}): Sighting {
  return {
    id: 'sighting-1',
    at: '2026-11-21T12:00:00Z',
    since: '2026-11-21T09:00:00Z',
    provider: 'testphone',
    accountId: 'account-1',
    account: 'Production',
    sandbox: false,
    appeared: [one],
    vanished: [],
    ...differences,
  }
}

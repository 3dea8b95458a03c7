import { type Deed, deedsOf, type Ending, type Intent, type Journal } from './journal.ts'
import { distinctSightings, type Sighting } from './sighting.ts'

/** The journal as this window knows it: what was done, kept in memory, written through. */
export interface Records {
  /** What was read last; empty before the first `load`. */
  deeds(): readonly Deed[]
  /** What lists showed that was not done from here, as it was read last. */
  sightings(): readonly Sighting[]
  /** Reads the journal again: other windows write to it too. */
  load(): Promise<readonly Deed[]>
  /** Resolves when the intent is on disk. Rejects when it is not: then nothing may be sent. */
  intend(intent: Intent): Promise<void>
  conclude(ending: Ending): Promise<void>
  see(sighting: Sighting): Promise<void>
  onDidChange(listener: () => void): () => void
}

export function createRecords(journal: Journal): Records {
  let known: readonly Deed[] = []
  let seen: readonly Sighting[] = []
  const listeners = new Set<() => void>()
  const load = async () => {
    const entries = await journal.read()
    known = deedsOf(entries)
    seen = distinctSightings(entries.flatMap((entry) => (entry.kind === 'sighting' ? [entry.sighting] : [])))
    for (const listener of listeners) listener()
    return known
  }
  return {
    deeds: () => known,
    sightings: () => seen,
    load,
    async intend(intent) {
      await journal.append({ kind: 'intent', intent })
      await load()
    },
    async conclude(ending) {
      await journal.append({ kind: 'ending', ending })
      await load()
    },
    async see(sighting) {
      await journal.append({ kind: 'sighting', sighting })
      await load()
    },
    onDidChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

import type { Memento } from 'vscode'
import type { LastSearch } from '../core/lastSearch.ts'

/** The last search, for the next session too. It holds no secret. */
export interface LastSearchStore {
  /** As it was stored, perhaps by another version. */
  read(): unknown
  save(search: LastSearch): void
}

const key = 'lastSearch'

export function createLastSearchStore(state: Memento): LastSearchStore {
  return {
    read: () => state.get<unknown>(key),
    save: (search) => void state.update(key, search),
  }
}

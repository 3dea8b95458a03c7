import type { AccountInventory } from '../../core/accountBook.ts'
import type { Notice } from './treeElements.ts'

/** The state of a list in rows; an account that is fine has none. */
export function accountNotices(entry: AccountInventory & { readonly hidden?: number }): Notice[] {
  const unreadable: Notice[] = entry.unreadable.length > 0 ? ['unreadable'] : []
  const { status } = entry
  switch (status.kind) {
    case 'notLoaded':
      return entry.numbers.length === 0 ? ['loading'] : unreadable
    case 'remembered':
    case 'complete': {
      const count = entry.numbers.length + (entry.hidden ?? 0) + entry.activities.size
      if (count > 0 || unreadable.length > 0) return unreadable
      return entry.refreshing ? ['loading'] : ['empty']
    }
    case 'failed':
      return entry.refreshing && entry.numbers.length === 0 ? ['loading'] : ['failed', ...unreadable]
    case 'incomplete':
      return ['incomplete', ...unreadable]
    case 'signedOut':
    case 'endpointChanged':
    case 'paused':
    case 'unknownProvider':
      return entry.refreshing ? ['loading'] : [status.kind]
    default:
      return status satisfies never
  }
}

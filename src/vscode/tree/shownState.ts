import type { AccountInventory } from '../../core/accountBook.ts'
import { noticesOf } from './treeShape.ts'

/**
 * What the rows of an account show besides its numbers, as one text: equal texts mean that nothing has to be drawn again. Cheap, because it
 * is asked for after every page of every list.
 */
export function shownState(entry: AccountInventory, deedRows: readonly string[], age: string | undefined): string {
  const { account, status, arrangement, unreadable } = entry
  const isSettled = status.kind === 'complete' || status.kind === 'remembered'
  const problem = 'error' in status ? [status.at, status.error.message] : []
  return JSON.stringify([
    ...[account.label, account.sandbox, account.endpointsOverridden, account.endpoints.api],
    ...[status.kind, ...problem, isSettled ? 'settled' : entry.refreshing, arrangement, unreadable.length],
    ...[noticesOf(entry), deedRows, age],
  ])
}

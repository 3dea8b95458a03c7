import type { AccountInventory } from '../../core/accountBook.ts'
import { accountNotices } from './accountNotices.ts'

/**
 * What the rows of an account show besides its numbers, as one text: equal texts mean that nothing has to be drawn again. Cheap, because it
 * is asked for after every page of every list.
 */
export function shownState(
  entry: AccountInventory & { readonly hidden?: number },
  deedRows: readonly string[],
  age: string | undefined,
  totals = '',
): string {
  const { account, status, arrangement, unreadable } = entry
  const isSettled = status.kind === 'complete' || status.kind === 'remembered'
  const problem = 'error' in status ? [status.at, status.error.message] : []
  return JSON.stringify([
    ...[account.label, account.sandbox, account.endpointsOverridden, account.endpoints.api],
    ...[
      status.kind,
      ...problem,
      isSettled ? 'settled' : entry.refreshing,
      arrangement,
      unreadable.length,
      entry.hidden ?? 0,
    ],
    ...[accountNotices(entry), deedRows, age, totals],
  ])
}

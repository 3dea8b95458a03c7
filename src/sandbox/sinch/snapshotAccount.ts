import { ownedRow } from './ownedRow.ts'
import type { SinchAccount } from './sinchAccount.ts'
import { timestamp } from './timestamp.ts'

/** The world as a test sees it; owned numbers have the members of the wire. */
export function snapshotAccount(account: SinchAccount, tokensIssued: number, now: number): unknown {
  return {
    projectId: account.projectId,
    now: timestamp(now),
    balance: { currencyCode: 'USD', amount: account.balance },
    owned: [...account.owned.values()].map((number) => ownedRow(number, account.projectId, now)),
    taken: [...account.taken],
    gone: [...account.gone],
    charges: account.charges.map(({ at, ...charge }) => ({ at: timestamp(at), ...charge })),
    observed: { ...account.observed },
    tokensIssued,
  }
}

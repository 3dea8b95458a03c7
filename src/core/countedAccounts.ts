import type { Account } from './account.ts'

/** Those whose prices are added up together: the sandbox's money is pretended, so it is left out as soon as there is a real account. */
export function countedAccounts<Entry extends { readonly account: Account }>(
  entries: readonly Entry[],
): readonly Entry[] {
  const real = entries.filter(({ account }) => !account.sandbox)
  return real.length === 0 ? entries : real
}

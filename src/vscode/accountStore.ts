import type { Memento } from 'vscode'

/** What is remembered of an account besides its secret. Not a secret: it stays when the secret vanishes. */
export interface StoredAccount {
  readonly id: string
  readonly provider: string
  readonly label: string
}

const key = 'accounts'

/** The list of accounts, in the order they were added, shared by all windows. */
export interface AccountStore {
  list(): readonly StoredAccount[]
  /** Adds the account or replaces the one with the same id. */
  save(account: StoredAccount): Promise<void>
  remove(accountId: string): Promise<void>
}

export function createAccountStore(state: Memento): AccountStore {
  const list = () => readAccounts(state.get<unknown>(key))
  return {
    list,
    async save(account) {
      const others = list()
      const at = others.findIndex((other) => other.id === account.id)
      await state.update(key, at < 0 ? [...others, account] : others.with(at, account))
    },
    async remove(accountId) {
      await state.update(
        key,
        list().filter((account) => account.id !== accountId),
      )
    },
  }
}

/** Keeps what can be read of the stored list; a damaged entry does not take the others with it. */
export function readAccounts(value: unknown): StoredAccount[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return []
    const { id, provider, label } = entry as Record<string, unknown>
    if (typeof id !== 'string' || typeof provider !== 'string' || typeof label !== 'string') return []
    return [{ id, provider, label }]
  })
}

import type { SecretStorage } from 'vscode'
import type { Credentials, Endpoints } from '../core/account.ts'
import type { Redactor } from '../core/redaction.ts'

/** What is kept secret for an account, bound to the origins it was entered for. */
export interface StoredCredentials {
  readonly values: Credentials
  readonly endpoints: Endpoints
}

/** Credentials in the editor's secret storage, and nowhere else. */
export interface CredentialStore {
  /** Undefined means "ask again": a secret can vanish (new machine, changed keyring) without the account being gone. */
  read(provider: string, accountId: string): Promise<StoredCredentials | undefined>
  write(provider: string, accountId: string, credentials: StoredCredentials): Promise<void>
  delete(provider: string, accountId: string): Promise<void>
}

/** Every credential that passes is made known to the redactor first. */
export function createCredentialStore(secrets: SecretStorage, redactor: Redactor): CredentialStore {
  const key = (provider: string, accountId: string) => `account/${provider}/${accountId}`
  return {
    async read(provider, accountId) {
      const text = await secrets.get(key(provider, accountId))
      const stored = text === undefined ? undefined : parseStored(text)
      for (const value of Object.values(stored?.values ?? {})) redactor.addSecret(value)
      return stored
    },
    async write(provider, accountId, credentials) {
      for (const value of Object.values(credentials.values)) redactor.addSecret(value)
      const text = JSON.stringify({ v: 1, ...credentials })
      // Everybody who listens would take it for other credentials.
      if ((await secrets.get(key(provider, accountId))) === text) return
      await secrets.store(key(provider, accountId), text)
    },
    async delete(provider, accountId) {
      await secrets.delete(key(provider, accountId))
    },
  }
}

/** The account that a key of the secret storage belongs to. */
export function accountOfSecret(key: string): string | undefined {
  return /^account\/[^/]+\/([^/]+)$/.exec(key)?.[1]
}

/** Reads what an earlier version may have written; anything else counts as missing. */
export function parseStored(text: string): StoredCredentials | undefined {
  const stored = parseObject(text)
  if (stored === undefined || stored['v'] !== 1) return undefined
  const { values, endpoints } = stored
  if (!isTextRecord(values) || !isTextRecord(endpoints)) return undefined
  const { api, auth } = endpoints
  if (api === undefined) return undefined
  return { values, endpoints: auth === undefined ? { api } : { api, auth } }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function isTextRecord(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every((entry) => typeof entry === 'string')
}

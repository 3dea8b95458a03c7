import type { Account } from '../core/account.ts'
import { type EndpointOverrides, resolveEndpoints } from '../core/endpoints.ts'
import { findProvider } from '../providers/registry.ts'
import type { AccountStore } from './accountStore.ts'

/** All accounts of this window: the stored ones with the origins of today's settings, and the sandbox's while it runs. */
export interface AccountDirectory {
  list(): readonly Account[]
  find(accountId: string): Account | undefined
}

export interface DirectoryOptions {
  readonly store: AccountStore
  readonly readOverrides: () => EndpointOverrides
  readonly sandboxAccounts: () => readonly Account[]
}

/** An account whose endpoint setting cannot be used is given no origin; the driver source then says so. */
export const noEndpoint = ''

export function createAccountDirectory(options: DirectoryOptions): AccountDirectory {
  const list = () => {
    const overrides = options.readOverrides()
    const stored = options.store.list().map((account) => ({
      ...account,
      sandbox: false,
      ...endpointsOf(account.provider, overrides),
    }))
    return [...options.sandboxAccounts(), ...stored]
  }
  return { list, find: (accountId) => list().find((account) => account.id === accountId) }
}

function endpointsOf(provider: string, overrides: EndpointOverrides) {
  const definition = findProvider(provider)
  const resolution = definition && resolveEndpoints(definition, overrides)
  if (resolution?.kind !== 'valid') return { endpoints: { api: noEndpoint }, endpointsOverridden: true }
  return { endpoints: resolution.endpoints, endpointsOverridden: resolution.overridden }
}

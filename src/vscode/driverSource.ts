import type { Account, Credentials, Endpoints } from '../core/account.ts'
import { isLoopback, sameEndpoints } from '../core/endpoints.ts'
import type { DriverAccess } from '../core/inventory.ts'
import type { Log } from '../core/log.ts'
import type { ProviderDriver } from '../core/providerDriver.ts'
import { redactedDriver } from '../core/redactedDriver.ts'
import type { Redactor } from '../core/redaction.ts'
import { findProvider, type ProviderId, providers } from '../providers/registry.ts'
import { noEndpoint } from './accountDirectory.ts'
import type { LazyParts, NetworkSettings } from './lazyParts.ts'
import type { CredentialStore } from './secretCredentialStore.ts'

/** Where drivers come from: one per account, kept as long as its credentials and origins stay the same. */
export interface DriverSource {
  accessTo(account: Account): Promise<DriverAccess>
  /** A driver for credentials that are not stored yet. The caller closes it. */
  trial(
    provider: ProviderId,
    accountId: string,
    credentials: Credentials,
    endpoints: Endpoints,
  ): Promise<ProviderDriver>
  /** Closes the driver of an account; the next access makes a new one. */
  drop(accountId: string): Promise<void>
  dropAll(): Promise<void>
}

export interface DriverSourceOptions {
  readonly parts: LazyParts
  readonly credentials: CredentialStore
  readonly sandboxCredentials: (account: Account) => Credentials | undefined
  /** While the sandbox runs nothing may leave this machine. */
  readonly loopbackOnly: () => boolean
  /** Now; the same object as long as nothing changed. */
  readonly networkSettings: () => NetworkSettings
  /** Everything that a driver says passes it. */
  readonly redactor: Redactor
  readonly log: Log
}

interface Kept {
  readonly driver: ProviderDriver
  readonly fingerprint: string
}

export function createDriverSource(options: DriverSourceOptions): DriverSource {
  const kept = new Map<string, Kept>()

  const drop = async (accountId: string) => {
    const entry = kept.get(accountId)
    kept.delete(accountId)
    await entry?.driver.close()
  }
  const trial: DriverSource['trial'] = async (provider, accountId, credentials, endpoints) => {
    const { networkSettings, redactor, log } = options
    for (const value of Object.values(credentials)) redactor.addSecret(value)
    const [network, numbering] = await Promise.all([options.parts.network(), options.parts.numbering()])
    const http = network.createHttpClient({
      provider,
      transport: network.createTransport(networkSettings),
      log,
      timeouts: network.defaultTimeouts,
      limit: findProvider(provider)?.requestLimit,
      secretUsed: redactor.addSecret,
    })
    const now = () => new Date()
    const driver = network.drivers[provider]({ accountId, credentials, endpoints, http, numbering, now })
    return redactedDriver(driver, redactor)
  }

  return {
    trial,
    drop,
    async accessTo(account) {
      const provider = providers.find((candidate) => candidate.id === account.provider)?.id
      if (provider === undefined) return { kind: 'unknownProvider' }
      if (account.endpoints.api === noEndpoint) return { kind: 'endpointChanged' }
      if (options.loopbackOnly() && !isLoopbackOnly(account.endpoints)) return { kind: 'paused' }
      const found = await credentialsFor(options, account)
      if (found.kind !== 'found') return found
      const fingerprint = JSON.stringify([found.credentials, account.endpoints])
      const entry = kept.get(account.id)
      if (entry?.fingerprint === fingerprint) return { kind: 'ready', driver: entry.driver }
      const driver = await trial(provider, account.id, found.credentials, account.endpoints)
      // Two callers may have come here at once: the first one's driver is the account's driver.
      const other = kept.get(account.id)
      if (other?.fingerprint === fingerprint) return { kind: 'ready', driver: other.driver }
      await drop(account.id)
      kept.set(account.id, { driver, fingerprint })
      return { kind: 'ready', driver }
    },
    async dropAll() {
      await Promise.all([...kept.keys()].map(drop))
    },
  }
}

export function isLoopbackOnly(endpoints: Endpoints): boolean {
  return isLoopback(endpoints.api) && (endpoints.auth === undefined || isLoopback(endpoints.auth))
}

type FoundCredentials =
  | { readonly kind: 'found'; readonly credentials: Credentials }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'endpointChanged' }

async function credentialsFor(options: DriverSourceOptions, account: Account): Promise<FoundCredentials> {
  if (account.sandbox) {
    const credentials = options.sandboxCredentials(account)
    return credentials === undefined ? { kind: 'signedOut' } : { kind: 'found', credentials }
  }
  const stored = await options.credentials.read(account.provider, account.id)
  if (stored === undefined) return { kind: 'signedOut' }
  // Credentials belong to the origin they were entered for: a changed setting must not send them elsewhere.
  if (!sameEndpoints(stored.endpoints, account.endpoints)) return { kind: 'endpointChanged' }
  return { kind: 'found', credentials: stored.values }
}

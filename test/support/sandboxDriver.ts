import type { Credentials, Endpoints } from '../../src/core/account.ts'
import type { Log } from '../../src/core/log.ts'
import type { OwnedNumber, UnreadableRow } from '../../src/core/ownedNumber.ts'
import type { ProviderDriver } from '../../src/core/providerDriver.ts'
import { ProviderError } from '../../src/core/providerError.ts'
import type { DriverFactory } from '../../src/http/driverFactory.ts'
import { createDirectTransport } from '../../src/http/transport.ts'
import { createHttpClient, type HttpClientOptions, type Timeouts } from '../../src/http/undiciHttpClient.ts'
import { createPhoneNumbering } from '../../src/numbering/phoneFormat.ts'
import type { TestSandbox, TestScope } from './startSandbox.ts'

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

export interface DriverDifferences {
  readonly credentials?: Credentials
  readonly endpoints?: Endpoints
  readonly timeouts?: Partial<Timeouts>
  readonly log?: Log
  /** What else the HTTP client is made of: a rate limit, another clock. */
  readonly client?: Pick<HttpClientOptions, 'limit' | 'pace'>
}

/** A driver for the sandbox's account of one provider, over real HTTP; closed when `scope` ends. */
export function sandboxDriver(
  scope: TestScope,
  sandbox: TestSandbox,
  provider: string,
  factory: DriverFactory,
  differences: DriverDifferences = {},
): ProviderDriver {
  const { endpoint, authEndpoint, credentials } = sandbox.provider(provider)
  const timeouts = { read: 3_000, readDeadline: 10_000, write: 3_000, ...differences.timeouts }
  const driver = factory({
    accountId: 'account-1',
    credentials: differences.credentials ?? credentials,
    endpoints: differences.endpoints ?? {
      api: endpoint,
      ...(authEndpoint === undefined ? {} : { auth: authEndpoint }),
    },
    http: createHttpClient({
      ...{ provider, transport: createDirectTransport(), log: differences.log ?? silent, timeouts },
      ...differences.client,
    }),
    numbering: createPhoneNumbering(),
    now: () => new Date(),
  })
  scope.after(() => driver.close())
  return driver
}

/** A signal that never aborts. */
export function noCancel(): AbortSignal {
  return new AbortController().signal
}

export interface CollectedList {
  readonly numbers: readonly OwnedNumber[]
  readonly unreadable: readonly UnreadableRow[]
  readonly pages: number
  /** What ended the list, when it did not end by itself. */
  readonly error?: ProviderError
}

/** Reads a list to its end or to its failure. Anything but a `ProviderError` is thrown on. */
export async function collectOwned(driver: ProviderDriver): Promise<CollectedList> {
  const numbers: OwnedNumber[] = []
  const unreadable: UnreadableRow[] = []
  let pages = 0
  try {
    for await (const page of driver.listOwned(noCancel())) {
      pages += 1
      numbers.push(...page.numbers)
      unreadable.push(...page.unreadable)
    }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return { numbers, unreadable, pages, error }
  }
  return { numbers, unreadable, pages }
}

/** The `ProviderError` that a promise rejects with. Throws when it resolves or rejects with anything else. */
export async function failureOf(promise: Promise<unknown>): Promise<ProviderError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof ProviderError) return error
    throw error
  }
  throw new Error('This was expected to fail')
}

import type { ProviderDriver } from '../../../src/core/providerDriver.ts'
import { ProviderError } from '../../../src/core/providerError.ts'
import { effectOf, type HttpAnswer, type HttpClient } from '../../../src/http/httpClient.ts'
import { directSettings } from '../../../src/http/networkSettings.ts'
import { createTransport } from '../../../src/http/transport.ts'
import { createHttpClient, defaultTimeouts, type Timeouts } from '../../../src/http/undiciHttpClient.ts'
import { createPhoneNumbering } from '../../../src/numbering/phoneFormat.ts'
import { drivers } from '../../../src/providers/drivers.ts'
import type { ProviderId } from '../../../src/providers/registry.ts'
import { buildOffer, buildOwnedNumber, e164 } from '../builders.ts'
import type { TestSandbox, TestScope } from '../startSandbox.ts'

const number = e164('+12025550199')
const query = { country: 'US', capabilities: [] }

/** Every operation of a driver; those about one number ask for `+12025550199` unless another is given. */
export function everyOperation(
  driver: ProviderDriver,
  signal: AbortSignal,
  about = number,
): Readonly<Record<string, () => Promise<unknown>>> {
  const owned = buildOwnedNumber(about)
  const order = { number: about, country: 'US', options: {} }
  return {
    verify: () => driver.verifyCredentials(signal),
    list: () => readAll(driver, signal),
    get: () => driver.getOwned(about, signal),
    search: () => driver.searchOffers(query, signal),
    quote: () => driver.quote(buildOffer(about), signal),
    rent: () => driver.rent(order, signal),
    settleRent: () => driver.settleRent(order, signal),
    previewRelease: () => driver.previewRelease(owned, signal),
    release: () => driver.release(owned, signal),
    cancelRelease: () => driver.cancelRelease(about, signal),
    listChoices: () => driver.listChoices('applicationId', signal),
  }
}

async function readAll(driver: ProviderDriver, signal: AbortSignal): Promise<unknown> {
  const pages = []
  for await (const page of driver.listOwned(signal)) pages.push(page)
  return pages
}

/** What an operation came to: its value, or its failure. Anything but a `ProviderError` is thrown on. */
export async function outcomeOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof ProviderError) return error
    throw error
  }
}

/** A driver whose account is at an origin of the test, over real HTTP; closed when `scope` ends. */
export function driverAt(
  scope: TestScope,
  provider: ProviderId,
  origin: string,
  timeouts: Partial<Timeouts> = {},
): ProviderDriver {
  const http = createHttpClient({
    provider,
    transport: createTransport(() => directSettings),
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    timeouts: { ...defaultTimeouts, ...timeouts },
  })
  const driver = driverOver(provider, http, canaries[provider], { api: origin, auth: origin })
  scope.after(() => driver.close())
  return driver
}

/** Credentials that are found again wherever they turn up. */
export const canaries: Readonly<Record<ProviderId, Readonly<Record<string, string>>>> = {
  sinch: { projectId: 'prj-8Kd2mVx0', keyId: 'kid-4Rw7pZt1', keySecret: 'Q9x.Lm~3vB_sN6yTc2' },
  plivo: { authId: 'MAXW8F3J2P', authToken: 'zT5+gH/1qRk8=uYe4WnP0dJ7' },
  tryvox: { accountId: 'acc_U3nB6cXe', apiKey: 'tvx_sk_J8rK1sVd5Lw0Ph' },
  contiguity: { apiKey: 'sk_D2fG7hMj9Zb4QxC6tE' },
}

export interface RecordedAnswer {
  readonly path: string
  readonly answer: HttpAnswer
}

/**
 * A driver of the sandbox's account whose answers pass through `change` before the driver sees them. The sandbox is asked once for each
 * address; `known` keeps what it answered for the next driver.
 */
export function tamperedDriver(
  scope: TestScope,
  sandbox: TestSandbox,
  provider: ProviderId,
  known: Map<string, HttpAnswer>,
  change: (recorded: RecordedAnswer) => string,
): ProviderDriver {
  const { endpoint, authEndpoint, credentials } = sandbox.provider(provider)
  const http = createHttpClient({
    provider,
    transport: createTransport(() => directSettings),
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    timeouts: defaultTimeouts,
  })
  const tampering: HttpClient = {
    ...http,
    async send(request) {
      const key = `${request.method} ${request.path}`
      const answer = known.get(key) ?? (await http.send(request))
      known.set(key, answer)
      return {
        ...answer,
        operation: request.operation,
        effect: effectOf(request),
        text: change({ path: request.path, answer }),
      }
    },
  }
  const driver = driverOver(provider, tampering, credentials, {
    api: endpoint,
    ...(authEndpoint ? { auth: authEndpoint } : {}),
  })
  scope.after(() => driver.close())
  return driver
}

function driverOver(
  provider: ProviderId,
  http: HttpClient,
  credentials: Readonly<Record<string, string>>,
  endpoints: { readonly api: string; readonly auth?: string },
): ProviderDriver {
  const numbering = createPhoneNumbering()
  return drivers[provider]({ accountId: 'account-1', credentials, endpoints, http, numbering, now: () => new Date() })
}

import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { inspect } from 'node:util'
import type { Log } from '../../../src/core/log.ts'
import type { Offer, OfferQuery } from '../../../src/core/offer.ts'
import type { OwnedNumber } from '../../../src/core/ownedNumber.ts'
import type { ProviderDefinition } from '../../../src/core/providerDefinition.ts'
import type { ProviderDriver, RentOrder } from '../../../src/core/providerDriver.ts'
import type { ProviderError } from '../../../src/core/providerError.ts'
import type { Timeouts } from '../../../src/http/undiciHttpClient.ts'
import type { ProviderId } from '../../../src/providers/registry.ts'
import type { Fault } from '../../../src/sandbox/faults.ts'
import { connectDriver } from '../../support/connectDriver.ts'
import { rejection } from '../../support/rejection.ts'
import { collectOwned, type DriverDifferences, noCancel } from '../../support/sandboxDriver.ts'
import { startSandbox, type TestSandbox } from '../../support/startSandbox.ts'
import type { Witness } from './witnesses.ts'

/** A provider under test: what it declares, and how to look behind its driver's back. */
export interface Subject {
  readonly id: ProviderId
  readonly definition: ProviderDefinition
  readonly witness: Witness
}

type Route = keyof Witness['routes']
type FaultOn = Fault extends infer Kind ? (Kind extends Fault ? Omit<Kind, 'provider' | 'route'> : never) : never

/** Long enough for a busy machine: where a test waits for a time limit it says so. Milliseconds. */
const patience: Timeouts = { read: 30_000, readDeadline: 60_000, write: 30_000 }

/** A driver, its sandbox account and questions about both. */
export interface Bench {
  readonly sandbox: TestSandbox
  readonly driver: ProviderDriver
  /** Another driver of the same account, with differences. */
  another(differences: DriverDifferences): ProviderDriver
  /** Scripts a fault for the request that an operation needs. */
  fault(route: Route, fault: FaultOn): Promise<void>
  act(command: Readonly<Record<string, unknown>>): Promise<void>
  /** How often the provider was asked, for everything or for one operation. */
  requests(route?: Route): Promise<number>
  /** How many requests spent money or gave a number up. */
  moneyRequests(): Promise<number>
  /** What the account holds according to the world, sorted. */
  held(): Promise<readonly string[]>
  /** What the driver lists; throws when the list fails. */
  listed(): Promise<readonly OwnedNumber[]>
  /** The failure of a call. Fails the test when a secret is anywhere in it or in the log. */
  failure(promise: Promise<unknown>): Promise<ProviderError>
}

export async function openBench(
  t: TestContext,
  subject: Subject,
  options: DriverDifferences & { readonly owned?: number } = {},
): Promise<Bench> {
  const { id, witness } = subject
  const sandbox = await startSandbox(t, options.owned === undefined ? {} : { owned: { [id]: options.owned } })
  const logged: string[] = []
  const another = (differences: DriverDifferences) =>
    connectDriver(t, sandbox, id, {
      log: logInto(logged),
      ...differences,
      timeouts: { ...patience, ...differences.timeouts },
    })
  const driver = another(options)
  const secrets = secretsOf(subject, options.credentials ?? sandbox.provider(id).credentials)
  return {
    sandbox,
    driver,
    another,
    async fault(route, fault) {
      const name = witness.routes[route]
      assert.ok(name, `${id} has no request for ${route}`)
      await sandbox.fault({ provider: id, route: name, ...fault })
    },
    async act(command) {
      await sandbox.act(id, command)
    },
    async requests(route) {
      const { routes, total } = await sandbox.counters(id)
      return route === undefined ? total : (routes[witness.routes[route] ?? ''] ?? 0)
    },
    async moneyRequests() {
      return Object.values((await sandbox.counters(id)).money).reduce((sum, count) => sum + count, 0)
    },
    held: async () => [...witness.held(await sandbox.world(id))].sort(),
    async listed() {
      const list = await collectOwned(driver)
      assert.equal(list.error, undefined)
      return list.numbers
    },
    async failure(promise) {
      const error = await rejection(promise)
      const told = [
        inspect(error, { depth: 12, showHidden: true }),
        error.message,
        JSON.stringify(error.facts),
        ...logged,
      ]
      for (const secret of secrets) {
        assert.ok(!told.some((text) => text.includes(secret)), 'a secret is in the failure or in the log')
      }
      assert.equal(error.facts.provider, id)
      return error
    },
  }
}

/** An offer of the popular country that can be rented here and now, without further demands. */
export async function pickOffer({ driver }: Bench, { definition }: Subject): Promise<Offer> {
  const { offers } = await driver.searchOffers(localUs(definition), noCancel())
  const direct = offers.filter(({ rentable, price }) => rentable.kind === 'direct' && price.kind === 'recurring')
  const offer = direct.find(({ requirements }) => requirements.length === 0) ?? direct[0]
  assert.ok(offer, 'nothing can be rented')
  return offer
}

export function localUs({ features }: ProviderDefinition): OfferQuery {
  return { country: 'US', capabilities: [], ...(features.numberTypes.includes('local') ? { type: 'local' } : {}) }
}

export function orderOf(offer: Offer): RentOrder {
  return { number: offer.number, options: {}, ...(offer.country === undefined ? {} : { country: offer.country }) }
}

/** The secret values of an account, also as the two halves of a Basic header. */
function secretsOf({ definition }: Subject, credentials: Readonly<Record<string, string>>): string[] {
  const values = definition.credentialFields.filter(({ secret }) => secret).map(({ key }) => credentials[key] ?? '')
  const pairs = Object.values(credentials).flatMap((name) => values.map((value) => `${name}:${value}`))
  return [...values, ...pairs.map((pair) => Buffer.from(pair).toString('base64'))].filter((secret) => secret !== '')
}

function logInto(lines: string[]): Log {
  const write = (message: string) => {
    lines.push(message)
  }
  return { debug: write, info: write, warn: write, error: write }
}

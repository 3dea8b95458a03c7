import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { Contiguity } from 'contiguity'
import type { SandboxOptions } from '../../../src/sandbox/sandbox.ts'
import { startSandbox, type TestSandbox } from '../../support/startSandbox.ts'

const VENDOR = 'https://api.contiguity.com'

interface World {
  readonly balance: string
  readonly owned: readonly { readonly number: string; readonly leaseId: string; readonly leaseStatus: string }[]
  readonly offers: readonly string[]
}

/** The SDK types most answers as records of unknown values; these are the members looked at here. */
interface LeaseAnswer {
  readonly lease_id: string
  readonly number: string
  readonly status: string
  readonly billing: { readonly method: string; readonly price: unknown }
}
interface LeaseRow {
  readonly id: string
  readonly lease_id?: string
  readonly lease_status?: string
}
interface LeaseList {
  readonly leased: number
  readonly numbers: readonly LeaseRow[]
}
interface EndedLease {
  readonly lease_id: string
  readonly number_id: string
  readonly status: string
}

/** Names the members that the assertions after it check one by one. */
function looked<Shape>(answer: unknown): Shape {
  return answer as Shape
}

interface Redirected {
  readonly sdk: Contiguity
  readonly sandbox: TestSandbox
  world(): Promise<World>
  /** Route and status of everything the SDK has sent. */
  sent(): Promise<readonly (readonly [route: string, status: number | null])[]>
}

/**
 * The official SDK knows no other address than the vendor's, but looks up the global fetch at each call. The wrapped
 * one sends the vendor's addresses to the sandbox, lets the control server through and refuses everything else.
 */
async function redirect(t: TestContext, options: SandboxOptions = {}): Promise<Redirected> {
  const sandbox = await startSandbox(t, options)
  const { endpoint, credentials } = sandbox.provider('contiguity')
  const real = globalThis.fetch
  globalThis.fetch = (input, init) => {
    const url = String(input)
    if (url.startsWith(`${VENDOR}/`)) return real(endpoint + url.slice(VENDOR.length), init)
    return url.startsWith(`${sandbox.control}/`) ? real(url, init) : Promise.reject(new Error(`refused ${url}`))
  }
  t.after(() => {
    globalThis.fetch = real
  })
  return {
    sdk: new Contiguity(credentials['apiKey']),
    sandbox,
    world: () => sandbox.world('contiguity'),
    sent: async () => (await sandbox.requests('contiguity')).map(({ route, status }) => [route, status]),
  }
}

type Offer = Awaited<ReturnType<Contiguity['lease']['available']>>['numbers'][number]

/** Anybody may rent it, from the balance in US dollars. */
function isPlain({ status, data, pricing }: Offer): boolean {
  return status === 'available' && pricing.currency === 'USD' && (data?.requirements ?? []).length === 0
}

async function plainOffer(sdk: Contiguity): Promise<Offer> {
  return (await sdk.lease.available()).numbers.find(isPlain) ?? assert.fail('no plain offer')
}

/** What the SDK throws, read like any object because it exports no class for it here. */
async function failure(failing: Promise<unknown>): Promise<Readonly<Record<string, unknown>>> {
  const error: unknown = await failing.then(
    () => assert.fail('the call succeeded'),
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof Error)
  return { ...error, name: error.name, message: error.message }
}

describe('the official Contiguity SDK against the sandbox', () => {
  it('lists the offers and the leases as the world has them', async (t) => {
    const { sdk, world, sent } = await redirect(t)
    const { offers, owned } = await world()
    const available = await sdk.lease.available()
    assert.equal(available.available, offers.length)
    assert.deepEqual(
      available.numbers.map(({ id }) => id),
      offers,
    )
    const answer = await sdk.lease.leased()
    const leased = looked<LeaseList>(answer)
    assert.equal(leased.leased, owned.length)
    assert.deepEqual(
      leased.numbers.map(({ id, lease_id, lease_status }) => [id, lease_id, lease_status]),
      owned.map(({ number, leaseId, leaseStatus }) => [number, leaseId, leaseStatus]),
    )
    assert.equal(answer.metadata.api_version, 'v2026.8.2')
    assert.deepEqual(await sent(), [
      ['listOffers', 200],
      ['listOwned', 200],
    ])
  })

  it('gets one number, ours with its lease and a stranger’s without', async (t) => {
    const { sdk, world } = await redirect(t)
    const [mine] = (await world()).owned
    const own = looked<LeaseRow>(await sdk.lease.get(mine?.number ?? ''))
    assert.deepEqual([own.id, own.lease_id], [mine?.number, mine?.leaseId])
    const { metadata: _metadata, ...offer } = await sdk.lease.get((await plainOffer(sdk)).id)
    assert.deepEqual(offer, await plainOffer(sdk))
    assert.equal('lease_id' in offer, false)
  })

  it('rents with and without a billing method, pays for it, and reads the lease by the older address', async (t) => {
    const { sdk, sandbox, world } = await redirect(t)
    for (const options of [undefined, { billing_method: 'monthly' as const }]) {
      const before = await world()
      const offer = await plainOffer(sdk)
      const answer = options === undefined ? sdk.lease.create(offer.id) : sdk.lease.create(offer.id, options)
      const lease = looked<LeaseAnswer>(await answer)
      assert.deepEqual([lease.number, lease.status, lease.billing.method], [offer.id, 'active', 'monthly'])
      assert.deepEqual(lease.billing.price, offer.pricing)
      const { balance, owned } = await world()
      const price = offer.pricing.upfront_fee + offer.pricing.monthly_rate
      assert.equal(balance, (Number(before.balance) - price).toFixed(2))
      assert.equal(owned.find(({ number }) => number === offer.id)?.leaseId, lease.lease_id)
      assert.equal(looked<LeaseRow>(await sdk.lease.details(offer.id)).lease_id, lease.lease_id)
    }
    assert.deepEqual((await sandbox.counters('contiguity')).money, { rent: 2, release: 0 })
    const rents = (await sandbox.requests('contiguity')).filter(({ route }) => route === 'rent')
    const wire = rents.map(({ method, url, facts }) => [
      method,
      url.startsWith('/numbers/lease/%2B'),
      facts.authScheme,
      facts.contentType,
    ])
    assert.deepEqual(wire, Array(2).fill(['POST', true, 'Token', 'application/json']))
  })

  it('releases at once and fails with 404 the second time', async (t) => {
    const { sdk, sandbox, world } = await redirect(t)
    const [mine] = (await world()).owned
    const number = mine?.number ?? ''
    const ended = looked<EndedLease>(await sdk.lease.terminate(number))
    assert.deepEqual([ended.lease_id, ended.number_id, ended.status], [mine?.leaseId, number, 'terminated'])
    assert.equal(
      (await world()).owned.some((lease) => lease.number === number),
      false,
    )
    const { name, status } = await failure(sdk.lease.terminate(number))
    assert.deepEqual([name, status], ['ContiguityError', 404])
    assert.equal((await failure(sdk.lease.details(number)))['status'], 404)
    assert.equal((await sandbox.counters('contiguity')).money['release'], 2)
  })

  it('shows a taken number, missing money, an unmet requirement and a wrong key as its own errors', async (t) => {
    const { sdk, sandbox } = await redirect(t)
    const { id } = await plainOffer(sdk)
    await sandbox.act('contiguity', { take: id })
    assert.equal((await failure(sdk.lease.create(id)))['status'], 400)
    const { numbers } = await sdk.lease.available()
    const bound = numbers.find(({ data }) => data?.requirements?.join() === 'imessage_entitlement_required')
    const refused = await failure(sdk.lease.create(bound?.id ?? ''))
    assert.equal(refused['status'], 403)
    assert.match(JSON.stringify(refused), /https:\/\/api\.contiguity\.com\/entitlements\/imessage/)
    await sandbox.act('contiguity', { balance: '0.00' })
    assert.equal((await failure(sdk.lease.create((await plainOffer(sdk)).id)))['status'], 403)
    const stranger = new Contiguity('contiguity_sk_sandbox_wrong')
    const { message, status } = await failure(stranger.lease.leased())
    assert.deepEqual([message, status], ['Unauthorized', 401])
  })

  it('throws on the 404 of an empty account, and reads zero rows when the provider answers 200', async (t) => {
    const { sdk, sandbox } = await redirect(t, { owned: { contiguity: 0 } })
    assert.equal((await failure(sdk.lease.leased()))['status'], 404)
    await sandbox.setSwitch('contiguity', 'emptyListStatus', 200)
    assert.deepEqual(looked<LeaseList>(await sdk.lease.leased()).numbers, [])
  })

  it('sends nothing for goodwill, and breaks on an answer that is not JSON', async (t) => {
    const { sdk, sandbox } = await redirect(t)
    const goodwill = { billing_method: 'goodwill' } as unknown as { billing_method: 'monthly' }
    assert.match(String((await failure(sdk.lease.create('+12125550123', goodwill)))['name']), /ZodError/)
    assert.equal((await sandbox.counters('contiguity')).total, 0)
    await sandbox.fault({ provider: 'contiguity', route: 'listOwned', kind: 'nonJson' })
    assert.equal((await failure(sdk.lease.leased()))['name'], 'SyntaxError')
  })

  it('reads entitlements, also for an account that may not lease', async (t) => {
    const { sdk, sandbox } = await redirect(t)
    assert.equal((await sdk.entitlements.get('lease'))['status'], 'granted')
    await sandbox.setSwitch('contiguity', 'withoutLeaseEntitlement', true)
    assert.equal((await sdk.entitlements.get('lease'))['status'], 'available')
    assert.equal((await failure(sdk.lease.leased()))['status'], 403)
    const { entitlements } = await sdk.entitlements.list()
    assert.ok(Array.isArray(entitlements) && entitlements.length > 1)
  })
})

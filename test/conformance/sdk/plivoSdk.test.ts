import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Client } from 'plivo'
import type { PlivoSnapshot } from '../../../src/sandbox/plivo/snapshotPlivo.ts'
import { startSandbox, type TestSandbox } from '../../support/startSandbox.ts'

type Fields = Readonly<Record<string, unknown>>

const SHOP = 'SASANDBOX00000000001'
const SALES = '21004477130012344'
const FLOW = '7f3a1c52-9b0e-4d6a-8e21-5c0f4b7d9a13'

/** `applications` ignores `url` and goes to the built-in host: it must never be called here. */
function sdkFor(sandbox: TestSandbox, token?: string): Client {
  const { endpoint, credentials } = sandbox.provider('plivo')
  const { authId = '', authToken = '' } = credentials
  return new Client(authId, token ?? authToken, { url: `${endpoint}/v1/Account/${authId}` })
}

async function started(t: TestContext, owned?: number) {
  const sandbox = await startSandbox(t, owned === undefined ? {} : { owned: { plivo: owned } })
  const world = () => sandbox.world<PlivoSnapshot>('plivo')
  return { sandbox, sdk: sdkFor(sandbox), world }
}

/** What an SDK object says, without its class. */
function fieldsOf(value: unknown): Fields {
  assert.ok(typeof value === 'object' && value !== null, String(value))
  return { ...value }
}

/** The row count that the SDK puts on the array of a list. */
function totalOf(list: object): unknown {
  return 'meta' in list ? fieldsOf(list.meta)['totalCount'] : undefined
}

async function offerIn(sdk: Client, country: string, params: object): Promise<string> {
  const [offer] = await sdk.numbers.search(country, params)
  return String(fieldsOf(offer)['number'])
}

/** What the SDK rejects with, as text where it is no Error. */
async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => assert.fail('the call succeeded'),
    (reason: unknown) => reason,
  )
}

/** Asserts that the SDK failed with this status and gives back the error text of the body. */
async function refusal(work: Promise<unknown>, status: number): Promise<string> {
  const error = await failure(work)
  assert.ok(error instanceof Error && 'status' in error, String(error))
  assert.equal(error.status, status)
  return error.message
}

/** A method called as the package's users call it, although its types do not have it or want more arguments. */
async function untyped(owner: object, method: string, ...args: readonly unknown[]): Promise<unknown> {
  const found: unknown = Reflect.get(owner, method)
  assert.ok(typeof found === 'function', method)
  return Reflect.apply(found, owner, args)
}

test('the SDK lists owned numbers page by page, with the whole count on each page', async (t) => {
  const { sdk, world, sandbox } = await started(t, 45)
  const numbers: unknown[] = []
  for (const offset of [0, 20, 40]) {
    const page = await sdk.numbers.list({ limit: 20, offset })
    assert.equal(totalOf(page), 45)
    numbers.push(...page.map((row) => `+${fieldsOf(row)['number']}`))
  }
  assert.deepEqual(
    numbers,
    (await world()).owned.map(({ number }) => number),
  )
  assert.equal((await sandbox.counters('plivo')).routes['listOwned'], 3)
})

test('the SDK filters the list in snake case and camel-cases the rows', async (t) => {
  const { sdk } = await started(t)
  const [row, ...others] = await sdk.numbers.list({ alias: 'Support line', numberStartswith: '1212' })
  const { monthlyRentalRate, cnamLookup, tendlcRegistrationStatus, voiceEnabled } = fieldsOf(row)
  assert.deepEqual(others, [])
  assert.deepEqual(
    [monthlyRentalRate, cnamLookup, tendlcRegistrationStatus, voiceEnabled],
    ['0.50000', 'enabled', 'UNREGISTERED', true],
  )
  const renewing = await sdk.numbers.list({ renewal_date__gte: '2026-11-20' })
  assert.ok(renewing.length > 0 && renewing.length < 12)
})

test('the SDK reads one number and is told "not found" about another', async (t) => {
  const { sdk, world } = await started(t)
  const digits = (await world()).owned[0]?.number.slice(1) ?? ''
  assert.equal(fieldsOf(await untyped(sdk.numbers, 'get', digits))['alias'], 'Support line')
  assert.match(await refusal(untyped(sdk.numbers, 'get', '14155559999'), 404), /not found/)
})

test('the SDK searches by type, pattern and services', async (t) => {
  const { sdk, sandbox } = await started(t)
  const offers = await sdk.numbers.search('US', { type: 'local', pattern: '415', services: 'voice,sms', limit: 5 })
  assert.ok(offers.length > 0)
  for (const offer of offers) {
    const { number, subType, setupRate } = fieldsOf(offer)
    assert.match(String(number), /^1415/)
    assert.deepEqual([subType, setupRate], ['local', '0.00000'])
  }
  const [request] = await sandbox.requests('plivo')
  assert.match(request?.url ?? '', /services=voice%2Csms/)
  assert.equal((await sdk.numbers.search('IS', {})).length, 0)
})

test('the SDK rents with an application, and the answer and the account agree', async (t) => {
  const { sdk, world, sandbox } = await started(t)
  const digits = await offerIn(sdk, 'US', { type: 'local' })
  const { numbers, status, message, statusCode } = fieldsOf(await sdk.numbers.buy(digits, FLOW, 'enabled'))
  assert.deepEqual([status, message, statusCode], ['fulfilled', 'created', 201])
  assert.deepEqual(numbers, [{ number: digits, status: 'Success' }])
  const rented = (await world()).owned.find(({ number }) => number === `+${digits}`)
  assert.deepEqual([rented?.application, rented?.cnamLookup], [FLOW, 'enabled'])
  assert.equal((await world()).balance, '99.50000')
  assert.equal((await sandbox.counters('plivo')).money['rent'], 1)
})

test('the SDK shows "pending" for a restricted number and refuses to rent a taken one', async (t) => {
  const { sdk, sandbox } = await started(t)
  const restricted = await offerIn(sdk, 'FR', { type: 'local' })
  const { numbers } = fieldsOf(await sdk.numbers.buy(restricted))
  assert.deepEqual(numbers, [{ number: restricted, status: 'pending' }])
  const taken = await offerIn(sdk, 'US', { type: 'local' })
  await sandbox.act('plivo', { take: `+${taken}` })
  assert.match(await refusal(sdk.numbers.buy(taken), 404), /not found/)
})

test('the SDK links a regulated number to a record when it rents', async (t) => {
  const { sdk, world } = await started(t)
  const mobile = await offerIn(sdk, 'IN', { type: 'mobile' })
  assert.match(await refusal(sdk.numbers.buy(mobile), 400), /compliance_application_id is required/)
  const local = await offerIn(sdk, 'IN', { type: 'local' })
  const record = '11004477130077701'
  await sdk.numbers.buy(local, undefined, undefined, undefined, record)
  assert.equal((await world()).owned.find(({ number }) => number === `+${local}`)?.compliance, record)
})

test('the SDK changes settings under their request names', async (t) => {
  const { sdk, world } = await started(t)
  const number = (await world()).owned[0]?.number ?? ''
  const { message } = fieldsOf(
    await sdk.numbers.update(number.slice(1), { alias: 'Night line', appId: SALES, subAccount: SHOP }),
  )
  assert.equal(message, 'changed')
  const after = (await world()).owned.find((owned) => owned.number === number)
  assert.deepEqual([after?.alias, after?.application, after?.subaccount], ['Night line', SALES, SHOP])
  assert.match(await refusal(sdk.numbers.update(number.slice(1), { appId: 'nowhere' }), 400), /app_id/)
})

test('the SDK releases with its odd body, once', async (t) => {
  const { sdk, world, sandbox } = await started(t)
  const number = (await world()).owned[0]?.number ?? ''
  assert.equal(await sdk.numbers.unrent(number.slice(1)), true)
  assert.ok(!(await world()).owned.some((owned) => owned.number === number))
  const [request] = await sandbox.requests('plivo')
  assert.deepEqual([request?.route, request?.facts.contentType], ['release', 'application/json'])
  assert.ok((request?.facts.bodyBytes ?? 0) > 0)
  assert.match(await refusal(sdk.numbers.unrent(number.slice(1)), 404), /not found/)
})

test('the SDK sends a plus raw and gets 404 for it', async (t) => {
  const { sdk, world, sandbox } = await started(t)
  const number = (await world()).owned[0]?.number ?? ''
  await refusal(untyped(sdk.numbers, 'get', number), 404)
  assert.ok((await sandbox.requests('plivo'))[0]?.url.endsWith(`/Number/${number}/`))
})

test('the SDK lists subaccounts and compliance records and reads the account through a doubled slash', async (t) => {
  const { sdk, sandbox } = await started(t)
  const subaccounts = await untyped(sdk.subAccounts, 'list')
  assert.ok(Array.isArray(subaccounts))
  assert.deepEqual(
    subaccounts.map((one: unknown) => fieldsOf(one)['name']),
    ['Lab', 'Shop'],
  )
  assert.ok(((await sandbox.requests('plivo')).at(-1)?.facts.bodyBytes ?? 0) > 0)
  const { compliances } = await sdk.phoneNumberCompliance.list({ status: 'accepted', countryIso: 'IN' })
  assert.equal(compliances.length, 2)
  const { complianceId, linkedNumbers } = await sdk.phoneNumberCompliance.get('6f0a2d4e-3b1c-4f5a-9c7d-1e2f3a4b5c6d', {
    expand: 'linked_numbers',
  })
  assert.equal(complianceId, '6f0a2d4e-3b1c-4f5a-9c7d-1e2f3a4b5c6d')
  assert.equal(linkedNumbers?.length, 1)
  assert.equal(fieldsOf(await sdk.accounts.get())['cashCredits'], '100.00000')
  assert.match((await sandbox.requests('plivo')).at(-1)?.url ?? '', /\/\/$/)
})

test('the SDK says 401 for a wrong token, also when the body is plain text', async (t) => {
  const { sandbox } = await started(t)
  const stranger = sdkFor(sandbox, 'wrong')
  await refusal(stranger.numbers.list(), 401)
  await sandbox.setSwitch('plivo', 'plainTextUnauthorized', true)
  assert.match(await refusal(stranger.numbers.list(), 401), /auth token/)
})

test('the SDK loses the status of 402 and 429 and rejects with text when nobody listens', async (t) => {
  const { sdk, sandbox } = await started(t)
  const digits = await offerIn(sdk, 'US', { type: 'local' })
  await sandbox.act('plivo', { balance: '0' })
  await sandbox.setSwitch('plivo', 'fundsStatus', 402)
  const funds = await failure(sdk.numbers.buy(digits))
  assert.ok(funds instanceof Error && !('status' in funds))
  assert.match(funds.message, /^AxiosError/)
  await sandbox.setSwitch('plivo', 'requestsPerWindow', 0)
  const limited = await failure(sdk.numbers.list())
  assert.ok(limited instanceof Error && !('status' in limited))
  await sandbox.close()
  assert.equal(typeof (await failure(sdk.numbers.list())), 'string')
})

test('the SDK says 400 when there is not enough money', async (t) => {
  const { sdk, sandbox, world } = await started(t)
  const digits = await offerIn(sdk, 'US', { type: 'local' })
  await sandbox.act('plivo', { balance: '0.10' })
  assert.match(await refusal(sdk.numbers.buy(digits), 400), /insufficient funds/i)
  assert.equal((await world()).balance, '0.10000')
})

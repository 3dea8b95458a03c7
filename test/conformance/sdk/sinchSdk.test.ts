import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Numbers, SinchClient } from '@sinch/sdk-core'
import { startSandbox, type TestSandbox } from '../../support/startSandbox.ts'

interface World {
  readonly owned: readonly {
    readonly phoneNumber: string
    readonly displayName: string
    readonly expireAt: string | null
  }[]
  readonly balance: { readonly amount: string }
  readonly tokensIssued: number
  readonly observed: Readonly<Record<string, number>>
}

/** The SDK prints a line for each failure, response headers included; a test run has no use for it. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

function sdkFor(sandbox: TestSandbox, override: Readonly<Record<string, string>> = {}): SinchClient {
  const { endpoint, credentials } = sandbox.provider('sinch')
  const { projectId = '', keyId = '', keySecret = '' } = credentials
  return new SinchClient({
    ...{ projectId, keyId, keySecret, ...override },
    authHostname: endpoint,
    numbersHostname: endpoint,
    faxHostname: endpoint,
    elasticSipTrunkingHostname: endpoint,
    logger: silent,
  })
}

async function started(t: TestContext, owned?: number) {
  const sandbox = await startSandbox(t, owned === undefined ? {} : { owned: { sinch: owned } })
  const { numbers, elasticSipTrunking, fax } = sdkFor(sandbox)
  return { sandbox, numbers, elasticSipTrunking, fax, world: () => sandbox.world<World>('sinch') }
}

async function collect<T>(list: AsyncIterable<T>): Promise<T[]> {
  const rows: T[] = []
  for await (const row of list) {
    rows.push(row)
    assert.ok(rows.length <= 5000, 'the list does not end')
  }
  return rows
}

async function offerIn(numbers: SinchClient['numbers'], regionCode: string): Promise<string> {
  const { availableNumbers = [] } = await numbers.searchForAvailableNumbers({ regionCode, type: 'LOCAL', size: 1 })
  return availableNumbers[0]?.phoneNumber ?? ''
}

/** Asserts that the SDK failed with this status and gives back the JSON body that it kept, without spaces. */
async function failure(work: Promise<unknown>, statusCode: number): Promise<string> {
  const error = await work.then(
    () => assert.fail('the call succeeded'),
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof Error && 'statusCode' in error && 'data' in error, String(error))
  assert.equal(error.statusCode, statusCode)
  return JSON.stringify(JSON.parse(String(error.data)))
}

test('the SDK iterates over every owned number, page by page, with one token', async (t) => {
  const { sandbox, numbers, world } = await started(t, 250)
  const rows = await collect(numbers.list({ pageSize: 40, orderBy: 'phoneNumber' }))
  const { owned, tokensIssued } = await world()
  assert.deepEqual(
    rows.map(({ phoneNumber }) => phoneNumber),
    owned.map(({ phoneNumber }) => phoneNumber).sort(),
  )
  assert.equal(tokensIssued, 1)
  assert.equal((await sandbox.counters('sinch')).routes['listOwned'], 7)
})

test('the SDK filters the list with a comma-joined capability and a raw plus in the pattern', async (t) => {
  const { numbers, world } = await started(t)
  const filter = {
    'numberPattern.pattern': '+1',
    'numberPattern.searchPattern': 'START',
    capability: 'SMS,VOICE',
  } as const
  const rows = await collect(numbers.list(filter))
  const expected = (await world()).owned.filter(({ phoneNumber }) => phoneNumber.startsWith('+1'))
  assert.deepEqual(
    rows.map(({ phoneNumber }) => phoneNumber),
    expected.map(({ phoneNumber }) => phoneNumber),
  )
  assert.equal((await world()).observed['rawPlusInPattern'], 1)
})

test('the SDK searches by region, type, pattern and repeated capabilities', async (t) => {
  const { numbers } = await started(t)
  const { availableNumbers = [] } = await numbers.searchForAvailableNumbers({
    regionCode: 'US',
    type: 'LOCAL',
    size: 5,
    capabilities: ['SMS', 'VOICE'],
    'numberPattern.pattern': '+1415',
    'numberPattern.searchPattern': 'START',
  })
  assert.equal(availableNumbers.length, 5)
  for (const offer of availableNumbers) {
    assert.match(offer.phoneNumber ?? '', /^\+1415/)
    assert.deepEqual(offer.capability, ['SMS', 'VOICE'])
    assert.deepEqual(offer.monthlyPrice, { currencyCode: 'USD', amount: '0.50' })
  }
})

test('the SDK lists the regions, all or of some types', async (t) => {
  const { numbers } = await started(t)
  const { availableRegions: all = [] } = await numbers.availableRegions.list({})
  const { availableRegions: some = [] } = await numbers.availableRegions.list({ types: ['TOLL_FREE'] })
  assert.ok(all.length >= 30 && some.length > 0 && some.length < all.length)
  assert.ok(some.every(({ types = [] }) => types.includes('TOLL_FREE')))
})

test('the SDK checks, rents and reads a number, and its link is done after a while', async (t) => {
  const { sandbox, numbers, world } = await started(t)
  const phoneNumber = await offerIn(numbers, 'US')
  assert.equal((await numbers.checkAvailability({ phoneNumber })).phoneNumber, phoneNumber)
  const rentNumberRequestBody = { smsConfiguration: { servicePlanId: 'plan_us_1' } }
  const rented = await numbers.rent({ phoneNumber, rentNumberRequestBody })
  assert.equal(rented.smsConfiguration?.scheduledProvisioning?.status, 'WAITING')
  assert.ok(rented.nextChargeDate instanceof Date)
  await sandbox.advance(10_000)
  const done = await numbers.get({ phoneNumber })
  assert.equal(done.smsConfiguration?.servicePlanId, 'plan_us_1')
  assert.equal(done.smsConfiguration?.scheduledProvisioning, null)
  assert.equal((await world()).balance.amount, '99.00')
  assert.equal((await sandbox.counters('sinch')).money['rent'], 1)
})

test('the SDK renames a number and moves its voice to a trunk', async (t) => {
  const { sandbox, numbers, elasticSipTrunking, world } = await started(t)
  const phoneNumber = (await world()).owned[0]?.phoneNumber ?? ''
  const [trunk] = await collect(elasticSipTrunking.sipTrunks.list({ size: 1 }))
  const trunkId = trunk?.id ?? ''
  const updateActiveNumberRequestBody: Numbers.ActiveNumberRequest = {
    displayName: 'Front desk',
    voiceConfiguration: { type: 'EST', trunkId },
  }
  const waiting = await numbers.update({ phoneNumber, updateActiveNumberRequestBody })
  assert.equal(waiting.displayName, 'Front desk')
  assert.equal(waiting.voiceConfiguration?.type, 'RTC')
  await sandbox.advance(10_000)
  const { voiceConfiguration } = await numbers.get({ phoneNumber })
  assert.ok(voiceConfiguration?.type === 'EST' && 'trunkId' in voiceConfiguration)
  assert.equal(voiceConfiguration.trunkId, trunkId)
  assert.equal((await world()).owned[0]?.displayName, 'Front desk')
})

test('the SDK releases a number, which leaves at the end of its period', async (t) => {
  const { sandbox, numbers, world } = await started(t)
  const phoneNumber = (await world()).owned[0]?.phoneNumber ?? ''
  const { nextChargeDate } = await numbers.get({ phoneNumber })
  const { expireAt } = await numbers.release({ phoneNumber })
  assert.deepEqual(expireAt, nextChargeDate)
  assert.equal((await sandbox.counters('sinch')).money['release'], 1)
  await sandbox.advance(31 * 86_400_000)
  const body = await failure(sdkFor(sandbox).numbers.get({ phoneNumber }), 404)
  assert.match(body, /"resourceType":"ActiveNumber"/)
  assert.ok((await world()).owned.every((number) => number.phoneNumber !== phoneNumber))
})

test('the SDK reads every page of trunks and fax services', async (t) => {
  const { elasticSipTrunking, fax } = await started(t)
  const trunks = await collect(elasticSipTrunking.sipTrunks.list({ page: 1, size: 1 }))
  assert.deepEqual(
    trunks.map(({ name }) => name),
    ['Office PBX', 'Branch Göteborg'],
  )
  const services = await collect(fax.services.list({ pageSize: 1 }))
  assert.deepEqual(
    services.map(({ name, defaultForProject }) => [name, defaultForProject]),
    [
      ['Invoices', true],
      ['Orders by fax', false],
    ],
  )
})

test('the SDK renews an expired token once and repeats the request', async (t) => {
  const { sandbox, numbers, world } = await started(t)
  await offerIn(numbers, 'US')
  await sandbox.advance(3_600_000)
  assert.notEqual(await offerIn(numbers, 'US'), '')
  assert.equal((await world()).tokensIssued, 2)
  assert.equal((await sandbox.counters('sinch')).routes['search'], 3)
})

test('the SDK gives up on an unknown token without asking for another', async (t) => {
  const { sandbox, numbers, world } = await started(t)
  await offerIn(numbers, 'US')
  await sandbox.act('sinch', { revokeTokens: true })
  await failure(offerIn(numbers, 'US'), 401)
  assert.equal((await world()).tokensIssued, 1)
})

test('the SDK shows a wrong secret and a wrong project as 401 and 403', async (t) => {
  const { sandbox } = await started(t)
  const wrongSecret = sdkFor(sandbox, { keySecret: 'sandbox-wrong' })
  assert.equal(await failure(offerIn(wrongSecret.numbers, 'US'), 401), '{"error":"invalid_client"}')
  const wrongProject = sdkFor(sandbox, { projectId: '5a4db0c5-0000-4000-8000-0000000000ff' })
  assert.match(await failure(offerIn(wrongProject.numbers, 'US'), 403), /"message":""/)
})

const rentNumberRequestBody = {}

test('the SDK shows why a rent is refused and nothing is spent', async (t) => {
  const { sandbox, numbers, world } = await started(t)
  const phoneNumber = await offerIn(numbers, 'US')
  const german = await offerIn(numbers, 'DE')
  assert.match(await failure(numbers.rent({ phoneNumber: german, rentNumberRequestBody }), 400), /US LOCAL/)
  await sandbox.act('sinch', { balance: '0.10' })
  assert.match(await failure(numbers.rent({ phoneNumber, rentNumberRequestBody }), 400), /credit/)
  await sandbox.setSwitch('sinch', 'trialAccount', true)
  assert.match(await failure(numbers.rent({ phoneNumber, rentNumberRequestBody }), 403), /Trial account/)
  await sandbox.setSwitch('sinch', 'trialAccount', false)
  await sandbox.act('sinch', { take: phoneNumber })
  assert.match(await failure(numbers.rent({ phoneNumber, rentNumberRequestBody }), 404), /AvailableNumber/)
  assert.deepEqual([(await world()).owned.length, (await world()).balance.amount], [12, '0.10'])
})

test('the SDK shows the field of an invalid change', async (t) => {
  const { numbers, world } = await started(t)
  const phoneNumber = (await world()).owned[0]?.phoneNumber ?? ''
  const updateActiveNumberRequestBody = { callbackUrl: 'not a url' }
  const body = await failure(numbers.update({ phoneNumber, updateActiveNumberRequestBody }), 400)
  assert.match(body, /"field":"callbackUrl"/)
})

test('the SDK never repeats a rent that the provider answers with a server error', async (t) => {
  const { sandbox, numbers, world } = await started(t)
  const phoneNumber = await offerIn(numbers, 'US')
  await sandbox.fault({ provider: 'sinch', route: 'rent', kind: 'statusAfterWork', status: 500 })
  await failure(numbers.rent({ phoneNumber, rentNumberRequestBody }), 500)
  assert.equal((await sandbox.counters('sinch')).money['rent'], 1)
  assert.ok((await world()).owned.some((number) => number.phoneNumber === phoneNumber))
})

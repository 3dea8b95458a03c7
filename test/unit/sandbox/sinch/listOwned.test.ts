import assert from 'node:assert/strict'
import { test } from 'node:test'
import { numberPath, type Page, pretendedSinch, type Row, violatedFields } from './pretendedSinch.ts'

type Sinch = ReturnType<typeof pretendedSinch>

/** Follows page tokens to the end, at most fifty pages. */
function readAll(sinch: Sinch, query: string): { pages: Page[]; numbers: string[] } {
  const pages: Page[] = []
  let token = ''
  for (let i = 0; i < 50; i += 1) {
    const page = sinch.ok<Page>('GET', `/activeNumbers?${query}${token === '' ? '' : `&pageToken=${token}`}`)
    pages.push(page)
    token = page.nextPageToken
    if (token === '') break
  }
  return { pages, numbers: pages.flatMap((page) => page.activeNumbers.map(({ phoneNumber }) => phoneNumber)) }
}

test('starts with a dozen numbers in every state that Sinch knows', () => {
  const { activeNumbers, totalSize, nextPageToken } = pretendedSinch().ok<Page>('GET', '/activeNumbers')
  assert.deepEqual([activeNumbers.length, totalSize, nextPageToken], [12, 12, ''])
  assert.equal(new Set(activeNumbers.map(({ regionCode }) => regionCode)).size, 6)
  assert.equal(activeNumbers.filter(({ expireAt }) => expireAt !== null).length, 1)
  assert.equal(activeNumbers.filter(({ money }) => money === undefined).length, 1)
  const sms = activeNumbers.map((row) => row.smsConfiguration?.scheduledProvisioning?.status)
  const voice = activeNumbers.map((row) => row.voiceConfiguration?.scheduledVoiceProvisioning?.status)
  assert.ok(sms.includes('WAITING') && sms.includes('FAILED'))
  assert.ok(voice.includes('IN_PROGRESS'))
  assert.deepEqual(
    new Set(activeNumbers.map((row) => row.voiceConfiguration?.type)),
    new Set(['RTC', 'EST', 'FAX', undefined]),
  )
})

test('sends the nulls, empty strings and six fraction digits of production', () => {
  const sinch = pretendedSinch()
  sinch.sinch.act({ own: '+12125550177' })
  const row = sinch.ok<Row>('GET', numberPath('activeNumbers', '+12125550177'))
  const { nextChargeDate, ...rest } = row
  assert.match(nextChargeDate ?? '', /^2026-12-03T10:00:00\.\d{6}Z$/)
  assert.deepEqual(rest, {
    phoneNumber: '+12125550177',
    projectId: '5a4db0c5-0000-4000-8000-000000000001',
    displayName: '',
    regionCode: 'US',
    type: 'LOCAL',
    capability: ['SMS', 'VOICE'],
    money: { currencyCode: 'USD', amount: '0.50' },
    paymentIntervalMonths: 1,
    expireAt: null,
    smsConfiguration: { servicePlanId: '', scheduledProvisioning: null, campaignId: '' },
    voiceConfiguration: {
      appId: '',
      scheduledVoiceProvisioning: null,
      lastUpdatedTime: null,
      type: 'RTC',
      trunkId: '',
      serviceId: '',
    },
    callbackUrl: '',
  })
})

test('pages through thousands of numbers without losing or repeating one', () => {
  const sinch = pretendedSinch(2345)
  const { pages, numbers } = readAll(sinch, 'orderBy=phoneNumber&pageSize=100')
  assert.equal(pages.length, 24)
  assert.deepEqual(numbers, [...new Set(numbers)].sort())
  assert.equal(numbers.length, 2345)
  assert.ok(pages.every(({ totalSize }) => totalSize === 2345))
  assert.ok(pages.slice(0, -1).every(({ nextPageToken }) => /^[A-Za-z0-9_-]+$/.test(nextPageToken)))
})

test('gives twenty rows unless asked and cuts or refuses a page that is too large', () => {
  const sinch = pretendedSinch(60)
  assert.equal(sinch.ok<Page>('GET', '/activeNumbers').activeNumbers.length, 20)
  sinch.sinch.setSwitch('defaultPageSize', 7)
  assert.equal(sinch.ok<Page>('GET', '/activeNumbers').activeNumbers.length, 7)
  sinch.sinch.setSwitch('maxPageSize', 30)
  assert.equal(sinch.ok<Page>('GET', '/activeNumbers?pageSize=1000').activeNumbers.length, 30)
  sinch.sinch.setSwitch('rejectLargePageSize', true)
  assert.deepEqual(violatedFields(sinch.refused(400, 'GET', '/activeNumbers?pageSize=1000')), ['pageSize'])
  assert.equal(sinch.ok<Page>('GET', '/activeNumbers?pageSize=30').activeNumbers.length, 30)
})

test('ends without a token when the last page is exactly full', () => {
  const { pages } = readAll(pretendedSinch(40), 'pageSize=20')
  assert.deepEqual(
    pages.map(({ activeNumbers }) => activeNumbers.length),
    [20, 20],
  )
})

test('keeps the place when a number leaves between two pages', () => {
  const sinch = pretendedSinch(30)
  const first = sinch.ok<Page>('GET', '/activeNumbers?orderBy=phoneNumber&pageSize=10')
  sinch.sinch.act({ remove: first.activeNumbers[9]?.phoneNumber })
  const second = sinch.ok<Page>(
    'GET',
    `/activeNumbers?orderBy=phoneNumber&pageSize=10&pageToken=${first.nextPageToken}`,
  )
  const seen = [...first.activeNumbers, ...second.activeNumbers].map(({ phoneNumber }) => phoneNumber)
  assert.deepEqual(seen, [...seen].sort())
  assert.equal(new Set(seen).size, 20)
})

test('refuses a page token that is damaged or belongs to another query', () => {
  const sinch = pretendedSinch(30)
  const { nextPageToken } = sinch.ok<Page>('GET', '/activeNumbers?pageSize=10')
  for (const query of ['pageToken=nonsense', `pageSize=11&pageToken=${nextPageToken}`, `pageToken=${nextPageToken}`]) {
    assert.deepEqual(violatedFields(sinch.refused(400, 'GET', `/activeNumbers?${query}`)), ['pageToken'])
  }
})

test('repeats rows, hides rows, sends an empty page or a dying token when switched to', () => {
  const repeating = pretendedSinch(25)
  repeating.sinch.setSwitch('duplicateRows', 2)
  const { numbers } = readAll(repeating, 'orderBy=phoneNumber&pageSize=10')
  assert.deepEqual([numbers.length, new Set(numbers).size], [29, 25])

  const hiding = pretendedSinch(25)
  hiding.sinch.setSwitch('hiddenRows', 3)
  const hidden = readAll(hiding, 'pageSize=10')
  assert.deepEqual([hidden.numbers.length, hidden.pages[0]?.totalSize], [22, 25])

  const pausing = pretendedSinch(25)
  pausing.sinch.setSwitch('emptyPage', 2)
  const paused = readAll(pausing, 'pageSize=10')
  assert.deepEqual(
    paused.pages.map(({ activeNumbers }) => activeNumbers.length),
    [10, 0, 10, 5],
  )
  assert.equal(new Set(paused.numbers).size, 25)

  const dying = pretendedSinch(25)
  dying.sinch.setSwitch('pageTokenDies', 1)
  const { nextPageToken } = dying.ok<Page>('GET', '/activeNumbers?pageSize=10')
  const next = `/activeNumbers?pageSize=10&pageToken=${nextPageToken}`
  assert.deepEqual(violatedFields(dying.refused(400, 'GET', next)), ['pageToken'])
  assert.equal(dying.ok<Page>('GET', next).activeNumbers.length, 10)
})

test('repeats the same token for ever when switched to', () => {
  const sinch = pretendedSinch(25)
  sinch.sinch.setSwitch('loopingToken', true)
  const { nextPageToken } = sinch.ok<Page>('GET', '/activeNumbers?pageSize=20')
  const page = sinch.ok<Page>('GET', `/activeNumbers?pageSize=20&pageToken=${nextPageToken}`)
  assert.equal(page.nextPageToken, nextPageToken)
})

test('orders by number or by name and arrives unordered otherwise', () => {
  const sinch = pretendedSinch(40)
  const column = (query: string) => sinch.ok<Page>('GET', `/activeNumbers?pageSize=40&${query}`).activeNumbers
  const numbers = column('orderBy=phoneNumber').map(({ phoneNumber }) => phoneNumber)
  assert.deepEqual(numbers, [...numbers].sort())
  const names = column('orderBy=displayName').map(({ displayName }) => displayName)
  assert.deepEqual(names, [...names].sort())
  const arrived = column('').map(({ phoneNumber }) => phoneNumber)
  assert.notDeepEqual(arrived, numbers)
})

test('filters by region, type, pattern and capabilities, repeated or joined by commas', () => {
  const sinch = pretendedSinch()
  const count = (query: string) => sinch.ok<Page>('GET', `/activeNumbers?${query}`).totalSize
  assert.equal(count('regionCode=US'), 4)
  assert.equal(count('regionCode=US&type=TOLL_FREE'), 1)
  assert.equal(count('numberPattern.pattern=%2B1212&numberPattern.searchPattern=START'), 1)
  assert.equal(count('numberPattern.pattern=212&numberPattern.searchPattern=START'), 0)
  assert.equal(count('capability=SMS&capability=VOICE'), count('capability=SMS,VOICE'))
  assert.ok(count('capability=SMS,VOICE') < count('capability=SMS'))
})

test('refuses words and sizes outside the documented ones and names the field', () => {
  const sinch = pretendedSinch()
  const cases = {
    'type=NATIONAL': 'type',
    'numberPattern.searchPattern=MIDDLE': 'numberPattern.searchPattern',
    'orderBy=regionCode': 'orderBy',
    'capability=FAX': 'capability',
    'pageSize=-1': 'pageSize',
    'regionCode=usa': 'regionCode',
  }
  for (const [query, field] of Object.entries(cases)) {
    const error = sinch.refused(400, 'GET', `/activeNumbers?${query}`)
    assert.equal(error.status, 'INVALID_ARGUMENT')
    assert.deepEqual(violatedFields(error), [field], query)
  }
})

test('shows raw members that a command put over a row and can leave nulls out', () => {
  const sinch = pretendedSinch()
  const [number] = sinch.world().owned
  sinch.sinch.act({ edit: number?.phoneNumber, set: { type: 'SATELLITE', money: 7 }, unset: ['capability'] })
  sinch.sinch.setSwitch('omitNulls', true)
  const row = sinch.ok<Record<string, unknown>>('GET', numberPath('activeNumbers', number?.phoneNumber ?? ''))
  assert.deepEqual([row['type'], row['money'], 'capability' in row, 'expireAt' in row], ['SATELLITE', 7, false, false])
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { errorOf, type List, numbersOf, type Row, tryvoxSandbox } from './tryvoxSandbox.ts'

describe('access to the pretended TryVox', () => {
  it('demands the key as Bearer and answers 401 in its own words', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const basic = `Basic ${Buffer.from('a:b').toString('base64')}`
    for (const authorization of ['', 'Bearer tvx_sk_test_other', basic]) {
      const answer = await tryvox.send('GET', '/numbers', { authorization })
      assert.deepEqual([answer.status, errorOf(answer).code], [401, 'UNAUTHORIZED'], authorization)
    }
  })

  it('answers 403 for the id of another account', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const answer = await tryvox.send('GET', '/../acc_other/numbers')
    assert.deepEqual([answer.status, errorOf(answer).code], [403, 'FORBIDDEN'])
  })

  it('answers 404 and 405 in JSON', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const unknown = await tryvox.send('GET', '/applications')
    assert.deepEqual([unknown.status, errorOf(unknown).code], [404, 'NOT_FOUND'])
    assert.equal((await tryvox.send('PATCH', '/numbers/+12125550140')).status, 405)
  })

  it('refuses switches and commands that it does not have', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    await assert.rejects(tryvox.setSwitch('nonsense', true), /no switch/)
    await assert.rejects(tryvox.setSwitch('wrapSingle', 1), /takes a value like/)
    await assert.rejects(tryvox.act({ nonsense: 1 }), /cannot do/)
    await assert.rejects(tryvox.act({ balance: '1.001' }), /two decimal places/)
  })
})

describe('the pretended list of TryVox numbers', () => {
  it('starts with ten numbers in every state, one type, status and capability of them undocumented', async (t) => {
    const { data, pagination } = await (await tryvoxSandbox(t)).list()
    assert.deepEqual(pagination, { total: 10, count: 10, per_page: 20, current_page: 1, total_pages: 1 })
    const seen = (name: string) => new Set(data.map((row) => row[name]))
    assert.deepEqual(seen('status'), new Set(['active', 'pending', 'suspended', 'porting']))
    assert.deepEqual(seen('type'), new Set(['local', 'toll_free', 'mobile', 'shared_cost']))
    assert.ok(data.some(({ capabilities }) => String(capabilities).includes('fax')))
    assert.ok(data.some(({ region }) => region === ''))
    const routes = data.map((row) => [row['trunk_id'] !== null, row['application_id'] !== null].join())
    assert.deepEqual(new Set(routes), new Set(['true,false', 'false,true', 'false,false']))
  })

  it('writes a number as TryVox does, with two decimals in the text of every fee', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    await tryvox.act({ own: '+12025550143', reprice: { '+12025550143': '2.50' } })
    const { text } = await tryvox.send('GET', '/numbers/+12025550143')
    assert.match(text, /"monthly_fee":2\.50,"setup_fee":0\.00,/)
    assert.deepEqual(JSON.parse(text), {
      e164: '+12025550143',
      country: 'US',
      type: 'local',
      region: 'DC',
      status: 'active',
      capabilities: ['voice', 'sms', 'mms'],
      monthly_fee: 2.5,
      setup_fee: 0,
      currency: 'USD',
      trunk_id: null,
      application_id: null,
      created_at: '2026-11-03T10:00:00Z',
      updated_at: '2026-11-03T10:00:00Z',
    })
  })

  it('pages a large account without gaps, a hundred rows at most', async (t) => {
    const tryvox = await tryvoxSandbox(t, { owned: { tryvox: 1_000 } })
    assert.equal((await tryvox.list()).data.length, 20)
    assert.equal((await tryvox.list('?per_page=500')).pagination.per_page, 100)
    const numbers = new Set<string>()
    for (let page = 1; page <= 10; page += 1) {
      const list = await tryvox.list(`?page=${page}&per_page=100`)
      for (const number of numbersOf(list)) numbers.add(number)
      const expected = { total: 1_000, count: 100, per_page: 100, current_page: page, total_pages: 10 }
      assert.deepEqual(list.pagination, expected)
    }
    assert.equal(numbers.size, 1_000)
    const beyond = await tryvox.list('?page=11&per_page=100')
    assert.deepEqual([beyond.data, beyond.pagination.count], [[], 0])
  })

  it('serves an empty account', async (t) => {
    const list = await (await tryvoxSandbox(t, { owned: { tryvox: 0 } })).list()
    const pagination = { total: 0, count: 0, per_page: 20, current_page: 1, total_pages: 0 }
    assert.deepEqual(list, { data: [], pagination })
  })

  it('filters by country and by state', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    assert.equal((await tryvox.list('?country=US')).pagination.total, 3)
    const suspended = await tryvox.list('?status=suspended')
    assert.deepEqual(
      suspended.data.map(({ country }) => country),
      ['IN'],
    )
    assert.equal((await tryvox.list('?status=pending&country=GB')).pagination.total, 1)
  })

  it('refuses pages that are no counts', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    for (const [query, field] of Object.entries({ 'page=0': 'page', 'per_page=x': 'per_page', 'page=-1': 'page' })) {
      const answer = await tryvox.send('GET', `/numbers?${query}`)
      assert.deepEqual([answer.status, errorOf(answer)], [400, { code: 'VALIDATION_FAILED', fields: [field] }])
    }
  })

  it('pages in the shape of the voice lists, without pagination, or with the same rows again, by switch', async (t) => {
    const tryvox = await tryvoxSandbox(t, { owned: { tryvox: 45 } })
    await tryvox.setSwitch('voicePaging', true)
    const voice = { page: 2, per_page: 20, total_pages: 3, total_count: 45 }
    assert.deepEqual((await tryvox.list('?page=2')).pagination, voice)
    await tryvox.setSwitch('omitPagination', true)
    assert.equal((await tryvox.list()).pagination, undefined)
    await tryvox.setSwitch('repeatFirstPage', true)
    assert.deepEqual(numbersOf(await tryvox.list('?page=2')), numbersOf(await tryvox.list()))
  })

  it('reads one number with a literal plus and with an encoded one, and logs what came', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const [first] = (await tryvox.world()).owned
    const number = first?.number ?? ''
    assert.equal((await tryvox.ok('GET', `/numbers/${number}`))['e164'], number)
    assert.equal((await tryvox.ok('GET', `/numbers/%2B${number.slice(1)}`))['e164'], number)
    const paths = (await tryvox.sandbox.requests('tryvox')).map(({ url }) => url.slice(url.lastIndexOf('/')))
    assert.deepEqual(paths, [`/${number}`, `/%2B${number.slice(1)}`])
    assert.equal((await tryvox.send('GET', `/numbers/${number.slice(1)}`)).status, 404)
  })

  it('wraps single objects, and misses the call for one number, by switch', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const number = (await tryvox.world()).owned[0]?.number ?? ''
    await tryvox.setSwitch('wrapSingle', true)
    assert.equal((await tryvox.ok<{ data: Row }>('GET', `/numbers/${number}`)).data['e164'], number)
    assert.equal((await tryvox.list()).data.length, 10)
    await tryvox.setSwitch('getNumberMissing', true)
    assert.equal((await tryvox.send('GET', `/numbers/${number}`)).status, 404)
  })

  it('lists trunks as a bare array, inside data by switch, and reads one', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const trunks = await tryvox.ok<readonly Row[]>('GET', '/trunks')
    assert.deepEqual(trunks[0], {
      id: 'trunk_k3m9',
      name: 'Office',
      auth_type: 'ip',
      sip_domain: 'trunk-k3m9.sip.tryvox.io',
      termination_uri: 'sip:pbx.example.com:5060',
      origination_uris: [],
      max_channels: 100,
      status: 'active',
      created_at: '2026-01-09T10:30:00Z',
    })
    await tryvox.setSwitch('trunksInData', true)
    assert.deepEqual((await tryvox.ok<List>('GET', '/trunks')).data, trunks)
    assert.equal((await tryvox.ok('GET', '/trunks/trunk_p8w2'))['name'], 'Call centre')
    assert.equal((await tryvox.send('GET', '/trunks/trunk_none')).status, 404)
  })
})

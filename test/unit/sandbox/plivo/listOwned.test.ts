import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type List, numbersOf, type PlivoSandbox, plivoSandbox, type Row } from './plivoSandbox.ts'

const FIELDS = 32
const NEWER = ['active', 'city', 'country', 'mms_enabled', 'mms_rate', 'type', 'renewal_date']

/** Every page by offset, as a client that computes offsets reads them. */
async function readAll(plivo: PlivoSandbox): Promise<List[]> {
  const first = await plivo.read('Number/?limit=20&offset=0')
  const pages = [first]
  for (let offset = 20; offset < first.meta.total_count; offset += 20) {
    pages.push(await plivo.read(`Number/?limit=20&offset=${offset}`))
  }
  return pages
}

function distinct(pages: readonly List[]): Set<string> {
  return new Set(pages.flatMap(numbersOf))
}

describe('the pretended list of owned numbers', () => {
  it('starts with a dozen numbers in every form that a row can have', async (t) => {
    const { objects, meta } = await (await plivoSandbox(t)).read('Number/')
    assert.deepEqual([objects.length, meta.total_count, meta.next, meta.previous], [12, 12, null, null])
    const recent = objects.filter((row) => Object.hasOwn(row, 'active'))
    for (const row of recent) {
      assert.equal(Object.keys(row).filter((name) => name !== 'sub_account_name').length, FIELDS, String(row['number']))
      assert.equal(Object.hasOwn(row, 'sub_account_name'), row['sub_account'] !== null)
    }
    const old = objects.filter((row) => !Object.hasOwn(row, 'active'))
    assert.equal(old.length, 2)
    for (const row of old)
      assert.deepEqual(
        NEWER.filter((name) => Object.hasOwn(row, name)),
        [],
      )
    assert.ok(objects.some(({ alias }) => alias === null) && objects.some(({ alias }) => alias === ''))
    assert.ok(objects.some(({ active }) => active === false))
    const forms = objects.map(({ application }) => /\/(Application|Zentrunk\/Trunk)\//.exec(String(application))?.[1])
    assert.deepEqual(new Set(forms), new Set(['Application', 'Zentrunk/Trunk', undefined]))
  })

  it('writes a row as Plivo does', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.act({ own: '+14155550123' })
    const { api_id, ...row } = await plivo.read<Row>('Number/14155550123/')
    assert.match(String(api_id), /^[0-9a-f-]{36}$/)
    assert.deepEqual(row, {
      active: true,
      added_on: '2026-11-03',
      alias: null,
      application: null,
      carrier: 'Plivo',
      city: 'San Francisco',
      cnam: null,
      cnam_lookup: 'disabled',
      cnam_registration_status: null,
      compliance_application_id: null,
      compliance_status: null,
      country: 'United States',
      mms_enabled: true,
      mms_rate: '0.01800',
      monthly_rental_rate: '0.50000',
      number: '14155550123',
      number_type: 'local',
      region: 'California, UNITED STATES',
      renewal_date: '2026-12-03',
      resource_uri: `/v1/Account/${plivo.authId}/Number/14155550123/`,
      sms_enabled: true,
      sms_rate: '0.00770',
      sub_account: null,
      tendlc_campaign_id: null,
      tendlc_registration_status: 'UNREGISTERED',
      toll_free_sms_verification: null,
      toll_free_sms_verification_id: null,
      toll_free_sms_verification_order_status: null,
      type: 'local',
      verification_info: {},
      voice_enabled: true,
      voice_rate: '0.00550',
    })
  })

  it('pages a large account without gaps and links pages by path', async (t) => {
    const plivo = await plivoSandbox(t, { owned: { plivo: 1_000 } })
    const pages = await readAll(plivo)
    assert.equal(pages.length, 50)
    assert.equal(distinct(pages).size, 1_000)
    const base = `/v1/Account/${plivo.authId}/Number/?limit=20&offset=`
    assert.deepEqual(pages[0]?.meta, { limit: 20, next: `${base}20`, offset: 0, previous: null, total_count: 1_000 })
    assert.deepEqual([pages[1]?.meta.previous, pages[1]?.meta.next], [`${base}0`, `${base}40`])
    assert.equal(pages.at(-1)?.meta.next, null)
  })

  it('gives a large account over many countries, with an old row in eight', async (t) => {
    const plivo = await plivoSandbox(t, { owned: { plivo: 240 } })
    const rows = (await readAll(plivo)).flatMap(({ objects }) => objects)
    assert.equal(rows.filter((row) => !Object.hasOwn(row, 'active')).length, 30)
    assert.ok(new Set(rows.map(({ country }) => country)).size >= 25)
    assert.ok(new Set(rows.map(({ number_type }) => number_type)).size >= 4)
  })

  it('serves an account without numbers', async (t) => {
    const { objects, meta } = await (await plivoSandbox(t, { owned: { plivo: 0 } })).read('Number/')
    assert.deepEqual([objects, meta.total_count, meta.next], [[], 0, null])
  })

  it('refuses more than twenty rows, or clamps by switch', async (t) => {
    const plivo = await plivoSandbox(t, { owned: { plivo: 50 } })
    for (const bad of ['limit=21', 'limit=0', 'limit=x', 'offset=-1']) {
      assert.equal((await plivo.at('GET', `Number/?${bad}`)).status, 400, bad)
    }
    await plivo.setSwitch('clampLimit', true)
    assert.equal((await plivo.read('Number/?limit=1000')).objects.length, 20)
  })

  it('repeats and misses rows when the order changes between pages', async (t) => {
    const plivo = await plivoSandbox(t, { owned: { plivo: 100 } })
    assert.equal(distinct(await readAll(plivo)).size, 100)
    await plivo.setSwitch('shuffleOrder', true)
    const seen = distinct(await readAll(plivo)).size
    assert.ok(seen < 100, `${seen} distinct rows`)
  })

  it('filters by what the documentation names and refuses a filter by application', async (t) => {
    const plivo = await plivoSandbox(t)
    const count = async (query: string): Promise<number> => (await plivo.read(`Number/?${query}`)).meta.total_count
    assert.equal(await count('type=tollfree'), 2)
    assert.equal(await count('number_type=mobile'), 2)
    assert.equal(await count('number_startswith=44'), 2)
    assert.equal(await count('subaccount=SASANDBOX00000000001'), 2)
    assert.equal(await count('alias=Support%20line'), 1)
    assert.equal(await count('services=voice%2Csms%2Cmms'), 6)
    assert.equal(await count('cnam_lookup=enabled'), 1)
    assert.equal(await count('tendlc_registration_status=in_progress'), 1)
    assert.equal(await count('tendlc_campaign_id=CSANDB1'), 1)
    assert.equal(await count('toll_free_sms_verification=pending_verification'), 1)
    const before = await count('renewal_date__lt=2026-11-20')
    assert.ok(before > 0 && before < 12)
    assert.equal(await count('renewal_date__gte=2026-11-20'), 12 - before)
    assert.equal((await plivo.at('GET', 'Number/?app_id=21004477130012345')).status, 400)
  })

  it('moves the renewal date with the clock', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.act({ own: '+14155550123' })
    await plivo.sandbox.advance(31 * 86_400_000)
    assert.equal((await plivo.read<Row>('Number/14155550123/'))['renewal_date'], '2027-01-03')
  })

  it('writes bare application ids by switch', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.setSwitch('bareApplicationIds', true)
    const { objects } = await plivo.read('Number/?alias=Support%20line')
    assert.deepEqual(
      objects.map(({ application }) => application),
      ['21004477130012345'],
    )
  })
})

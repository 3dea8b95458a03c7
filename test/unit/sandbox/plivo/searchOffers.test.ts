import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { errorOf, numbersOf, plivoSandbox } from './plivoSandbox.ts'

describe('the pretended search', () => {
  it('needs a country and a known type', async (t) => {
    const plivo = await plivoSandbox(t)
    const missing = await plivo.at('GET', 'PhoneNumber/')
    assert.equal(missing.status, 400)
    assert.match(errorOf(missing), /country_iso/)
    assert.equal((await plivo.at('GET', 'PhoneNumber/?country_iso=US&type=landline')).status, 400)
    assert.equal((await plivo.at('GET', 'PhoneNumber/?country_iso=US&services=fax')).status, 400)
  })

  it('writes an offer as Plivo does, with a coarse type beside the one that was asked for', async (t) => {
    const plivo = await plivoSandbox(t)
    const { objects } = await plivo.read('PhoneNumber/?country_iso=US&type=local&pattern=415&limit=1')
    const [offer] = objects
    assert.ok(offer !== undefined)
    const { number, resource_uri, ...rest } = offer
    assert.match(String(number), /^1415555\d{4}$/)
    assert.equal(resource_uri, `/v1/Account/${plivo.authId}/PhoneNumber/${number}/`)
    assert.deepEqual(rest, {
      prefix: '415',
      city: 'SAN FRANCISCO',
      country: 'UNITED STATES',
      region: 'United States',
      rate_center: 'SAN FRANCISCO',
      lata: 715,
      type: 'fixed',
      sub_type: 'local',
      setup_rate: '0.00000',
      monthly_rental_rate: '0.50000',
      sms_enabled: true,
      sms_rate: '0.00770',
      mms_enabled: true,
      mms_rate: '0.01800',
      voice_enabled: true,
      voice_rate: '0.00550',
      restriction: null,
      restriction_text: null,
    })
  })

  it('matches the pattern from the start of the national digits', async (t) => {
    const plivo = await plivoSandbox(t)
    const { objects } = await plivo.read('PhoneNumber/?country_iso=gb&pattern=7700')
    assert.ok(objects.length > 0)
    for (const { number, sub_type } of objects) {
      assert.ok(String(number).startsWith('447700'))
      assert.equal(sub_type, 'mobile')
    }
    assert.equal((await plivo.read('PhoneNumber/?country_iso=GB&pattern=44')).meta.total_count, 0)
  })

  it('finds exactly one offer when its whole national number is the pattern', async (t) => {
    const plivo = await plivoSandbox(t)
    const [digits = ''] = numbersOf(await plivo.read('PhoneNumber/?country_iso=US&type=tollfree'))
    assert.deepEqual(numbersOf(await plivo.read(`PhoneNumber/?country_iso=US&pattern=${digits.slice(1)}`)), [digits])
  })

  it('filters by type and services, also with an encoded comma', async (t) => {
    const plivo = await plivoSandbox(t)
    const texting = await plivo.read('PhoneNumber/?country_iso=DE&services=voice%2Csms')
    assert.ok(texting.objects.length > 0)
    assert.ok(texting.objects.every(({ sms_enabled, sub_type }) => sms_enabled === true && sub_type !== 'local'))
    assert.equal((await plivo.read('PhoneNumber/?country_iso=JP&type=local')).meta.total_count, 0)
    assert.ok((await plivo.read('PhoneNumber/?country_iso=JP&type=fixed')).meta.total_count > 0)
    assert.ok((await plivo.read('PhoneNumber/?country_iso=DE&city=berlin')).meta.total_count > 0)
  })

  it('answers an empty list for a country without stock and for one it does not know', async (t) => {
    const plivo = await plivoSandbox(t)
    for (const country of ['IS', 'ZZ']) {
      const { objects, meta } = await plivo.read(`PhoneNumber/?country_iso=${country}`)
      assert.deepEqual([objects, meta.total_count], [[], 0], country)
    }
  })

  it('says which offers are restricted and why', async (t) => {
    const plivo = await plivoSandbox(t)
    const { objects } = await plivo.read('PhoneNumber/?country_iso=FR&type=local')
    assert.ok(objects.length > 0)
    for (const offer of objects) {
      assert.equal(offer['restriction'], 'city-address')
      assert.match(String(offer['restriction_text']), /address/)
    }
  })

  it('pages through at least forty offers of a popular country without repeating one', async (t) => {
    const plivo = await plivoSandbox(t)
    const pages = await Promise.all(
      [0, 20, 40].map((offset) => plivo.read(`PhoneNumber/?country_iso=SE&offset=${offset}`)),
    )
    const numbers = pages.flatMap(numbersOf)
    assert.ok(numbers.length > 40)
    assert.equal(new Set(numbers).size, numbers.length)
  })

  it('never offers what the account owns, also when the account is large', async (t) => {
    const plivo = await plivoSandbox(t, { owned: { plivo: 1_000 } })
    const owned = new Set((await plivo.world()).owned.map(({ number }) => number.slice(1)))
    assert.equal(owned.size, 1_000)
    const { objects } = await plivo.read('PhoneNumber/?country_iso=US')
    assert.equal(objects.length, 20)
    assert.deepEqual(
      objects.filter(({ number }) => owned.has(String(number))),
      [],
    )
  })

  it('drifts by switch, so that the same search differs', async (t) => {
    const plivo = await plivoSandbox(t)
    const search = async (): Promise<string[]> => numbersOf(await plivo.read('PhoneNumber/?country_iso=US'))
    assert.deepEqual(await search(), await search())
    await plivo.setSwitch('driftingSearch', true)
    assert.notDeepEqual(await search(), await search())
  })

  it('stops offering a number that somebody else took and shows a new price', async (t) => {
    const plivo = await plivoSandbox(t)
    const [first = '', second = ''] = numbersOf(await plivo.read('PhoneNumber/?country_iso=US'))
    await plivo.act({ take: `+${first}`, reprice: { [`+${second}`]: '9.00' } })
    const { objects } = await plivo.read('PhoneNumber/?country_iso=US')
    assert.equal(objects[0]?.['number'], second)
    assert.equal(objects[0]?.['monthly_rental_rate'], '9.00000')
  })

  it('leaves rental prices out by switch', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.setSwitch('offersWithoutPrices', true)
    const [offer = {}] = (await plivo.read('PhoneNumber/?country_iso=US')).objects
    assert.ok(Object.hasOwn(offer, 'sms_rate'))
    assert.ok(!Object.hasOwn(offer, 'setup_rate') && !Object.hasOwn(offer, 'monthly_rental_rate'))
  })
})

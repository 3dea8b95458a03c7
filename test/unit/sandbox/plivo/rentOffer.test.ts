import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { errorOf, numbersOf, type PlivoSandbox, plivoSandbox, type Row } from './plivoSandbox.ts'

const SHOP = 'SASANDBOX00000000001'
const FLOW = '7f3a1c52-9b0e-4d6a-8e21-5c0f4b7d9a13'
const DEFAULT_APPLICATION = '21004477130012345'

async function offerIn(plivo: PlivoSandbox, country: string, type: string): Promise<string> {
  const [digits] = numbersOf(await plivo.read(`PhoneNumber/?country_iso=${country}&type=${type}&limit=1`))
  assert.ok(digits !== undefined)
  return digits
}

async function rented(plivo: PlivoSandbox, digits: string) {
  const found = (await plivo.world()).owned.find(({ number }) => number === `+${digits}`)
  assert.ok(found !== undefined, `${digits} is not rented`)
  return found
}

describe('the pretended rent', () => {
  it('answers 201 Success, takes setup and the first month, and assigns the default application', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await offerIn(plivo, 'JP', 'fixed')
    const answer = await plivo.at('POST', `PhoneNumber/${digits}/`, { body: {} })
    assert.equal(answer.status, 201)
    const { api_id, ...body } = JSON.parse(answer.text)
    assert.deepEqual(body, {
      message: 'created',
      numbers: [{ number: digits, status: 'Success' }],
      status: 'fulfilled',
    })
    assert.equal((await plivo.world()).balance, '94.50000')
    const { application, addedOn, active } = await rented(plivo, digits)
    assert.deepEqual([application, addedOn, active], [DEFAULT_APPLICATION, '2026-11-03', true])
    assert.equal((await plivo.sandbox.counters('plivo')).money['rent'], 1)
  })

  it('accepts no body at all, and gives no application when there is no default one', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.act({ defaultApplication: null })
    const digits = await offerIn(plivo, 'US', 'local')
    assert.equal((await plivo.at('POST', `PhoneNumber/${digits}/`)).status, 201)
    assert.equal((await rented(plivo, digits)).application, null)
  })

  it('honours every argument and ignores unknown members', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await offerIn(plivo, 'US', 'local')
    const body = { app_id: FLOW, cnam_lookup: 'enabled', subaccount: SHOP, ha_enable: true, colour: 'red' }
    const answer = JSON.parse((await plivo.at('POST', `PhoneNumber/${digits}/`, { body })).text)
    assert.equal(typeof answer.numbers[0].fallback_number, 'string')
    const { application, cnamLookup, subaccount } = await rented(plivo, digits)
    assert.deepEqual([application, cnamLookup, subaccount], [FLOW, 'enabled', SHOP])
  })

  it('refuses arguments that cannot be, without taking money', async (t) => {
    const plivo = await plivoSandbox(t)
    const american = await offerIn(plivo, 'US', 'local')
    const british = await offerIn(plivo, 'GB', 'mobile')
    const bad: readonly [string, Row][] = [
      [american, { app_id: 'nowhere' }],
      [american, { cnam_lookup: 'maybe' }],
      [american, { subaccount: 'SAUNKNOWN00000000000' }],
      [american, { compliance_application_id: '6f0a2d4e-3b1c-4f5a-9c7d-1e2f3a4b5c6d' }],
      [british, { cnam_lookup: 'enabled' }],
    ]
    for (const [digits, body] of bad) {
      assert.equal((await plivo.at('POST', `PhoneNumber/${digits}/`, { body })).status, 400, JSON.stringify(body))
    }
    assert.equal((await plivo.world()).balance, '100.00000')
  })

  it('answers 404 with the same bare text when a number is taken, owned or unknown', async (t) => {
    const plivo = await plivoSandbox(t)
    const taken = await offerIn(plivo, 'US', 'local')
    await plivo.act({ take: `+${taken}` })
    const owned = (await plivo.world()).owned[0]?.number.slice(1)
    for (const digits of [taken, owned, '14155559999', 'nonsense', `+${taken}`]) {
      const answer = await plivo.at('POST', `PhoneNumber/${digits}/`, { body: {} })
      assert.deepEqual([answer.status, errorOf(answer)], [404, 'not found'], digits)
    }
  })

  it('rents a number once, however often it is asked', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await offerIn(plivo, 'US', 'local')
    const answers = await Promise.all([1, 2].map(() => plivo.at('POST', `PhoneNumber/${digits}/`, { body: {} })))
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 404])
    assert.equal((await plivo.world()).balance, '99.50000')
  })

  it('lets a subaccount search and answers 404 when it rents', async (t) => {
    const plivo = await plivoSandbox(t)
    const as = `${SHOP}:sandbox-canary-subaccount-token-one-00000`
    const found = await plivo.send('GET', `/v1/Account/${SHOP}/PhoneNumber/?country_iso=US`, { as })
    const [digits] = numbersOf(JSON.parse(found.text))
    const answer = await plivo.send('POST', `/v1/Account/${SHOP}/PhoneNumber/${digits}/`, { as, body: {} })
    assert.deepEqual([answer.status, errorOf(answer)], [404, 'not found'])
  })

  it('says that funds are insufficient, with another status by switch', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.act({ balance: '0.49999' })
    const digits = await offerIn(plivo, 'US', 'local')
    const refused = await plivo.at('POST', `PhoneNumber/${digits}/`, { body: {} })
    assert.equal(refused.status, 400)
    assert.match(errorOf(refused), /insufficient funds/i)
    await plivo.setSwitch('fundsStatus', 402)
    assert.equal((await plivo.at('POST', `PhoneNumber/${digits}/`, { body: {} })).status, 402)
    await plivo.act({ balance: '0.5' })
    assert.equal((await plivo.at('POST', `PhoneNumber/${digits}/`, { body: {} })).status, 201)
    assert.equal((await plivo.world()).balance, '0.00000')
  })

  it('needs an accepted record for a regulated number and takes the latest one that fits', async (t) => {
    const plivo = await plivoSandbox(t)
    const mobile = await offerIn(plivo, 'IN', 'mobile')
    const refused = await plivo.at('POST', `PhoneNumber/${mobile}/`, { body: {} })
    assert.equal(refused.status, 400)
    assert.match(errorOf(refused), /^compliance_application_id is required/)
    const rejected = 'b1c2d3e4-0002-4a5b-8c6d-7e8f90a1b2c3'
    await plivo.act({ compliance: { [rejected]: 'accepted' } })
    assert.equal((await plivo.at('POST', `PhoneNumber/${mobile}/`, { body: {} })).status, 201)
    assert.equal((await rented(plivo, mobile)).compliance, rejected)
    const local = await offerIn(plivo, 'IN', 'local')
    assert.equal((await plivo.at('POST', `PhoneNumber/${local}/`, { body: {} })).status, 201)
    assert.equal((await rented(plivo, local)).compliance, '6f0a2d4e-3b1c-4f5a-9c7d-1e2f3a4b5c6d')
  })

  it('leaves a restricted number pending for a minute', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await offerIn(plivo, 'ES', 'local')
    const answer = JSON.parse((await plivo.at('POST', `PhoneNumber/${digits}/`, { body: {} })).text)
    assert.deepEqual(answer.numbers, [{ number: digits, status: 'pending' }])
    assert.equal((await plivo.read<Row>(`Number/${digits}/`))['active'], false)
    await plivo.sandbox.advance(60_000)
    assert.equal((await plivo.read<Row>(`Number/${digits}/`))['active'], true)
  })

  it('hides a pending number until it is usable, by switch', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.setSwitch('hidePendingNumbers', true)
    const digits = await offerIn(plivo, 'ES', 'local')
    assert.equal((await plivo.at('POST', `PhoneNumber/${digits}/`, { body: {} })).status, 201)
    assert.equal((await plivo.at('GET', `Number/${digits}/`)).status, 404)
    assert.ok(!numbersOf(await plivo.read('Number/')).includes(digits))
    await plivo.sandbox.advance(60_000)
    assert.equal((await plivo.at('GET', `Number/${digits}/`)).status, 200)
  })

  it('does nothing but say so when a callback was named', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await offerIn(plivo, 'US', 'local')
    for (const body of [{ callback_url: 'https://example.com' }, { callback_method: 'GET' }]) {
      const answer = await plivo.at('POST', `PhoneNumber/${digits}/`, { body })
      assert.equal(JSON.parse(answer.text).message, 'async api spawned')
    }
    assert.equal((await plivo.at('GET', `Number/${digits}/`)).status, 404)
  })
})

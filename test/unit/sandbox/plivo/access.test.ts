import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { errorOf, numbersOf, plivoSandbox } from './plivoSandbox.ts'

const SHOP = 'SASANDBOX00000000001'
const SHOP_PAIR = `${SHOP}:sandbox-canary-subaccount-token-one-00000`

describe('access to the pretended Plivo', () => {
  it('refuses a wrong token and a foreign account with 401', async (t) => {
    const plivo = await plivoSandbox(t)
    const wrong = await plivo.at('GET', 'Number/', { as: `${plivo.authId}:wrong` })
    assert.equal(wrong.status, 401)
    assert.notEqual(errorOf(wrong), '')
    assert.equal((await plivo.at('GET', 'Number/', { as: ':' })).status, 401)
    assert.equal((await plivo.send('GET', '/v1/Account/MAOTHER0000000000000/Number/')).status, 401)
  })

  it('answers 401 as plain text by switch', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.setSwitch('plainTextUnauthorized', true)
    const answer = await plivo.at('GET', 'Number/', { as: `${plivo.authId}:wrong` })
    assert.deepEqual([answer.status, answer.contentType], [401, 'text/plain'])
    assert.throws(() => JSON.parse(answer.text))
  })

  it('lets an enabled subaccount see its own numbers only, and a disabled one nothing', async (t) => {
    const plivo = await plivoSandbox(t)
    const answer = await plivo.send('GET', `/v1/Account/${SHOP}/Number/`, { as: SHOP_PAIR })
    assert.equal(answer.status, 200)
    const owned = (await plivo.world()).owned.filter(({ subaccount }) => subaccount === SHOP)
    assert.deepEqual(
      numbersOf(JSON.parse(answer.text)).map((digits) => `+${digits}`),
      owned.map(({ number }) => number),
    )
    assert.equal(owned.length, 2)
    const disabled = 'SASANDBOX00000000002:sandbox-canary-subaccount-token-two-00000'
    const refused = await plivo.send('GET', '/v1/Account/SASANDBOX00000000002/Number/', { as: disabled })
    assert.equal(refused.status, 401)
  })

  it('needs the trailing slash and counts a doubled slash as one', async (t) => {
    const plivo = await plivoSandbox(t)
    assert.equal((await plivo.at('GET', 'Number')).status, 404)
    assert.equal((await plivo.at('GET', '/Number//')).status, 200)
    const root = await plivo.at('GET', '/')
    assert.equal(JSON.parse(root.text).cash_credits, '100.00000')
  })

  it('answers 404 to a number with its plus, raw or encoded, and to broken percent-encoding', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = (await plivo.world()).owned[0]?.number.slice(1)
    assert.equal((await plivo.at('GET', `Number/${digits}/`)).status, 200)
    for (const path of [`Number/+${digits}/`, `Number/%2B${digits}/`, 'Number/%E0%A4%A/']) {
      const answer = await plivo.at('GET', path)
      assert.deepEqual([answer.status, errorOf(answer)], [404, 'not found'], path)
    }
  })

  it('answers 405 to a method that a path does not have', async (t) => {
    const plivo = await plivoSandbox(t)
    assert.equal((await plivo.at('POST', 'Application/')).status, 405)
  })

  it('accepts the body "" on GET and DELETE, as the Node package sends it', async (t) => {
    const plivo = await plivoSandbox(t)
    assert.equal((await plivo.at('GET', 'Subaccount/', { body: '' })).status, 200)
    const digits = (await plivo.world()).owned[0]?.number.slice(1)
    assert.equal((await plivo.at('DELETE', `Number/${digits}/`, { body: '' })).status, 204)
  })

  it('refuses a body that is not a JSON object', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = (await plivo.world()).owned[0]?.number.slice(1)
    assert.equal((await plivo.at('POST', `Number/${digits}/`, { body: ['alias'] })).status, 400)
  })

  it('allows 300 requests in five seconds of its clock and says nothing about when to come back', async (t) => {
    const plivo = await plivoSandbox(t)
    for (let count = 0; count < 300; count += 1) {
      assert.equal((await plivo.at('GET', 'Number/?limit=1')).status, 200)
    }
    const refused = await plivo.at('GET', 'Number/?limit=1')
    assert.deepEqual([refused.status, refused.retryAfter], [429, undefined])
    await plivo.sandbox.advance(4_999)
    assert.equal((await plivo.at('GET', 'Number/?limit=1')).status, 429)
    await plivo.sandbox.advance(1)
    assert.equal((await plivo.at('GET', 'Number/?limit=1')).status, 200)
  })

  it('refuses switches and commands that it does not have', async (t) => {
    const plivo = await plivoSandbox(t)
    await assert.rejects(plivo.setSwitch('nonsense', true), /no switch .*nonsense/)
    await assert.rejects(plivo.setSwitch('clampLimit', 'yes'), /takes a value like false/)
    await assert.rejects(plivo.act({ nonsense: 1 }), /cannot do .*nonsense/)
    await assert.rejects(plivo.act({ take: '14155550100' }), /with its plus/)
  })
})

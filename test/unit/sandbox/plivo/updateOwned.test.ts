import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { errorOf, type PlivoSandbox, plivoSandbox, type Row } from './plivoSandbox.ts'

const SUPPORT = '21004477130012345'
const SALES = '21004477130012344'
const TRUNK = '31004477130055501'
const SHOP = 'SASANDBOX00000000001'

/** The digits of a seeded number with an alias. */
async function digitsOf(plivo: PlivoSandbox, alias: string): Promise<string> {
  const found = (await plivo.world()).owned.find((owned) => owned.alias === alias)
  assert.ok(found !== undefined)
  return found.number.slice(1)
}

async function change(plivo: PlivoSandbox, digits: string, body: Row): Promise<void> {
  const answer = await plivo.at('POST', `Number/${digits}/`, { body })
  assert.equal(answer.status, 202, answer.text)
}

async function ownedAs(plivo: PlivoSandbox, digits: string) {
  const found = (await plivo.world()).owned.find(({ number }) => number === `+${digits}`)
  assert.ok(found !== undefined)
  return found
}

describe('the pretended settings', () => {
  it('answers 202 "changed" without a row and changes only what was named', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await digitsOf(plivo, 'Support line')
    const before = await ownedAs(plivo, digits)
    const answer = await plivo.at('POST', `Number/${digits}/`, { body: { alias: 'Night line' } })
    const { api_id, ...body } = JSON.parse(answer.text)
    assert.deepEqual([answer.status, body], [202, { message: 'changed' }])
    assert.deepEqual(await ownedAs(plivo, digits), { ...before, alias: 'Night line' })
  })

  it('changes every setting it knows, and a trunk through app_id', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await digitsOf(plivo, 'Support line')
    await change(plivo, digits, { alias: '', app_id: TRUNK, subaccount: SHOP, cnam_lookup: 'disabled' })
    const { alias, application, subaccount, cnamLookup } = await ownedAs(plivo, digits)
    assert.deepEqual([alias, application, subaccount, cnamLookup], ['', TRUNK, SHOP, 'disabled'])
    const row = await plivo.read<Row>(`Number/${digits}/`)
    assert.equal(row['application'], `/v1/Account/${plivo.authId}/Zentrunk/Trunk/${TRUNK}/`)
    assert.deepEqual([row['sub_account'], row['sub_account_name']], [SHOP, 'Shop'])
  })

  it('changes the compliance record under its request name only', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await digitsOf(plivo, 'Shop Mumbai')
    const other = '11004477130077701'
    await change(plivo, digits, { compliance_id: other, sub_account: 'SASANDBOX00000000002' })
    const { compliance, subaccount } = await ownedAs(plivo, digits)
    assert.deepEqual([compliance, subaccount], ['6f0a2d4e-3b1c-4f5a-9c7d-1e2f3a4b5c6d', SHOP])
    await change(plivo, digits, { compliance_application_id: other })
    assert.equal((await ownedAs(plivo, digits)).compliance, other)
  })

  it('clears the application with an empty text and changes nothing with null', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await digitsOf(plivo, 'Support line')
    await change(plivo, digits, { app_id: null, alias: null })
    const kept = await ownedAs(plivo, digits)
    assert.deepEqual([kept.application, kept.alias], [SUPPORT, 'Support line'])
    await change(plivo, digits, { app_id: '' })
    assert.equal((await ownedAs(plivo, digits)).application, null)
  })

  it('keeps the application although it said "changed", by switch', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.setSwitch('keepApplicationOnClear', true)
    const digits = await digitsOf(plivo, 'Support line')
    await change(plivo, digits, { app_id: '' })
    assert.equal((await ownedAs(plivo, digits)).application, SUPPORT)
  })

  it('assigns the default application when app_id is missing, by switch', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.setSwitch('resetApplicationOnUpdate', true)
    const digits = await digitsOf(plivo, 'Sales west')
    await change(plivo, digits, { app_id: SALES, alias: 'Sales' })
    assert.equal((await ownedAs(plivo, digits)).application, SALES)
    await change(plivo, digits, { alias: 'Sales east' })
    assert.equal((await ownedAs(plivo, digits)).application, SUPPORT)
  })

  it('assigns another application to a client that turns the id into a number', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await digitsOf(plivo, 'Support line')
    await change(plivo, digits, { app_id: Number(SUPPORT) })
    assert.equal((await ownedAs(plivo, digits)).application, SALES)
  })

  it('shows the row from before the change for a few reads, by switch', async (t) => {
    const plivo = await plivoSandbox(t)
    await plivo.setSwitch('staleReads', 2)
    const digits = await digitsOf(plivo, 'Support line')
    await change(plivo, digits, { alias: 'Night line' })
    const seen: unknown[] = []
    for (let read = 0; read < 3; read += 1) seen.push((await plivo.read<Row>(`Number/${digits}/`))['alias'])
    assert.deepEqual(seen, ['Support line', 'Support line', 'Night line'])
  })

  it('refuses values that cannot be and changes nothing then', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await digitsOf(plivo, 'London office')
    const before = await ownedAs(plivo, digits)
    const bad: readonly Row[] = [{ app_id: 'x' }, { subaccount: 'x' }, { cnam_lookup: 'enabled' }, { alias: 7 }]
    for (const values of [...bad, { compliance_application_id: 'x' }]) {
      const answer = await plivo.at('POST', `Number/${digits}/`, { body: { alias: 'New', ...values } })
      assert.equal(answer.status, 400, JSON.stringify(values))
      assert.notEqual(errorOf(answer), '')
    }
    assert.deepEqual(await ownedAs(plivo, digits), before)
  })

  it('does nothing but say so when a callback was named', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await digitsOf(plivo, 'Support line')
    const body = { alias: 'Night line', callback_url: 'https://example.com' }
    const answer = await plivo.at('POST', `Number/${digits}/`, { body })
    const { api_id, ...rest } = JSON.parse(answer.text)
    assert.deepEqual(rest, { message: 'async api spawned' })
    assert.equal((await ownedAs(plivo, digits)).alias, 'Support line')
  })
})

describe('the pretended release', () => {
  it('answers 204 with nothing, then 404, and does not offer the number again', async (t) => {
    const plivo = await plivoSandbox(t)
    const search = async () => (await plivo.read('PhoneNumber/?country_iso=US&limit=1')).objects[0]?.['number']
    const digits = String(await search())
    await plivo.at('POST', `PhoneNumber/${digits}/`, { body: {} })
    const answer = await plivo.at('DELETE', `Number/${digits}/`)
    assert.deepEqual([answer.status, answer.text, answer.contentType], [204, '', undefined])
    assert.equal((await plivo.at('DELETE', `Number/${digits}/`)).status, 404)
    assert.notEqual(await search(), digits)
    const { owned, released, balance } = await plivo.world()
    assert.ok(!owned.some(({ number }) => number === `+${digits}`))
    assert.deepEqual(released, [{ number: `+${digits}`, at: '2026-11-03T10:00:00.000Z' }])
    assert.equal(balance, '99.50000')
    assert.equal((await plivo.sandbox.counters('plivo')).money['release'], 2)
  })

  it('does nothing when a callback is in the query', async (t) => {
    const plivo = await plivoSandbox(t)
    const digits = await digitsOf(plivo, 'Support line')
    await plivo.at('DELETE', `Number/${digits}/?callback_url=https%3A%2F%2Fexample.com`)
    assert.equal((await plivo.at('GET', `Number/${digits}/`)).status, 200)
  })
})

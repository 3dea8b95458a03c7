import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { numbersOf, offerIn, type Row, type TryvoxSandbox, tryvoxSandbox } from './tryvoxSandbox.ts'

const DAY_MS = 86_400_000
const NUMBER = '+12025550143'
const PATH = `/numbers/${NUMBER}`

/** A sandbox whose account has a number that was rented right now. */
async function withNumber(scope: Parameters<typeof tryvoxSandbox>[0]): Promise<TryvoxSandbox> {
  const tryvox = await tryvoxSandbox(scope)
  await tryvox.act({ own: NUMBER })
  return tryvox
}

async function isListed(tryvox: TryvoxSandbox): Promise<boolean> {
  return numbersOf(await tryvox.list()).includes(NUMBER)
}

describe('the pretended release preview', () => {
  it('names a fee of 25.00 until the number is three months old', async (t) => {
    const tryvox = await withNumber(t)
    const { text } = await tryvox.send('GET', `${PATH}/release-preview`)
    assert.match(text, /"early_termination_fee":25\.00,/)
    const { warnings, ...preview } = JSON.parse(text)
    assert.deepEqual(preview, {
      e164: NUMBER,
      can_release: true,
      early_termination_fee: 25,
      currency: 'USD',
      cooling_off_period_days: 30,
    })
    assert.equal(warnings.length, 1)
    await tryvox.sandbox.advance(92 * DAY_MS - 1)
    assert.equal((await tryvox.ok('GET', `${PATH}/release-preview`))['early_termination_fee'], 25)
    await tryvox.sandbox.advance(1)
    const free = await tryvox.ok('GET', `${PATH}/release-preview`)
    assert.deepEqual([free['early_termination_fee'], free['warnings']], [0, []])
  })

  it('says which number cannot be released, and the release agrees', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const german = (await tryvox.world()).owned.find(({ country }) => country === 'DE')?.number
    const preview = await tryvox.ok<{ can_release: boolean; warnings: string[] }>(
      'GET',
      `/numbers/${german}/release-preview`,
    )
    assert.equal(preview.can_release, false)
    assert.equal(preview.warnings.length, 1)
    assert.equal((await tryvox.send('DELETE', `/numbers/${german}`)).status, 409)
    assert.equal((await tryvox.list('?country=DE')).pagination.total, 1)
  })

  it('answers 404 for a number that is not owned', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    assert.equal((await tryvox.send('GET', `${PATH}/release-preview`)).status, 404)
  })
})

describe('the pretended TryVox release', () => {
  it('answers a receipt, takes the fee, and the number is gone', async (t) => {
    const tryvox = await withNumber(t)
    const { text } = await tryvox.send('DELETE', PATH)
    assert.match(text, /"early_termination_fee":25\.00,/)
    assert.deepEqual(JSON.parse(text), {
      e164: NUMBER,
      status: 'released',
      released_at: '2026-11-03T10:00:00Z',
      early_termination_fee: 25,
      currency: 'USD',
      cooling_off_period_days: 30,
      available_after: '2026-12-03T10:00:00Z',
    })
    assert.equal(await isListed(tryvox), false)
    assert.equal((await tryvox.send('DELETE', PATH)).status, 404)
    assert.equal((await tryvox.world()).balance, '75.00')
    assert.equal((await tryvox.sandbox.counters('tryvox')).money['release'], 2)
  })

  it('charges more than the preview said by switch', async (t) => {
    const tryvox = await withNumber(t)
    await tryvox.setSwitch('surpriseFeeCents', 150)
    assert.equal((await tryvox.ok('DELETE', PATH))['early_termination_fee'], 26.5)
  })

  it('stays in the list as released while it cools off, by switch', async (t) => {
    const tryvox = await withNumber(t)
    await tryvox.setSwitch('releasedStaysListed', true)
    await tryvox.ok('DELETE', PATH)
    assert.deepEqual(numbersOf(await tryvox.list('?status=released')), [NUMBER])
    await tryvox.sandbox.advance(30 * DAY_MS)
    assert.equal(await isListed(tryvox), false)
  })

  it('does not offer the number again before it has cooled off', async (t) => {
    const tryvox = await tryvoxSandbox(t)
    const body = await offerIn(tryvox, 'US')
    const rent = async (): Promise<number> =>
      (await tryvox.send('POST', '/numbers/purchase-from-inventory', { body })).status
    assert.equal(await rent(), 200)
    await tryvox.ok('DELETE', `/numbers/${body.e164}`)
    assert.equal(await rent(), 404)
    assert.notEqual((await offerIn(tryvox, 'US')).e164, body.e164)
    await tryvox.sandbox.advance(30 * DAY_MS)
    assert.equal((await offerIn(tryvox, 'US')).e164, body.e164)
    assert.equal(await rent(), 200)
  })
})

describe('the pretended way back', () => {
  it('brings the number back with its route and when it was rented', async (t) => {
    const tryvox = await withNumber(t)
    await tryvox.ok('POST', `${PATH}/assign`, { trunk_id: 'trunk_k3m9' })
    const before = await tryvox.owned(NUMBER)
    await tryvox.ok('DELETE', PATH)
    await tryvox.sandbox.advance(30 * DAY_MS - 1)
    const row = await tryvox.ok<Row>('POST', `${PATH}/cancel-release`)
    assert.deepEqual([row['e164'], row['trunk_id']], [NUMBER, 'trunk_k3m9'])
    assert.deepEqual(await tryvox.owned(NUMBER), before)
    assert.deepEqual((await tryvox.world()).released, [])
  })

  it('answers 404 from the moment the number is available to others, and when nothing was released', async (t) => {
    const tryvox = await withNumber(t)
    assert.equal((await tryvox.send('POST', `${PATH}/cancel-release`)).status, 404)
    await tryvox.ok('DELETE', PATH)
    await tryvox.sandbox.advance(30 * DAY_MS)
    assert.equal((await tryvox.send('POST', `${PATH}/cancel-release`)).status, 404)
    assert.equal(await isListed(tryvox), false)
  })

  it('loses the route, and answers without a body, by switch', async (t) => {
    const tryvox = await withNumber(t)
    await tryvox.ok('POST', `${PATH}/assign`, { trunk_id: 'trunk_k3m9' })
    await tryvox.setSwitch('releaseDetaches', true)
    await tryvox.setSwitch('emptyCancelBody', true)
    await tryvox.ok('DELETE', PATH)
    assert.deepEqual(await tryvox.send('POST', `${PATH}/cancel-release`), { status: 204, text: '' })
    assert.equal((await tryvox.owned(NUMBER)).trunk, null)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { errorOf, type TryvoxSandbox, tryvoxSandbox } from './tryvoxSandbox.ts'

const NUMBER = '+12025550143'
const PATH = `/numbers/${NUMBER}`

/** A sandbox whose account has a number that is routed nowhere. */
async function withNumber(scope: Parameters<typeof tryvoxSandbox>[0]): Promise<TryvoxSandbox> {
  const tryvox = await tryvoxSandbox(scope)
  await tryvox.act({ own: NUMBER })
  return tryvox
}

async function routesOf(tryvox: TryvoxSandbox): Promise<readonly (string | null)[]> {
  const { trunk, application } = await tryvox.owned(NUMBER)
  return [trunk, application]
}

describe('the pretended routing', () => {
  it('answers a summary only, and routes to a trunk or to an application, never both', async (t) => {
    const tryvox = await withNumber(t)
    await tryvox.sandbox.advance(60_000)
    assert.deepEqual(await tryvox.ok('POST', `${PATH}/application`, { application_id: 'app_r7t2' }), {
      e164: NUMBER,
      trunk_id: null,
      application_id: 'app_r7t2',
      status: 'active',
      updated_at: '2026-11-03T10:01:00Z',
    })
    const summary = await tryvox.ok('POST', `${PATH}/assign`, { trunk_id: 'trunk_p8w2' })
    assert.deepEqual([summary['trunk_id'], summary['application_id']], ['trunk_p8w2', null])
    assert.deepEqual(await routesOf(tryvox), ['trunk_p8w2', null])
  })

  it('keeps both routes by switch, so that somebody has to detach one', async (t) => {
    const tryvox = await withNumber(t)
    await tryvox.setSwitch('assignKeepsOther', true)
    await tryvox.ok('POST', `${PATH}/application`, { application_id: 'app_r7t2' })
    await tryvox.ok('POST', `${PATH}/assign`, { trunk_id: 'trunk_p8w2' })
    assert.deepEqual(await routesOf(tryvox), ['trunk_p8w2', 'app_r7t2'])
    assert.equal((await tryvox.send('DELETE', `${PATH}/application`)).status, 204)
    assert.deepEqual(await routesOf(tryvox), ['trunk_p8w2', null])
  })

  it('refuses an unknown trunk, a missing id and an unknown number', async (t) => {
    const tryvox = await withNumber(t)
    const unknown = await tryvox.send('POST', `${PATH}/assign`, { body: { trunk_id: 'trunk_none' } })
    assert.deepEqual([unknown.status, errorOf(unknown).code], [404, 'NOT_FOUND'])
    const missing = await tryvox.send('POST', `${PATH}/assign`, { body: {} })
    assert.deepEqual([missing.status, errorOf(missing).fields], [400, ['trunk_id']])
    const blank = await tryvox.send('POST', `${PATH}/application`, { body: { application_id: ' ' } })
    assert.deepEqual([blank.status, errorOf(blank).fields], [400, ['application_id']])
    assert.equal((await tryvox.send('POST', '/numbers/+12125559999/assign', { body: {} })).status, 404)
    assert.deepEqual(await routesOf(tryvox), [null, null])
  })

  it('detaches with 204 and answers 404 when nothing is attached', async (t) => {
    const tryvox = await withNumber(t)
    for (const path of ['assign', 'application']) {
      assert.equal((await tryvox.send('DELETE', `${PATH}/${path}`)).status, 404)
    }
    await tryvox.ok('POST', `${PATH}/assign`, { trunk_id: 'trunk_k3m9' })
    assert.deepEqual(await tryvox.send('DELETE', `${PATH}/assign`), { status: 204, text: '' })
    assert.deepEqual(await routesOf(tryvox), [null, null])
  })

  it('detaches with 200 and a summary by switch', async (t) => {
    const tryvox = await withNumber(t)
    await tryvox.setSwitch('detachWithBody', true)
    await tryvox.ok('POST', `${PATH}/application`, { application_id: 'app_r7t2' })
    assert.equal((await tryvox.ok('DELETE', `${PATH}/application`))['application_id'], null)
  })

  it('refuses to detach a trunk with the status of a switch and leaves it attached', async (t) => {
    const tryvox = await withNumber(t)
    await tryvox.ok('POST', `${PATH}/assign`, { trunk_id: 'trunk_k3m9' })
    for (const status of [404, 405]) {
      await tryvox.setSwitch('detachTrunkStatus', status)
      assert.equal((await tryvox.send('DELETE', `${PATH}/assign`)).status, status)
    }
    assert.deepEqual(await routesOf(tryvox), ['trunk_k3m9', null])
  })
})

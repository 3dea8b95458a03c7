import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { startSandbox } from '../../../support/startSandbox.ts'

const ask = async (url: string, init: RequestInit = {}): Promise<{ status: number; body: Record<string, unknown> }> => {
  const response = await fetch(url, init)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

describe('the control server', () => {
  it('describes the sandbox: the time, the providers, the requests it takes', async (t) => {
    const sandbox = await startSandbox(t)
    const { status, body } = await ask(`${sandbox.control}/`)
    assert.equal(status, 200)
    assert.equal(body['now'], Date.UTC(2026, 10, 3, 10))
    assert.deepEqual(body['providers'], sandbox.providers)
    assert.ok(Array.isArray(body['requests']) && body['requests'].includes('POST /faults'))
  })

  it('scripts faults, one or several, lists and removes them', async (t) => {
    const sandbox = await startSandbox(t)
    const { endpoint } = sandbox.provider('contiguity')
    const ids = await sandbox.fault(
      { provider: 'contiguity', route: '*', kind: 'status', status: 418 },
      { provider: 'contiguity', route: '*', kind: 'status', status: 419 },
    )
    assert.equal(ids.length, 2)
    assert.equal((await fetch(`${endpoint}/numbers/leased`)).status, 418)
    assert.deepEqual(
      (await sandbox.faults()).map(({ fired, finished }) => [fired, finished]),
      [
        [1, true],
        [0, false],
      ],
    )
    assert.equal((await ask(`${sandbox.control}/faults/${ids[1]}`, { method: 'DELETE' })).status, 200)
    assert.equal((await ask(`${sandbox.control}/faults/${ids[1]}`, { method: 'DELETE' })).status, 404)
    assert.equal((await fetch(`${endpoint}/numbers/leased`)).status, 401)
    await sandbox.clearFaults()
    assert.deepEqual(await sandbox.faults(), [])
  })

  it('adds none of several faults when one of them is not valid', async (t) => {
    const sandbox = await startSandbox(t)
    const faults = [
      { provider: 'contiguity', route: '*', kind: 'truncate' },
      { provider: 'acme', route: '*', kind: 'truncate' },
    ]
    const { status, body } = await ask(`${sandbox.control}/faults`, { method: 'POST', body: JSON.stringify(faults) })
    assert.equal(status, 400)
    assert.match(String(body['error']), /Unknown provider/)
    assert.deepEqual(await sandbox.faults(), [])
  })

  it('moves the clock that the providers answer with', async (t) => {
    const sandbox = await startSandbox(t)
    const now = await sandbox.advance(90_000)
    assert.equal(now, Date.UTC(2026, 10, 3, 10, 1, 30))
    const answer = await ask(`${sandbox.provider('contiguity').endpoint}/entitlements/`)
    assert.equal(answer.body['timestamp'], now)
    await assert.rejects(sandbox.advance(-5), /whole number/)
  })

  it('counts per provider and starts again from nothing', async (t) => {
    const sandbox = await startSandbox(t)
    await fetch(`${sandbox.provider('contiguity').endpoint}/numbers/lease/%2B12125550100`, { method: 'POST' })
    const { routes, money, total } = await sandbox.counters('contiguity')
    assert.deepEqual([routes, money, total], [{ rent: 1 }, { rent: 1, release: 0 }, 1])
    await sandbox.resetCounters()
    assert.equal((await sandbox.counters('contiguity')).total, 0)
  })

  it('shows the requests of one provider or all of them', async (t) => {
    const sandbox = await startSandbox(t)
    await fetch(`${sandbox.provider('contiguity').endpoint}/numbers/leased?x=1`)
    await fetch(sandbox.provider('plivo').endpoint)
    assert.deepEqual(
      (await sandbox.requests('contiguity')).map(({ url, status }) => [url, status]),
      [['/numbers/leased?x=1', 401]],
    )
    assert.equal((await sandbox.requests()).length, 2)
  })

  it('passes refusals of an emulator on in words', async (t) => {
    const sandbox = await startSandbox(t)
    await assert.rejects(sandbox.act('contiguity', { explode: true }), /400.*cannot do/)
    await assert.rejects(sandbox.setSwitch('contiguity', 'nonsense', true), /400.*no switch/)
    await assert.rejects(sandbox.world('acme'), /404.*Unknown provider/)
  })

  it('delays every provider, and only them, from the moment it is told', async (t) => {
    const sandbox = await startSandbox(t)
    await sandbox.latency(100)
    const started = performance.now()
    await Promise.all(Object.values(sandbox.providers).map(({ endpoint }) => fetch(endpoint)))
    assert.ok(performance.now() - started >= 95)
    for (const { startedMs, endedMs } of await sandbox.requests()) assert.ok((endedMs ?? 0) - startedMs >= 95)
  })

  it('answers 404 to other requests and 400 to what is not JSON', async (t) => {
    const { control } = await startSandbox(t)
    for (const path of ['/nothing', '/faults/a/b', '/world']) assert.equal((await ask(control + path)).status, 404)
    assert.equal((await ask(`${control}/clock`, { method: 'POST', body: '{' })).status, 400)
    assert.equal((await ask(`${control}/world/contiguity`, { method: 'POST', body: '[]' })).status, 400)
  })
})

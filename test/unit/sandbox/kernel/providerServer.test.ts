import assert from 'node:assert/strict'
import { Agent, type IncomingMessage, request } from 'node:http'
import { describe, it } from 'node:test'
import { serveCounting } from './countingEmulator.ts'

interface Answer {
  readonly status: number
  readonly body: string
}

/** Unlike fetch this can send any Host and Origin and uses the agent's connections. */
function send(
  url: string,
  options: { method?: string; headers?: Record<string, string>; agent?: Agent; body?: string },
): Promise<Answer> {
  const { body, ...rest } = options
  return new Promise((resolve, reject) => {
    const sent = request(url, rest, (response: IncomingMessage) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text })).on('error', reject)
    })
    sent.on('error', reject).end(body)
  })
}

describe('a provider server', () => {
  it('hands over path, query, headers and body untouched and sends the answer with its headers', async (t) => {
    const server = await serveCounting(t)
    const url = `${server.origin}/work%2B1/?q=%2B49%20&q=a+b`
    const response = await fetch(url, { method: 'POST', body: '{"ü":1}', headers: { 'X-Custom': 'Yes' } })
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('x-answer'), 'whole')
    assert.equal(response.headers.get('content-type'), 'application/json')
    assert.deepEqual(await response.json(), { done: 1, text: 'é' })
    const [received] = server.received
    assert.deepEqual(
      [received?.method, received?.path, received?.query, received?.body, received?.headers['x-custom']],
      ['POST', '/work%2B1/', 'q=%2B49%20&q=a+b', '{"ü":1}', 'Yes'],
    )
  })

  it('counts and logs every request without header values or bodies', async (t) => {
    const server = await serveCounting(t)
    const headers = { authorization: 'Basic topsecret', 'content-type': 'application/json', 'x-key': 'topsecret' }
    await fetch(`${server.origin}/work?a=1`, { method: 'POST', headers, body: '"topsecret"' })
    await fetch(`${server.origin}/list`)
    assert.deepEqual(server.counters.read(), {
      counting: { routes: { work: 1, list: 1 }, money: { work: 1 }, total: 2 },
    })
    const [work] = server.log.read()
    assert.deepEqual(
      [work?.method, work?.url, work?.route, work?.status, work?.fault, work?.at],
      ['POST', '/work?a=1', 'work', 200, null, server.clock.now()],
    )
    assert.deepEqual(
      { ...work?.facts },
      { authScheme: 'Basic', contentType: 'application/json', accept: '*/*', bodyBytes: 11, connection: 1 },
    )
    assert.doesNotMatch(JSON.stringify(server.log.read()), /topsecret/)
  })

  it('refuses a foreign Host and any Origin before the emulator, the counters or a fault see it', async (t) => {
    const server = await serveCounting(t)
    server.script({ kind: 'resetBefore' })
    const { port } = new URL(server.origin)
    const foreign: readonly Record<string, string>[] = [
      { host: 'example.com' },
      { host: '127.0.0.1' },
      { origin: server.origin },
      { origin: 'null' },
    ]
    for (const headers of foreign) {
      const answer = await send(`${server.origin}/work`, { method: 'POST', headers, body: '{}' })
      assert.equal(answer.status, 403)
    }
    assert.equal(server.counters.read()['counting']?.total, 0)
    assert.equal((await send(`${server.origin}/other`, { headers: { host: `localhost:${port}` } })).status, 200)
  })

  it('sends no header that would let a web page read the answer', async (t) => {
    const server = await serveCounting(t)
    const response = await fetch(`${server.origin}/list`)
    assert.deepEqual(
      [...response.headers.keys()].filter((name) => name.startsWith('access-control')),
      [],
    )
  })

  it('answers 413 to a body over 1 MiB and stays usable', async (t) => {
    const server = await serveCounting(t)
    const fits = await fetch(`${server.origin}/work`, { method: 'POST', body: 'x'.repeat(1024 * 1024) })
    const tooLong = await fetch(`${server.origin}/work`, { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) })
    assert.deepEqual([fits.status, tooLong.status], [200, 413])
    await tooLong.text()
    assert.equal(server.received.length, 1)
    assert.equal((await fetch(`${server.origin}/work`)).status, 200)
  })

  it('answers 500 with the reason when the emulator has a defect', async (t) => {
    const server = await serveCounting(t)
    const response = await fetch(`${server.origin}/broken`)
    assert.equal(response.status, 500)
    assert.deepEqual(await response.json(), { sandboxFailure: 'The emulator has a defect' })
  })

  it('serves 32 kept connections at once and reuses each of them', async (t) => {
    const server = await serveCounting(t)
    const agent = new Agent({ keepAlive: true, maxSockets: 32 })
    t.after(() => agent.destroy())
    server.setLatency(20)
    const rounds = 10
    for (let round = 0; round < rounds; round += 1) {
      const answers = await Promise.all(Array.from({ length: 32 }, () => send(`${server.origin}/work`, { agent })))
      assert.ok(answers.every(({ status }) => status === 200))
    }
    const connections = new Set(server.log.read().map(({ facts }) => facts.connection))
    assert.equal(connections.size, 32)
    assert.equal(server.received.length, 32 * rounds)
  })

  it('lets the latency of parallel requests overlap', async (t) => {
    const server = await serveCounting(t)
    server.setLatency(150)
    const started = performance.now()
    await Promise.all(
      Array.from({ length: 16 }, () => fetch(`${server.origin}/work`).then((response) => response.text())),
    )
    const took = performance.now() - started
    assert.ok(took >= 150, `${took} ms`)
    assert.ok(took < 16 * 150 * 0.5, `${took} ms`)
    const lastStart = Math.max(...server.log.read().map(({ startedMs }) => startedMs))
    const firstEnd = Math.min(...server.log.read().map(({ endedMs }) => endedMs ?? 0))
    assert.ok(lastStart < firstEnd, 'all requests were open at the same time')
  })

  it('destroys open connections and pending answers when closed', async (t) => {
    const server = await serveCounting(t)
    server.setLatency(60_000)
    const arrived = server.nextArrival()
    const pending = assert.rejects(fetch(`${server.origin}/work`))
    await arrived
    await server.close()
    await pending
    await assert.rejects(fetch(`${server.origin}/work`))
  })
})

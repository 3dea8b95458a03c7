import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Endpoints } from '../../../../src/core/account.ts'
import type { HttpAnswer, HttpRequest } from '../../../../src/http/httpClient.ts'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import { createAccessTokens } from '../../../../src/providers/sinch/sinchToken.ts'
import { rejection } from '../../../support/rejection.ts'

type Reply = Readonly<{ status: number; body: unknown }>

/** A token server played by the test: answers wait until `reply` is called. */
function tokenBench(endpoints: Endpoints = { api: 'https://api.test', auth: 'https://auth.test' }) {
  const requests: HttpRequest[] = []
  const waiting: ((reply: Reply) => void)[] = []
  const clock = { ms: 1_000_000 }
  const tokens = createAccessTokens({
    accountId: 'account-1',
    credentials: { projectId: 'p', keyId: ' key ', keySecret: 'sécret\n' },
    endpoints,
    numbering: createPhoneNumbering(),
    now: () => new Date(clock.ms),
    http: {
      provider: 'sinch',
      close: async () => {},
      send: (request) => {
        requests.push(request)
        return new Promise<HttpAnswer>((resolve) => {
          waiting.push(({ status, body }) =>
            resolve({ status, headers: {}, text: JSON.stringify(body), operation: request.operation, effect: 'read' }),
          )
        })
      },
    },
  })
  const reply = (status: number, body: unknown) => waiting.shift()?.({ status, body })
  const call = (operation: 'list' | 'rent' = 'list', signal = new AbortController().signal) =>
    tokens.current({ operation, signal })
  return { tokens, requests, reply, call, clock }
}

const granted = (token: string, expires_in: unknown = 3599) => ({ access_token: token, expires_in, scope: '' })

describe('the token of a Sinch account', () => {
  it('is asked with Basic and a form, as something that changes nothing', async () => {
    const { requests, reply, call } = tokenBench()
    const token = call()
    reply(200, granted('t1'))
    assert.equal(await token, 't1')
    const [request] = requests
    assert.ok(request)
    assert.equal(request.origin + request.path, 'https://auth.test/oauth2/token')
    assert.equal(request.headers['authorization'], `Basic ${Buffer.from('key:sécret').toString('base64')}`)
    assert.equal(request.headers['content-type'], 'application/x-www-form-urlencoded')
    assert.equal(request.body, 'grant_type=client_credentials')
    assert.equal(request.effect, 'read')
  })

  it('is asked once for all who wait at the same time', async () => {
    const { requests, reply, call } = tokenBench()
    const all = Promise.all([call(), call('rent'), call()])
    reply(200, granted('t1'))
    assert.deepEqual(await all, ['t1', 't1', 't1'])
    assert.equal(requests.length, 1)
  })

  it('is kept until a minute before its end', async () => {
    const { requests, reply, call, clock } = tokenBench()
    const first = call()
    reply(200, granted('t1', 3600))
    await first
    clock.ms += 3_539_000
    assert.equal(await call(), 't1')
    clock.ms += 1_000
    const second = call()
    reply(200, granted('t2'))
    assert.equal(await second, 't2')
    assert.equal(requests.length, 2)
  })

  it('is kept for half of a life shorter than two minutes, so that it is good for something', async () => {
    const { reply, call, clock } = tokenBench()
    const first = call()
    reply(200, granted('t1', 20))
    await first
    clock.ms += 9_000
    assert.equal(await call(), 't1')
    clock.ms += 2_000
    const second = call()
    reply(200, granted('t2', null))
    assert.equal(await second, 't2')
  })

  it('is asked again after it was forgotten, but not when another one took its place', async () => {
    const { tokens, reply, call, requests } = tokenBench()
    const first = call()
    reply(200, granted('t1'))
    await first
    tokens.forget('t0')
    assert.equal(await call(), 't1')
    tokens.forget('t1')
    const second = call()
    reply(200, granted('t2'))
    assert.equal(await second, 't2')
    assert.equal(requests.length, 2)
  })

  it('is not lost for the others when one caller gives up', async () => {
    const { reply, call } = tokenBench()
    const impatient = new AbortController()
    const [stopped, patient] = [call('rent', impatient.signal), call()]
    impatient.abort()
    const error = await rejection(stopped)
    assert.deepEqual([error.kind, error.facts.operation], ['cancelled', 'rent'])
    reply(200, granted('t1'))
    assert.equal(await patient, 't1')
  })

  it('fails everybody with the same refusal and their own operation, and is asked anew next time', async () => {
    const { reply, call, requests } = tokenBench()
    const both = [rejection(call('rent')), rejection(call())] as const
    reply(401, { error: 'invalid_client' })
    const errors = await Promise.all(both)
    assert.deepEqual(
      errors.map(({ kind, facts }) => [kind, facts.operation]),
      [
        ['auth', 'rent'],
        ['auth', 'list'],
      ],
    )
    const again = call()
    reply(200, granted('t1'))
    assert.equal(await again, 't1')
    assert.equal(requests.length, 2)
  })

  it('is refused as unexpected when it could not stand in a header', async () => {
    for (const token of ['', 'two words', 'line\nbreak', 'ключ', 7]) {
      const { reply, call } = tokenBench()
      const failed = rejection(call())
      reply(200, granted(token as string))
      assert.equal((await failed).kind, 'unexpected')
    }
  })

  it('never shows the secret in a failure', async () => {
    const { reply, call } = tokenBench()
    const failed = rejection(call())
    reply(401, { error: 'invalid_client' })
    assert.equal((await failed).message.includes('sécret'), false)
  })

  it('is not asked anywhere when no token server is set', async () => {
    const { call, requests } = tokenBench({ api: 'https://api.test' })
    assert.equal((await rejection(call())).kind, 'unexpected')
    assert.equal(requests.length, 0)
  })
})

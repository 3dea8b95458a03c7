import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { authScheme, createRequestLog, type RequestLog } from '../../../../src/sandbox/requestLog.ts'

const add = (log: RequestLog, provider: string, url: string) =>
  log.add({
    provider,
    method: 'GET',
    url,
    route: 'listOwned',
    fault: null,
    at: 0,
    facts: { authScheme: null, contentType: null, accept: null, bodyBytes: 0, connection: 1 },
  })

describe('the request log', () => {
  it('shows an open request without a status and notes only its first end', () => {
    let elapsed = 5
    const log = createRequestLog(() => elapsed)
    const entry = add(log, 'plivo', '/a')
    assert.deepEqual([entry.status, entry.startedMs, entry.endedMs], [null, 5, null])
    elapsed = 8
    log.finish(entry, 200)
    log.finish(entry, null)
    assert.deepEqual(
      log.read().map(({ status, endedMs }) => [status, endedMs]),
      [[200, 8]],
    )
  })

  it('tells the requests of one provider from those of all', () => {
    const log = createRequestLog(() => 0)
    for (const provider of ['plivo', 'sinch', 'plivo']) add(log, provider, '/')
    assert.deepEqual(
      log.read('plivo').map(({ sequence }) => sequence),
      [1, 3],
    )
    assert.equal(log.read().length, 3)
    log.clear()
    assert.equal(log.read().length, 0)
  })

  it('keeps the newest requests when it is full', () => {
    const log = createRequestLog(() => 0, 10)
    for (let n = 1; n <= 57; n += 1) add(log, 'plivo', `/${n}`)
    assert.deepEqual(
      log.read().map(({ url }) => url),
      ['/48', '/49', '/50', '/51', '/52', '/53', '/54', '/55', '/56', '/57'],
    )
  })
})

describe('the scheme of an authorization', () => {
  it('is named when it is a known word before a value, and never anything that could be a key', () => {
    assert.equal(authScheme('Basic c2FuZGJveA=='), 'Basic')
    assert.equal(authScheme('Bearer sandbox'), 'Bearer')
    assert.equal(authScheme('Token sandbox'), 'Token')
    assert.equal(authScheme('MYSECRETKEY'), 'other')
    assert.equal(authScheme('mysecret key'), 'other')
    assert.equal(authScheme(undefined), null)
  })
})

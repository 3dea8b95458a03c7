import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import * as z from 'zod'
import { answerError, isSuccess, jsonOrUndefined, plainSentence, readAnswer } from '../../../src/http/answers.ts'
import type { HttpAnswer } from '../../../src/http/httpClient.ts'
import { rejection } from '../../support/rejection.ts'

const answer = (differences: Partial<HttpAnswer> = {}): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  text: '{"ok":true}',
  operation: 'rent',
  effect: 'read',
  ...differences,
})
const schema = z.object({ ok: z.boolean() })
const read = (given: HttpAnswer) => rejection(Promise.resolve().then(() => readAnswer('testphone', given, schema)))

describe('a successful answer', () => {
  it('is read through its schema', () => {
    assert.deepEqual(readAnswer('testphone', answer(), schema), { ok: true })
  })

  for (const text of ['<html>', '', '{"ok":tr', '{"ok":"yes"}', 'null', '[]']) {
    it(`that reads ${JSON.stringify(text)} is unexpected, and an unknown outcome for a write`, async () => {
      assert.equal((await read(answer({ text }))).kind, 'unexpected')
      assert.equal((await read(answer({ text, effect: 'write' }))).kind, 'unknownOutcome')
    })
  }

  it('is never quoted when it cannot be read', async () => {
    const text = 'the token is canary-7431'
    assert.doesNotMatch((await read(answer({ text }))).message, /canary/)
    assert.doesNotMatch((await read(answer({ text: '{"ok":"canary-7431"}' }))).message, /canary/)
  })
})

describe('isSuccess', () => {
  it('takes every 2xx and nothing else', () => {
    const good = [200, 201, 202, 204, 206].map((status) => isSuccess(answer({ status })))
    const bad = [199, 301, 302, 304, 400, 500].map((status) => isSuccess(answer({ status })))
    assert.deepEqual([new Set(good), new Set(bad)], [new Set([true]), new Set([false])])
  })
})

describe('answerError', () => {
  it('keeps sentence, fields, request id, status and how long to wait', () => {
    const given = answer({ status: 429, headers: { 'retry-after': '3' } })
    const { facts } = answerError('testphone', given, {
      sentence: 'Slow down.',
      requestId: 'req_1',
      fields: [{ field: 'alias', problem: 'too long' }],
    })
    assert.deepEqual(facts, {
      kind: 'rateLimited',
      provider: 'testphone',
      operation: 'rent',
      status: 429,
      sentence: 'Slow down.',
      requestId: 'req_1',
      fields: [{ field: 'alias', problem: 'too long' }],
      retryAfterMs: 3_000,
    })
  })

  const kinds: readonly (readonly [status: number, read: string, write: string])[] = [
    [301, 'unexpected', 'unexpected'],
    [400, 'invalid', 'invalid'],
    [401, 'auth', 'auth'],
    [402, 'funds', 'funds'],
    [403, 'forbidden', 'forbidden'],
    [404, 'notFound', 'notFound'],
    [408, 'timeout', 'unknownOutcome'],
    [409, 'invalid', 'invalid'],
    [410, 'notFound', 'notFound'],
    [422, 'invalid', 'invalid'],
    [429, 'rateLimited', 'rateLimited'],
    [500, 'unexpected', 'unknownOutcome'],
    [503, 'unexpected', 'unknownOutcome'],
    [599, 'unexpected', 'unknownOutcome'],
  ]
  for (const [status, whenRead, whenWritten] of kinds) {
    it(`calls ${status} ${whenRead}, and ${whenWritten} when it answers a write`, () => {
      assert.equal(answerError('testphone', answer({ status }), {}).kind, whenRead)
      assert.equal(answerError('testphone', answer({ status, effect: 'write' }), {}).kind, whenWritten)
    })
  }

  it('turns a provider’s text into one plain line, in fields too', () => {
    const { facts } = answerError('testphone', answer({ status: 400 }), {
      sentence: 'a\u0000b\r\n\u202ec',
      fields: [{ field: 'x\ny', problem: `p\u0007${'q'.repeat(2_000)}` }],
    })
    assert.equal(facts.sentence, 'a b c')
    assert.equal(facts.fields?.[0]?.field, 'x y')
    assert.ok((facts.fields?.[0]?.problem.length ?? 0) < 700)
  })
})

describe('plainSentence', () => {
  it('is one bounded line without control characters, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const plain = plainSentence(text)
        return plain.length <= 601 && !/\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(plain)
      }),
    )
  })

  it('does not cut a character in two', () => {
    const faces = '😀'.repeat(2_000)
    for (const text of [faces, `a${faces}`]) assert.doesNotMatch(plainSentence(text), /\p{Surrogate}/u)
  })
})

describe('jsonOrUndefined', () => {
  it('does not throw on anything', () => {
    fc.assert(fc.property(fc.string(), (text) => jsonOrUndefined(answer({ text })) === undefined || true))
    assert.equal(jsonOrUndefined(answer({ text: '<html>' })), undefined)
  })
})

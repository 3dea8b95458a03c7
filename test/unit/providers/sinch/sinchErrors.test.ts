import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Operation } from '../../../../src/core/providerError.ts'
import type { HttpAnswer } from '../../../../src/http/httpClient.ts'
import {
  isExpiredToken,
  isSinchNotFound,
  refusesParameter,
  sinchError,
  sinchOtherError,
  sinchTokenError,
} from '../../../../src/providers/sinch/sinchErrors.ts'

interface Told {
  readonly operation?: Operation
  readonly headers?: Readonly<Record<string, string>>
}

function answer(status: number, body: unknown, { operation = 'list', headers = {} }: Told = {}): HttpAnswer {
  const effect = operation === 'rent' || operation === 'release' ? 'write' : 'read'
  return { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body), operation, effect }
}

function refusal(code: number, message: string, details: unknown = []) {
  return { error: { code, message, status: 'SOME_STATUS', details } }
}

describe('a refusal of Sinch', () => {
  it('maps a 400 about credit to funds and any other 400 to invalid', () => {
    const kindOfRent = (message: string) => sinchError(answer(400, refusal(400, message), { operation: 'rent' })).kind
    assert.equal(kindOfRent('Insufficient credit to rent the number'), 'funds')
    assert.equal(kindOfRent('Account balance too low'), 'funds')
    assert.equal(kindOfRent('Not enough funds'), 'funds')
    assert.equal(kindOfRent('Only US LOCAL numbers can be rented'), 'invalid')
    assert.equal(kindOfRent('Accredited numbers only'), 'invalid')
    assert.equal(kindOfRent(''), 'invalid')
    assert.equal(sinchError(answer(400, refusal(400, 'no credit'), { operation: 'search' })).kind, 'invalid')
  })

  it('names the fields that Sinch names', () => {
    const details = [
      {
        type: 'BadRequest',
        fieldViolations: [{ field: 'regionCode', description: 'must be given' }, { field: '' }, 7],
      },
      { type: 'ResourceInfo', resourceName: 'x' },
      'text',
    ]
    const { facts } = sinchError(answer(400, refusal(400, '', details)))
    assert.deepEqual(facts.fields, [{ field: 'regionCode', problem: 'must be given' }])
    assert.equal(facts.sentence, undefined)
  })

  it('is about the credentials when a 403 says nothing, and about permission when it says something', () => {
    assert.equal(sinchError(answer(403, refusal(403, ''))).kind, 'auth')
    assert.equal(sinchError(answer(403, '')).kind, 'auth')
    const trial = sinchError(answer(403, refusal(403, 'Trial account is not enabled to rent number')))
    assert.equal(trial.kind, 'forbidden')
    assert.equal(trial.facts.sentence, 'Trial account is not enabled to rent number')
  })

  it('means taken when a rent is answered with 404, and not found elsewhere', () => {
    const body = refusal(404, 'Available number not found')
    assert.equal(sinchError(answer(404, body, { operation: 'rent' })).kind, 'taken')
    assert.equal(sinchError(answer(404, body, { operation: 'get' })).kind, 'notFound')
  })

  it('leaves the outcome of a write open on 5xx, and only there', () => {
    assert.equal(sinchError(answer(500, refusal(500, 'INTERNAL'), { operation: 'rent' })).kind, 'unknownOutcome')
    assert.equal(sinchError(answer(503, '<html></html>', { operation: 'release' })).kind, 'unknownOutcome')
    assert.equal(sinchError(answer(500, '')).kind, 'unexpected')
  })

  it('maps the other statuses by themselves', () => {
    const kinds = [401, 402, 413, 429].map((status) => sinchError(answer(status, '')).kind)
    assert.deepEqual(kinds, ['auth', 'funds', 'invalid', 'rateLimited'])
  })

  it('is read from an error that is only text, from plain text, and from nothing', () => {
    assert.equal(sinchError(answer(400, { error: 'bad thing' })).facts.sentence, 'bad thing')
    assert.equal(sinchError(answer(400, 'bad thing')).facts.sentence, 'bad thing')
    for (const nothing of ['', '<html><b>no</b></html>', '{', '[]', 'null', { error: null }, { error: { message: 5 } }])
      assert.equal(sinchError(answer(400, nothing)).facts.sentence, undefined)
  })

  it('tells how long to wait', () => {
    const { facts } = sinchError(answer(429, '', { headers: { 'retry-after': '3' } }))
    assert.equal(facts.retryAfterMs, 3_000)
  })
})

describe('a refusal of the trunk and fax APIs', () => {
  it('is never about the credentials when they may not be used', () => {
    for (const body of ['', {}, { code: 7, message: '' }, { code: 7, message: 'Not enabled' }])
      assert.equal(sinchOtherError(answer(403, body, { operation: 'choices' })).kind, 'forbidden')
  })

  it('is told in their own envelope', () => {
    const { facts } = sinchOtherError(answer(404, { code: 5, message: 'No project' }, { operation: 'choices' }))
    assert.deepEqual([facts.kind, facts.sentence], ['notFound', 'No project'])
  })
})

describe('a refusal of the token server', () => {
  it('means the key, whatever the status calls it', () => {
    for (const status of [400, 401, 403])
      assert.equal(sinchTokenError(answer(status, { error: 'invalid_client' }, { operation: 'rent' })).kind, 'auth')
  })

  it('is never a number that is taken', () => {
    assert.equal(sinchTokenError(answer(404, '')).kind, 'notFound')
  })

  it('prefers the description to the code', () => {
    const body = { error: 'invalid_client', error_description: 'Unknown key' }
    assert.equal(sinchTokenError(answer(401, body)).facts.sentence, 'Unknown key')
    assert.equal(sinchTokenError(answer(401, { error: 'invalid_client' })).facts.sentence, 'invalid_client')
  })
})

describe('an expired token', () => {
  it('is a 401 whose challenge says so', () => {
    const challenge = { 'www-authenticate': 'Bearer error="invalid_token", error_description="token expired"' }
    assert.equal(isExpiredToken(answer(401, '', { headers: challenge })), true)
    assert.equal(isExpiredToken(answer(403, '', { headers: challenge })), false)
    assert.equal(isExpiredToken(answer(401, '', { headers: { 'www-authenticate': 'Bearer' } })), false)
    assert.equal(isExpiredToken(answer(401, 'token expired')), false)
  })
})

describe('a 404', () => {
  it('is Sinch’s own only with its envelope', () => {
    assert.equal(isSinchNotFound(answer(404, refusal(404, 'Active number not found'))), true)
    for (const foreign of ['', '<html>not here</html>', '{}', '[]', 'null'])
      assert.equal(isSinchNotFound(answer(404, foreign)), false)
  })
})

describe('a refused parameter', () => {
  it('is recognised by its field or by its name in the sentence', () => {
    const violations = [{ fieldViolations: [{ field: 'pageSize', description: 'too large' }] }]
    assert.equal(refusesParameter(answer(400, refusal(400, '', violations)), 'pageSize'), true)
    assert.equal(refusesParameter(answer(400, refusal(400, 'pageSize must be <= 100')), 'pageSize'), true)
    assert.equal(refusesParameter(answer(400, refusal(400, 'pageToken is unknown')), 'pageSize'), false)
    assert.equal(refusesParameter(answer(500, refusal(500, 'pageSize')), 'pageSize'), false)
  })
})

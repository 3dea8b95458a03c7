import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Operation } from '../../../../src/core/providerError.ts'
import type { HttpAnswer } from '../../../../src/http/httpClient.ts'
import { isTryvoxNotFound, tryvoxError } from '../../../../src/providers/tryvox/tryvoxErrors.ts'

function answer(status: number, body: unknown, operation: Operation = 'list'): HttpAnswer {
  const effect = ['rent', 'release', 'cancelRelease'].includes(operation) ? 'write' : 'read'
  return { status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body), operation, effect }
}

function refusal(code: string, message: string, details?: unknown) {
  return { error: { code, message, details } }
}

describe('a refusal of TryVox', () => {
  it('is decided by the status', () => {
    const kinds = [400, 401, 402, 403, 404, 422, 429, 500].map((status) => tryvoxError(answer(status, '')).kind)
    assert.deepEqual(kinds, [
      'invalid',
      'auth',
      'funds',
      'forbidden',
      'notFound',
      'invalid',
      'rateLimited',
      'unexpected',
    ])
  })

  it('keeps the sentence whole, the code for the log and the fields for the form', () => {
    const details = [{ field: 'e164', reason: 'must be E.164' }, { field: 'country' }, 'odd', null]
    const { facts } = tryvoxError(answer(400, refusal('VALIDATION_FAILED', 'e164 is not valid', details)))
    assert.equal(facts.sentence, 'e164 is not valid')
    assert.equal(facts.detail, 'code VALIDATION_FAILED')
    assert.deepEqual(facts.fields, [{ field: 'e164', problem: 'must be E.164' }])
  })

  it('survives details of any other form', () => {
    for (const details of [{ anything: 1 }, 'text', 7, null, [[]]])
      assert.equal(tryvoxError(answer(400, refusal('X', 'no', details))).facts.fields, undefined)
  })

  it('means taken when a rent is answered with 404 or 409', () => {
    for (const status of [404, 409]) assert.equal(tryvoxError(answer(status, refusal('X', ''), 'rent')).kind, 'taken')
    assert.equal(tryvoxError(answer(409, refusal('X', ''), 'release')).kind, 'invalid')
  })

  it('never means "not rented" on a 5xx', () => {
    for (const status of [500, 502, 503])
      assert.equal(
        tryvoxError(answer(status, refusal('INTERNAL_ERROR', 'debit failed'), 'rent')).kind,
        'unknownOutcome',
      )
  })

  it('tells of the account verification when a rent is refused', () => {
    const { facts } = tryvoxError(answer(403, refusal('FORBIDDEN', 'no'), 'rent'))
    assert.equal(facts.kind, 'forbidden')
    assert.equal(facts.fields?.[0]?.field, 'Account verification')
    assert.ok(facts.fields?.[0]?.problem.includes('Verified Caller IDs'))
    assert.equal(tryvoxError(answer(402, '', 'rent')).facts.fields, undefined)
    assert.equal(tryvoxError(answer(403, '', 'list')).facts.fields, undefined)
  })

  it('is a wrong account id when credentials are checked and the path is not found', () => {
    const { facts } = tryvoxError(answer(404, refusal('NOT_FOUND', 'Not found'), 'verify'))
    assert.deepEqual([facts.kind, facts.fields?.[0]?.field], ['auth', 'Account ID'])
  })

  it('has no sentence without TryVox’s envelope', () => {
    for (const body of ['', '<html>gateway</html>', 'null', '[]', '{}', { error: 'text' }])
      assert.equal(tryvoxError(answer(400, body)).facts.sentence, undefined)
  })
})

describe('a 404', () => {
  it('is TryVox’s own only with its envelope', () => {
    assert.equal(isTryvoxNotFound(answer(404, refusal('NOT_FOUND', 'Number not found'))), true)
    for (const foreign of ['', '<html>not here</html>', '{}', '[]', 'null'])
      assert.equal(isTryvoxNotFound(answer(404, foreign)), false)
  })
})

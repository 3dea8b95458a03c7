import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ProviderError } from '../../../../src/core/providerError.ts'
import type { HttpAnswer } from '../../../../src/http/httpClient.ts'
import { contiguityError, isContiguityAnswer } from '../../../../src/providers/contiguity/contiguityErrors.ts'
import { emptyWhen404 } from '../../../../src/providers/contiguity/contiguityLeases.ts'

function answer(status: number, body: unknown, differences: Partial<HttpAnswer> = {}): HttpAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { status, headers, text, operation: 'list', effect: 'read', ...differences }
}

const html = { headers: { 'content-type': 'text/html' } }
const rentCall = { operation: 'rent', effect: 'write' } as const

function envelope(data: unknown) {
  return { id: 'err_x', timestamp: 1_785_698_220_563, api_version: 'v2026.8.2', object: 'error', data }
}

describe('contiguityError', () => {
  for (const [status, kind] of [
    [400, 'invalid'],
    [401, 'auth'],
    [402, 'funds'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [422, 'invalid'],
    [429, 'rateLimited'],
    [500, 'unexpected'],
  ] as const) {
    it(`calls ${status} ${kind} by the status line and keeps sentence and request id`, () => {
      const { facts } = contiguityError(answer(status, envelope({ error: 'the sentence', status: 418 })))
      assert.equal(facts.kind, kind)
      assert.equal(facts.status, status)
      assert.equal(facts.sentence, 'the sentence')
      assert.equal(facts.requestId, 'err_x')
    })
  }

  it('reads the older form with message at the top', () => {
    assert.equal(contiguityError(answer(400, { message: 'older', status: 400 })).facts.sentence, 'older')
  })

  it('calls a conflict on rent taken and a lack of money funds, whatever the status', () => {
    assert.equal(contiguityError(answer(409, envelope({ error: 'Conflict' }), rentCall)).kind, 'taken')
    for (const error of ['Insufficient funds', 'Your balance is too low', 'Not enough credit']) {
      assert.equal(contiguityError(answer(403, envelope({ error }), rentCall)).kind, 'funds')
    }
    assert.equal(contiguityError(answer(403, envelope({ error: 'Reputation is too low' }), rentCall)).kind, 'forbidden')
  })

  it('calls a server’s failure on rent an unknown outcome', () => {
    assert.equal(contiguityError(answer(500, envelope({ error: 'x' }), rentCall)).kind, 'unknownOutcome')
    assert.equal(contiguityError(answer(502, '<html>', { ...rentCall, ...html })).kind, 'unknownOutcome')
  })

  it('shows an agreement only at Contiguity’s own https address', () => {
    const fieldsFor = (agreement_url: unknown) =>
      contiguityError(answer(403, envelope({ error: 'Accept the terms', agreement_url }))).facts.fields
    assert.deepEqual(fieldsFor('https://contiguity.com/terms?v=1'), [
      { field: 'Terms to accept', problem: 'https://contiguity.com/terms?v=1' },
    ])
    assert.equal(fieldsFor('https://api.contiguity.com/entitlements/imessage')?.length, 1)
    for (const address of [
      'http://contiguity.com/terms',
      'https://contiguity.com.evil.example/terms',
      'https://evilcontiguity.com/',
      'https://contiguity.com@evil.example/',
      'https://user:pass@contiguity.com/',
      'command:workbench.action.quit',
      'not an address',
      7,
      '',
    ]) {
      assert.equal(fieldsFor(address), undefined, String(address))
    }
  })
})

describe('emptyWhen404', () => {
  it('a JSON 404 on the leased list is an empty account; an HTML 404 is an error', () => {
    assert.deepEqual(emptyWhen404(answer(404, envelope({ error: 'No numbers', status: 404 }))), [])
    const page = answer(404, '<html>Not found</html>', html)
    assert.equal(emptyWhen404(page), undefined)
    assert.equal(contiguityError(page).kind, 'unexpected')
  })

  it('trusts the rows, not the count beside them', () => {
    const body = { data: { leased: 5, numbers: [{ id: '+12125550123' }] } }
    assert.equal(emptyWhen404(answer(200, body))?.length, 1)
  })

  it('rejects a success that is not a list', () => {
    for (const body of [{}, { data: {} }, { data: { numbers: null } }, [], 'text']) {
      assert.throws(
        () => emptyWhen404(answer(200, body)),
        (error) => error instanceof ProviderError && error.kind === 'unexpected',
      )
    }
  })
})

describe('isContiguityAnswer', () => {
  it('asks for JSON by content type and by content', () => {
    assert.equal(isContiguityAnswer(answer(200, {})), true)
    assert.equal(isContiguityAnswer(answer(200, {}, html)), false)
    assert.equal(isContiguityAnswer(answer(200, '<html>')), false)
    assert.equal(isContiguityAnswer(answer(200, [])), false)
  })
})

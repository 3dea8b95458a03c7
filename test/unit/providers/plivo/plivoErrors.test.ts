import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HttpAnswer } from '../../../../src/http/httpClient.ts'
import { isPlivoNotFound, plivoError, plivoRentError } from '../../../../src/providers/plivo/plivoErrors.ts'

function answer(status: number, body: unknown, differences: Partial<HttpAnswer> = {}): HttpAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { status, headers: {}, text, operation: 'list', effect: 'read', ...differences }
}

const rentCall = { operation: 'rent', effect: 'write' } as const
const mainId = 'MAEXAMPLE0000000000'

describe('plivoError', () => {
  for (const [status, kind] of [
    [400, 'invalid'],
    [401, 'auth'],
    [402, 'funds'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [405, 'invalid'],
    [406, 'invalid'],
    [409, 'invalid'],
    [422, 'invalid'],
    [429, 'rateLimited'],
    [500, 'unexpected'],
    [503, 'unexpected'],
  ] as const) {
    it(`calls ${status} ${kind} and keeps Plivo’s sentence and request id`, () => {
      const { facts } = plivoError(answer(status, { api_id: 'a-1', error: 'the sentence' }))
      assert.equal(facts.kind, kind)
      assert.equal(facts.sentence, 'the sentence')
      assert.equal(facts.requestId, 'a-1')
      assert.equal(facts.status, status)
    })
  }

  it('calls it funds whatever the status when the text says so', () => {
    for (const status of [400, 402, 403, 404, 409]) {
      const body = { error: 'Insufficient funds in your account' }
      assert.equal(plivoError(answer(status, body)).kind, 'funds')
      assert.equal(plivoRentError(answer(status, body, rentCall), mainId).kind, 'funds')
    }
    const server = plivoError(answer(500, { error: 'insufficient funds' }, rentCall))
    assert.equal(server.kind, 'unknownOutcome')
  })

  it('reads the sentence from message, from plain text and from quoted text', () => {
    assert.equal(plivoError(answer(400, { message: 'from message' })).facts.sentence, 'from message')
    assert.equal(
      plivoError(answer(401, 'Could not verify your access level')).facts.sentence,
      'Could not verify your access level',
    )
    assert.equal(plivoError(answer(401, '"quoted"')).facts.sentence, 'quoted')
  })

  it('reads an error object as problems of fields', () => {
    const { facts } = plivoError(answer(400, { error: { app_id: ['is unknown'], message: 'not valid', depth: {} } }))
    assert.equal(facts.sentence, 'not valid')
    assert.deepEqual(facts.fields, [{ field: 'app_id', problem: 'is unknown' }])
  })

  it('has no sentence for HTML, an empty object, a list and an empty body', () => {
    for (const body of ['<html>Bad gateway</html>', {}, [], '', { error: '' }, { error: 7 }]) {
      const { facts } = plivoError(answer(502, body))
      assert.equal(facts.sentence, undefined)
      assert.equal(facts.kind, 'unexpected')
    }
  })

  it('takes the request id from the header when the body has none', () => {
    const { facts } = plivoError(answer(400, { error: 'x' }, { headers: { 'x-request-id': 'h-1' } }))
    assert.equal(facts.requestId, 'h-1')
  })
})

describe('plivoRentError', () => {
  it('explains a 404 on rent differently for a subaccount', () => {
    const gone = answer(404, { api_id: 'a-1', error: 'not found' }, rentCall)
    const main = plivoRentError(gone, mainId).facts
    assert.equal(main.kind, 'taken')
    assert.equal(main.sentence, undefined)
    assert.equal(main.detail, 'not found')
    const sub = plivoRentError(gone, 'SAEXAMPLE0000000000').facts
    assert.equal(sub.kind, 'unsupported')
    assert.match(sub.fields?.[0]?.problem ?? '', /main account/)
  })

  it('does not call a number taken when another server answered 404', () => {
    const page = answer(404, '<html>Not found</html>', rentCall)
    assert.equal(isPlivoNotFound(page), false)
    assert.equal(plivoRentError(page, mainId).kind, 'notFound')
  })

  it('calls a server’s failure an unknown outcome', () => {
    for (const status of [500, 502, 503, 504]) {
      assert.equal(plivoRentError(answer(status, '', rentCall), mainId).kind, 'unknownOutcome')
    }
  })

  it('keeps the sentence about missing documents', () => {
    const text = 'compliance_application_id is required for this number'
    const { facts } = plivoRentError(answer(400, { error: text }, rentCall), mainId)
    assert.equal(facts.kind, 'invalid')
    assert.equal(facts.sentence, text)
  })
})

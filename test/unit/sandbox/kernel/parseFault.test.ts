import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseFault } from '../../../../src/sandbox/parseFault.ts'

const parse = (value: unknown) => parseFault(value, ['sinch', 'plivo'])
const target = { provider: 'plivo', route: 'rent' }

describe('reading a fault', () => {
  it('accepts every kind with all its members', () => {
    const faults = [
      {
        kind: 'status',
        status: 503,
        headers: { 'retry-after': '2' },
        body: { error: 'busy' },
        contentType: 'text/plain',
      },
      { kind: 'statusAfterWork', status: 500 },
      { kind: 'resetBefore' },
      { kind: 'resetAfter', times: 0, after: 3 },
      { kind: 'delay', ms: 10, afterWork: true },
      { kind: 'slowBody', ms: 10 },
      { kind: 'truncate' },
      { kind: 'truncateJson' },
      { kind: 'nonJson', status: 502, body: '<html></html>' },
      { kind: 'hang', afterWork: false },
    ].map((effect) => ({ ...target, ...effect }))
    for (const fault of faults) assert.deepEqual(parse(fault), fault)
  })

  it('names the member that is missing, malformed or unknown', () => {
    assert.throws(() => parse({ ...target, kind: 'status' }), /"status"/)
    assert.throws(() => parse({ ...target, kind: 'status', status: 99 }), /"status"/)
    assert.throws(() => parse({ ...target, kind: 'status', status: 500, headers: { a: 1 } }), /"headers"/)
    assert.throws(() => parse({ ...target, kind: 'delay', ms: '10' }), /"ms"/)
    assert.throws(() => parse({ ...target, kind: 'resetBefore', ms: 10 }), /no "ms"/)
    assert.throws(() => parse({ ...target, kind: 'truncate', times: -1 }), /"times"/)
    assert.throws(() => parse({ provider: 'plivo', kind: 'truncate' }), /"route"/)
  })

  it('refuses kinds and providers it does not know, and whatever is not an object', () => {
    assert.throws(() => parse({ ...target, kind: 'toString' }), /Unknown fault kind/)
    assert.throws(() => parse({ ...target, provider: 'acme', kind: 'truncate' }), /known are sinch, plivo/)
    for (const value of [null, 'truncate', 5, [target]]) assert.throws(() => parse(value), /JSON object/)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { factsOf } from '../../../../src/providers/plivo/plivoFacts.ts'

describe('factsOf', () => {
  it('shows known fields first and unknown scalar ones under their own name', () => {
    const facts = factsOf({ shiny_new_field: 'yes it is', city: 'Reno', carrier: 'Plivo', spam_score: 3, ported: true })
    assert.deepEqual(facts, [
      { label: 'Carrier', value: 'Plivo' },
      { label: 'City', value: 'Reno' },
      { label: 'shiny new field', value: 'yes it is' },
      { label: 'spam score', value: '3' },
      { label: 'ported', value: 'yes' },
    ])
  })

  it('leaves out what is shown elsewhere, empty, nested or named like a credential', () => {
    const facts = factsOf({
      number: '17755550123',
      alias: 'Support',
      resource_uri: '/v1/Account/MA1/Number/17755550123/',
      cnam: null,
      city: '',
      verification_info: { token: 'canary' },
      auth_token: 'canary',
      new_auth_token: 'canary',
      client_secret: 'canary',
    })
    assert.deepEqual(facts, [])
  })

  it('is bounded in number and length, and plain text', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field_${index}`, 'x'.repeat(5_000)]))
    const facts = factsOf({ carrier: 'a\u0000\u202eb', ...many })
    assert.equal(facts.length, 30)
    assert.deepEqual(facts[0], { label: 'Carrier', value: 'a b' })
    assert.ok(facts.every(({ value }) => value.length <= 300))
  })
})

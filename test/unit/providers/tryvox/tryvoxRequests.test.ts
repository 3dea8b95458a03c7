import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { E164 } from '../../../../src/core/phoneNumber.ts'
import { authorization, numberPath } from '../../../../src/providers/tryvox/tryvoxAccount.ts'
import { singleNumber } from '../../../../src/providers/tryvox/tryvoxSchemas.ts'
import { e164 } from '../../../support/builders.ts'

describe('a request to TryVox', () => {
  it('signs with Bearer', () => {
    assert.equal(authorization('tvx_sk_test_1', 'list'), 'Bearer tvx_sk_test_1')
  })

  it('is not made with a key that cannot stand in a header', () => {
    for (const key of ['', 'two words', 'line\nbreak', 'ключ'])
      assert.throws(() => authorization(key, 'rent'), { name: 'ProviderError', kind: 'auth' })
  })

  it('keeps the plus literal and refuses anything but E.164', () => {
    assert.equal(numberPath(e164('+14155551234'), 'get'), '/numbers/+14155551234')
    for (const wrong of ['14155551234', '+0415', '+1/../trunks', '+1 415', '', '+1415555123456789'])
      assert.throws(() => numberPath(wrong as E164, 'get'), { name: 'ProviderError', kind: 'invalid' })
  })
})

describe('an answer about one number', () => {
  it('reads a bare object and one inside data', () => {
    const bare = { e164: '+12025550143', status: 'active' }
    for (const body of [bare, { data: bare }]) {
      const read = singleNumber.parse(body)
      assert.deepEqual([read.e164, read.status], ['+12025550143', 'active'])
    }
  })

  it('is nothing else', () => {
    for (const body of [null, [], {}, { data: null }, { data: [{ e164: '+1' }] }, { data: { data: { e164: '+1' } } }])
      assert.equal(singleNumber.safeParse(body).success, false)
  })
})

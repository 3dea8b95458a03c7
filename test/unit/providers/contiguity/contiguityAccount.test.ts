import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { E164 } from '../../../../src/core/phoneNumber.ts'
import { ProviderError } from '../../../../src/core/providerError.ts'
import { authorization, numberPath } from '../../../../src/providers/contiguity/contiguityAccount.ts'
import { OFFERED_STATUSES } from '../../../../src/providers/contiguity/contiguityMapping.ts'
import { e164 } from '../../../support/builders.ts'

describe('numberPath', () => {
  it('writes plus as %2B and refuses anything but E.164', () => {
    assert.equal(numberPath(e164('+12125550123'), 'get'), '%2B12125550123')
    for (const text of ['', '+', '12125550123', '+1/../leases', '+1212555012 3']) {
      assert.throws(
        () => numberPath(text as E164, 'rent'),
        (error) => error instanceof ProviderError && error.kind === 'invalid',
      )
    }
  })
})

describe('authorization', () => {
  it('signs with the word Token and the key without pasted spaces', () => {
    assert.equal(authorization(' contiguity_sk_1\n'), 'Token contiguity_sk_1')
  })
})

describe('OFFERED_STATUSES', () => {
  it('offers available and g-available, nothing else', () => {
    assert.deepEqual([...OFFERED_STATUSES], ['available', 'g-available'])
  })
})

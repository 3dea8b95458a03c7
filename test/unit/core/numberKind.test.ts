import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  capabilityLabel,
  capabilityLabels,
  isKnownNumberType,
  knownNumberTypes,
  numberTypeLabel,
} from '../../../src/core/numberKind.ts'

describe('number types', () => {
  it('have a label each', () => {
    for (const type of knownNumberTypes) assert.match(numberTypeLabel(type), /^[a-z-]+$/)
    assert.equal(numberTypeLabel('tollFree'), 'toll-free')
  })

  it('that nobody knows are shown as the provider says them', () => {
    for (const word of ['VANITY', 'toString', '__proto__', 'constructor']) {
      assert.equal(isKnownNumberType(word), false)
      assert.equal(numberTypeLabel(word), word)
    }
  })
})

describe('capabilities', () => {
  it('are written as people write them', () => {
    assert.deepEqual(['sms', 'MMS', 'voice', 'imessage'].map(capabilityLabel), ['SMS', 'MMS', 'voice', 'iMessage'])
  })

  it('come in one order, whatever the provider’s is', () => {
    assert.deepEqual(capabilityLabels(['holograms', 'voice', 'SMS', 'mms']), ['SMS', 'MMS', 'voice', 'holograms'])
  })

  it('that nobody knows are shown as the provider says them', () => {
    assert.equal(capabilityLabel('holograms'), 'holograms')
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { releasedText, rentedText, takenBackText } from '../../../src/core/dealResult.ts'
import { recurringPrice, unknownPrice } from '../../../src/core/price.ts'
import type { ReleaseReceipt } from '../../../src/core/providerDriver.ts'
import { buildAccount } from '../../support/builders.ts'

const names = { formatted: '+1 312 555 0142', provider: 'Testphone', account: buildAccount({ label: 'Production' }) }
const price = recurringPrice('0.5', 'USD')
const released = (receipt: ReleaseReceipt, cost = price) => releasedText(names, cost, receipt, (iso) => `day ${iso}`)

describe('what is told after one number was rented', () => {
  it('names provider, account, number and price', () => {
    const message = 'Rented +1 312 555 0142 from Testphone with “Production”, USD 0.50 per month.'
    assert.equal(rentedText(names, price, undefined), message)
    assert.equal(rentedText(names, price, { ready: true }), message)
  })

  it('adds what was really charged and what else to know', () => {
    const receipt = { ready: false, charged: { amount: '22.98', currency: 'USD' }, note: 'Documents are reviewed.' }
    assert.match(rentedText(names, price, receipt), /\. Charged now: USD 22\.98\. Documents are reviewed\.$/)
  })

  it('never calls an unknown price zero', () => {
    assert.match(rentedText(names, unknownPrice, undefined), /“Production”, price unknown\.$/)
  })
})

describe('what is told after one number was given up', () => {
  it('names provider, account, number and the price that ends', () => {
    const message = 'Released +1 312 555 0142 at Testphone with “Production”, USD 0.50 per month ends.'
    assert.equal(released({ kind: 'released' }), message)
    assert.match(released({ kind: 'released' }, unknownPrice), /with “Production”\.$/)
  })

  it('says the fee that was charged and until when there is a way back', () => {
    const fee = { amount: '26.5', currency: 'USD' }
    const message = released({ kind: 'released', fee, cancellableUntil: 'X' })
    assert.match(message, /ends\. Fee: USD 26\.50\. It can be taken back until day X\.$/)
  })

  it('says until when a leaving number works, and that its price ends then', () => {
    assert.match(
      released({ kind: 'leavingAt', until: 'X' }),
      /“Production”\. It works until day X, then USD 0\.50 per month ends\.$/,
    )
    assert.match(released({ kind: 'leavingAt' }, unknownPrice), /It works until its period ends\.$/)
  })

  it('does not claim that it released what was gone', () => {
    assert.equal(released({ kind: 'alreadyGone' }), '+1 312 555 0142 was gone already at Testphone with “Production”.')
  })
})

describe('what is told after a release was taken back', () => {
  it('names provider, account, number and the price that is paid again', () => {
    const message = '+1 312 555 0142 is yours again at Testphone with “Production”, USD 0.50 per month.'
    assert.equal(takenBackText(names, price), message)
    for (const unknown of [undefined, unknownPrice]) assert.match(takenBackText(names, unknown), /“Production”\.$/)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AgreedLine, LineOutcome } from '../../../src/core/rentSeveral.ts'
import { rentSeveralResult } from '../../../src/core/rentSeveralResult.ts'
import { buildAccount, buildError, buildOffer, e164 } from '../../support/builders.ts'
import { stubDriver } from '../../support/stubDriver.ts'

describe('what is told after several rents', () => {
  it('names all that were rented, and is no warning when nothing went wrong', () => {
    assert.deepEqual(tell({ kind: 'rented' }, { kind: 'rented' }), {
      severity: 'information',
      message: 'Rented 2 of 2: +13125550100, +13125550101.',
    })
  })

  it('says for each number why it was not rented, with the provider’s own sentence', () => {
    const { severity, message } = tell(
      { kind: 'rented' },
      { kind: 'refused', error: buildError('taken', { operation: 'rent', sentence: 'Number is gone.' }) },
      { kind: 'alreadyUnderWay' },
      { kind: 'notRecorded', reason: 'no space left on device' },
    )
    assert.equal(severity, 'warning')
    assert.match(message, /^Rented 1 of 4: \+13125550100\. Not rented: /)
    assert.match(message, /\+13125550101 \(no longer offered, Testphone says “Number is gone”\)/)
    assert.match(message, /\+13125550102 \(it is being worked on already/)
    assert.match(message, /\+13125550103 \(.*no space left on device\)/)
  })

  it('puts a number that may cost money unseen first', () => {
    const { message } = tell({ kind: 'rented' }, { kind: 'unknown', error: buildError('unknownOutcome') })
    assert.match(message, /^Outcome unknown, it may cost money: \+13125550101\. Use Check Again/)
  })

  it('counts a slip of ours as unknown, because the request may have left', () => {
    assert.match(tell({ kind: 'broken', error: new TypeError('x') }).message, /^Outcome unknown/)
  })

  it('does not call an outcome unknown that the provider answered', () => {
    const { message } = tell({ kind: 'refused', error: buildError('unknownOutcome', { operation: 'rent' }) })
    assert.match(message, /the answer was lost, and Testphone says that it is not yours/)
    assert.doesNotMatch(message, /outcome unknown/i)
  })

  it('says what was not tried after the credit was used up', () => {
    const { message } = tell(
      { kind: 'refused', error: buildError('funds', { operation: 'rent' }) },
      { kind: 'notTried', because: 'funds' },
      { kind: 'notTried', because: 'funds' },
    )
    assert.match(message, /Rented 0 of 3\. Not rented: \+13125550100 \(not enough credit\)\./)
    assert.match(message, /Not tried, because the credit was used up: \+13125550101, \+13125550102\.$/)
  })

  it('passes on what the person should know of a rented number', () => {
    const receipt = { ready: false, note: 'Documents are under review.' }
    assert.match(
      tell({ kind: 'rented', receipt }, { kind: 'rented' }).message,
      /\+13125550100: Documents are under review\.$/,
    )
  })
})

function tell(...outcomes: LineOutcome[]) {
  const results = outcomes.map((outcome, index) => ({ line: line(`+1312555010${index}`), outcome }))
  return rentSeveralResult(results, { providerOf: () => 'Testphone', format: (number) => number })
}

function line(number: string): AgreedLine {
  const order = { number: e164(number), options: {} }
  return { account: buildAccount(), driver: stubDriver({}), offer: buildOffer(number), order }
}

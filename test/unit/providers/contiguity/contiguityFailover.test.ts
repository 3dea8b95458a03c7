import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { SettingsChange } from '../../../../src/core/numberSettings.ts'
import {
  describeFailover,
  sameFailover,
  wholeFailover,
} from '../../../../src/providers/contiguity/contiguityFailover.ts'
import { refusedFields } from '../../../support/refusedFields.ts'

const [first, second] = ['+13125550188', '+13125550189'] as const

describe('wholeFailover', () => {
  it('always sends enabled, mode and numbers', () => {
    assert.deepEqual(wholeFailover({ failover: true }), { enabled: true, mode: 'all', numbers: [] })
    assert.deepEqual(wholeFailover({ failover: false }), { enabled: false, mode: 'all', numbers: [] })
    assert.deepEqual(
      wholeFailover({ failover: true, failoverMode: 'selective', failoverNumbers: [first, second, first] }),
      { enabled: true, mode: 'selective', numbers: [first, second] },
    )
    assert.deepEqual(wholeFailover({ failover: false, failoverMode: 'selective', failoverNumbers: [first] }), {
      enabled: false,
      mode: 'selective',
      numbers: [first],
    })
  })

  it('names no numbers when it is for all of them', () => {
    assert.deepEqual(wholeFailover({ failover: true, failoverMode: 'all', failoverNumbers: [first] }), {
      enabled: true,
      mode: 'all',
      numbers: [],
    })
  })

  const refusals: readonly (readonly [what: string, form: SettingsChange, fields: readonly string[]])[] = [
    ['selective without numbers', { failover: true, failoverMode: 'selective' }, ['failoverNumbers']],
    ['an emptied list', { failover: true, failoverMode: 'selective', failoverNumbers: [] }, ['failoverNumbers']],
    [
      'a number that is none',
      { failover: true, failoverMode: 'selective', failoverNumbers: [first, '12'] },
      ['failoverNumbers'],
    ],
    ['a change that does not say on or off', { failoverMode: 'all' }, ['failover']],
    ['clearing, because nothing is known to be cleared', { failover: null }, ['failover']],
    ['an unknown mode', { failover: true, failoverMode: 'some' }, ['failoverMode']],
    ['numbers without a mode', { failover: true, failoverNumbers: [first] }, ['failoverMode']],
    ['a field it does not have', { failover: true, alias: 'a' }, ['alias']],
  ]
  for (const [what, form, fields] of refusals) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(
        refusedFields(() => wholeFailover(form)),
        fields,
      )
    })
  }
})

describe('failover in words', () => {
  it('says whether it is on and for which numbers', () => {
    assert.equal(describeFailover({ enabled: true, mode: 'all', numbers: [] }), 'on, for all numbers')
    const selective = { enabled: false, mode: 'selective', numbers: [first, second] } as const
    assert.equal(describeFailover(selective), `off, for ${first}, ${second}`)
    assert.equal(describeFailover({ ...selective, numbers: [] }), 'off, for no numbers')
  })

  it('is the same in any order of the numbers, and not when a member differs', () => {
    const one = { enabled: true, mode: 'selective', numbers: [first, second] } as const
    assert.equal(sameFailover(one, { ...one, numbers: [second, first] }), true)
    assert.equal(sameFailover(one, { ...one, numbers: [first] }), false)
    assert.equal(sameFailover(one, { ...one, enabled: false }), false)
    assert.equal(sameFailover(one, { ...one, mode: 'all' }), false)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createPhoneNumbering } from '../../../../src/numbering/phoneFormat.ts'
import { tellsRouting } from '../../../../src/providers/registry.ts'
import { compareKeys, createArrangement, notTold } from '../../../../src/vscode/tree/arrangement.ts'
import { buildOwnedNumber } from '../../../support/builders.ts'

const arrangement = createArrangement({
  numbering: createPhoneNumbering(),
  maxGroupSize: () => 0,
  by: () => 'assignment',
  tellsRouting: (accountId) => accountId !== 'silent',
})
const keyOf = (accountId: string, routing?: string) => {
  const owned = buildOwnedNumber('+13125550101', { accountId, ...(routing === undefined ? {} : { routing }) })
  return arrangement.keyOf(owned.number, owned)
}

describe('numbers by assignment', () => {
  it('are unassigned only where the provider would tell an assignment', () => {
    assert.deepEqual([keyOf('told', 'app ivr'), keyOf('told'), keyOf('silent')], ['app ivr', '', notTold])
  })

  it('are not known as long as no row of them was read', () => {
    assert.equal(arrangement.keyOf(buildOwnedNumber('+13125550101').number, undefined), notTold)
  })

  it('stand by their names, then unassigned, then not known', () => {
    const keys = [notTold, 'trunk 1', '', 'app ivr'].sort((a, b) => compareKeys(a, b, 'assignment'))
    assert.deepEqual(keys, ['app ivr', 'trunk 1', '', notTold])
  })

  it('are told by every provider but Contiguity, whose rows do not name the failover', () => {
    const told = ['sinch', 'plivo', 'tryvox', 'contiguity', 'unheard-of'].filter(tellsRouting)
    assert.deepEqual(told, ['sinch', 'plivo', 'tryvox'])
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AccountInventory } from '../../../../src/core/accountBook.ts'
import { recurringPrice, unknownPrice } from '../../../../src/core/price.ts'
import { accountDescription, accountLines, providerLines } from '../../../../src/vscode/tree/accountText.ts'
import { buildAccount, buildError, buildOwnedNumber } from '../../../support/builders.ts'

function entryOf(differences: Partial<AccountInventory> = {}): AccountInventory {
  return {
    account: buildAccount(),
    status: { kind: 'complete', at: 1 },
    refreshing: false,
    numbers: [buildOwnedNumber()],
    unreadable: [],
    activities: new Map(),
    arrangement: 0,
    listedAt: undefined,
    ...differences,
  }
}

const elsewhere = buildAccount({ endpoints: { api: 'http://127.0.0.1:4711' }, endpointsOverridden: true })
const lines = (entry: AccountInventory) => accountLines(entry, 'Plivo')

describe('what stands behind an account', () => {
  it('is its count, and the server when a setting names another one', () => {
    assert.equal(accountDescription(entryOf(), undefined), '1 number')
    assert.equal(accountDescription(entryOf({ account: elsewhere }), 'Main'), 'Main · 1 number · 127.0.0.1:4711')
  })

  it('says first how old numbers from disk are, and last how old those are that could not be read again', () => {
    const remembered = entryOf({ status: { kind: 'remembered', at: 1 } })
    assert.equal(accountDescription(remembered, 'Main', '3 h ago'), 'Main · as of 3 h ago · 1 number')
    const stale = entryOf({ status: { kind: 'incomplete', at: 1, error: buildError('network') } })
    assert.equal(accountDescription(stale, 'Main', '3 h ago'), 'Main · 1 number, incomplete · as of 3 h ago')
  })
})

describe('the tooltip of an account', () => {
  it('says where it is, how many numbers it has and what they cost', () => {
    const numbers = [
      buildOwnedNumber('+13125550142', { price: recurringPrice('0.80', 'USD') }),
      buildOwnedNumber('+13125550143', { price: recurringPrice('0.45', 'USD') }),
      buildOwnedNumber('+442071838750', { price: recurringPrice('1', 'EUR') }),
      buildOwnedNumber('+442071838751', { price: unknownPrice }),
      buildOwnedNumber('+442071838752', { state: { kind: 'released' } }),
    ]
    assert.deepEqual(lines(entryOf({ account: elsewhere, numbers })), [
      ['Provider', 'Plivo'],
      ['Server', '127.0.0.1:4711'],
      ['List', '5 numbers'],
      ['Paid', 'USD 1.25 per month, EUR 1.00 per month, 1 with unknown price'],
    ])
  })

  it('claims nothing that is not known', () => {
    assert.deepEqual(lines(entryOf({ status: { kind: 'signedOut' }, numbers: [] })), [
      ['Provider', 'Plivo'],
      ['List', 'signed out'],
    ])
    const failed = { kind: 'incomplete', at: 2, error: buildError('network') } as const
    assert.deepEqual(lines(entryOf({ status: failed, numbers: [] })).slice(1), [['List', 'not loaded']])
  })

  it('names the sandbox as its server', () => {
    const sandbox = entryOf({ account: { ...elsewhere, sandbox: true } })
    assert.deepEqual(lines(sandbox)[1], ['Server', 'the sandbox on this machine'])
  })
})

describe('the tooltip of a provider with several accounts', () => {
  it('has a line for each and what all of them cost', () => {
    const staging = entryOf({ account: buildAccount({ label: 'Staging' }), status: { kind: 'notLoaded' }, numbers: [] })
    assert.deepEqual(providerLines([entryOf(), staging]), [
      ['Production', '1 number'],
      ['Staging', 'loading'],
      ['Paid', 'USD 1.00 per month'],
    ])
  })
})

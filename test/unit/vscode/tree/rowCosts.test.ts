import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createInventory } from '../../../../src/core/inventory.ts'
import { createRowCosts } from '../../../../src/vscode/tree/rowCosts.ts'
import { buildAccount, buildOwnedNumber } from '../../../support/builders.ts'

function costsOf(...accounts: readonly { readonly id: string; readonly sandbox: boolean }[]) {
  const inventory = createInventory({ driverFor: async () => ({ kind: 'paused' }), now: () => 0 })
  inventory.setAccounts(accounts.map((account) => buildAccount({ ...account, label: account.id })))
  const owned = accounts.map(({ id }) => buildOwnedNumber('+13125550101', { accountId: id }))
  for (const one of owned) inventory.put(one)
  const parts = owned.map(({ accountId, number }) => ({ accountId, numbers: [number] }))
  const costs = createRowCosts(inventory)
  return [costs.ofAccounts(inventory.accounts()).seen, costs.ofNumbers(parts).seen]
}

const real = { id: 'real', sandbox: false }
const other = { id: 'other', sandbox: false }
const sandbox = { id: 'sandbox', sandbox: true }

describe('what the numbers of a row cost', () => {
  it('is added up over real accounts, without what the sandbox pretends', () => {
    assert.deepEqual(costsOf(real, other, sandbox), ['USD 2.00/mo', 'USD 2.00/mo'])
  })

  it('is what the sandbox pretends where a row has nothing else', () => {
    assert.deepEqual(costsOf(sandbox), ['USD 1.00/mo', 'USD 1.00/mo'])
  })
})

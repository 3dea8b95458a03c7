import assert from 'node:assert/strict'
import type { TestHandle } from '../../src/vscode/product.ts'
import { pick, type Turn } from '../support/scriptedPrompts.ts'
import { accountRow, loadedAccount, run, useProduct } from './useProduct.ts'

describe('the buttons of the view’s title bar', () => {
  let product: TestHandle
  before(async () => {
    product = await useProduct()
    await product.sandbox.start()
  })
  after(() => product.sandbox.stop())

  it('search all accounts and countries, whatever row the editor hands over', async () => {
    const row = accountRow(await loadedAccount(product, 'plivo'))
    let offered: readonly string[] = []
    const seeAccounts: Turn = {
      kind: 'pickMany',
      choose(items) {
        offered = items.filter(({ picked }) => picked).map(({ label }) => label)
        return items
      },
      thenBack: true,
    }
    const prompts = await run(
      product,
      'phoneNumbers.searchAll',
      [row, [row]],
      ...[pick('United States'), seeAccounts, { kind: 'escape' } as const],
    )
    assert.deepEqual([...offered].sort(), ['Sandbox Contiguity', 'Sandbox Plivo', 'Sandbox Sinch', 'Sandbox TryVox'])
    assert.deepEqual(new Set(prompts.titles), new Set(['Search numbers']))
  })

  it('refresh all accounts, whatever row the editor hands over', async () => {
    const row = accountRow(await loadedAccount(product, 'plivo'))
    const refreshed = new Set<string>()
    const stop = product.inventory.onDidChange((change) => {
      if (change.kind === 'account') refreshed.add(change.accountId)
    })
    await run(product, 'phoneNumbers.refreshAll', [row, [row]])
    stop()
    assert.equal(refreshed.size, 4)
  })

  it('ask for the account of a number that is rented by typing it', async () => {
    const row = accountRow(await loadedAccount(product, 'plivo'))
    await run(product, 'phoneNumbers.rentAnywhere', [row, [row]], pick('Sandbox TryVox'), { kind: 'escape' })
  })
})

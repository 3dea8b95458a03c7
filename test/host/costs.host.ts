import assert from 'node:assert/strict'
import { TabInputWebview, ViewColumn, window } from 'vscode'
import { costsViewType } from '../../src/vscode/ids.ts'
import { run, useProduct } from './useProduct.ts'

describe('the page of costs', () => {
  const tabs = () =>
    window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(costsViewType))

  /** Resolves when the editor lists so many tabs of costs. */
  const shown = async (count: number) => {
    while (tabs().length !== count)
      await new Promise<void>((resolve) => {
        const stop = window.tabGroups.onDidChangeTabs(() => {
          stop.dispose()
          resolve()
        })
      })
  }

  it('takes the place of one that came back with the window and was not looked at', async () => {
    const product = await useProduct()
    const unseen = window.createWebviewPanel(costsViewType, 'Costs', ViewColumn.Active)
    await shown(1)
    const closed = new Promise<void>((resolve) => unseen.onDidDispose(() => resolve()))
    await run(product, 'phoneNumbers.showCosts', [])
    await closed
    await shown(1)
    await run(product, 'phoneNumbers.showCosts', [])
    assert.equal(tabs().length, 1)
    await window.tabGroups.close(tabs())
  })
})

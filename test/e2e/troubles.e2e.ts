import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Fault } from '../../src/sandbox/faults.ts'
import { addAccount, plivoAnswers } from './addingAccounts.ts'
import { forgetLists } from './ownRecords.ts'
import { savedAccounts } from './storedState.ts'
import { useEditor } from './useEditor.ts'
import { endpointsSetting, useSandbox } from './useSandbox.ts'

describe('a provider in trouble', () => {
  const sandbox = useSandbox({ realTime: true, owned: { plivo: 60 } })
  const editor = useEditor(() => ({ extraSettings: endpointsSetting(sandbox()) }))

  before(async () => {
    await editor().openView()
    await addAccount(editor(), 'Plivo', 'Production', plivoAnswers(sandbox().provider('plivo').credentials))
    const apiKey = sandbox().provider('contiguity').credentials['apiKey'] ?? ''
    await addAccount(editor(), 'Contiguity', 'Main', [{ placeholder: 'contiguity_sk_', value: apiKey }])
    await editor().tree.row(/^PlivoProduction · 60 numbers/)
    await editor().tree.row(/^ContiguityMain · 9 numbers/)
    await savedAccounts(editor(), 2)
  })

  /** Loads the page again while the list of Plivo goes wrong, so that nothing is known of it. */
  const reloadWith = async (fault: Fault) => {
    await sandbox().fault(fault)
    forgetLists(editor())
    await editor().reload()
    await editor().openView()
  }

  it('keeps the numbers that were known and says that they may be out of date', async () => {
    await sandbox().fault({ provider: 'plivo', route: '*', kind: 'resetBefore', times: 0 })
    await editor().tree.inlineAction(/^Plivo/, 'Refresh')
    await editor().tree.row(/^Incomplete listno connection, /)
    await editor().tree.row(/^PlivoProduction · 60 numbers, incomplete/)
    await editor().screenshot('trouble-known-numbers')
    await sandbox().clearFaults()
    await editor().tree.inlineAction(/^Incomplete list/, 'Refresh')
    await editor().tree.gone('Incomplete list')
    await editor().tree.row(/^PlivoProduction · 60 numbers · /)
  })

  it('is told in a row of that account, and the others are shown as usual', async () => {
    await reloadWith({ provider: 'plivo', route: '*', kind: 'resetBefore', times: 0 })
    await editor().tree.row(/^Could not loadno connection, /)
    await editor().tree.row(/^ContiguityMain · 9 numbers · /)
    await editor().screenshot('trouble-provider-down')
  })

  it('says in one sentence what to do, and tries again from there', async () => {
    await editor().tree.click('Could not load')
    const notification = await editor().notification('Plivo could not be reached for “Production”.')
    assert.match((await notification.textContent()) ?? '', /Check the network or the proxy settings, then try again\./)
    await editor().screenshot('trouble-explained')
    await sandbox().clearFaults()
    await notification.getByRole('button', { name: 'Try again' }).click()
    await editor().tree.row(/^PlivoProduction · 60 numbers · /)
  })

  it('that answers with a web page instead of a list gets a row with Retry', async () => {
    await reloadWith({ provider: 'plivo', route: 'listOwned', kind: 'nonJson', times: 0 })
    await editor().tree.row(/^Could not loadunexpected answer, /)
    await editor().tree.click('Could not load')
    await editor().notification('Plivo gave an answer that could not be used for “Production”.')
    await editor().screenshot('trouble-web-page')
    await sandbox().clearFaults()
    await editor().tree.inlineAction('Could not load', 'Refresh')
    await editor().tree.row(/^PlivoProduction · 60 numbers · /)
  })

  it('that stops in the middle of a list is shown as far as it came', async () => {
    await reloadWith({ provider: 'plivo', route: 'listOwned', kind: 'status', status: 503, times: 0, after: 1 })
    await editor().tree.row(/^PlivoProduction · 20 numbers, incomplete · /)
    await editor().tree.row(/^Incomplete list/)
    await editor().screenshot('trouble-partial-list')
    await sandbox().clearFaults()
    await editor().tree.inlineAction(/^Incomplete list/, 'Refresh')
    await editor().tree.row(/^PlivoProduction · 60 numbers · /)
  })

  it('that refuses the credentials now leads to entering them again', async () => {
    await reloadWith({ provider: 'plivo', route: 'listOwned', kind: 'status', status: 401, times: 0 })
    await editor().tree.row(/^Could not loadcredentials refused, /)
    await sandbox().clearFaults()
    await editor().tree.click('Could not load')
    assert.match(await editor().quickPick.title(), /^Edit “Production” \(Plivo\)/)
    await editor().quickPick.dismiss()
  })
})

import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { addAccount, plivoAnswers } from './addingAccounts.ts'
import { appears } from './appears.ts'
import { keptLists } from './ownRecords.ts'
import { savedAccounts } from './storedState.ts'
import { useEditor } from './useEditor.ts'
import { endpointsSetting, useSandbox } from './useSandbox.ts'

/** Far above what it takes, so that a busy machine does not fail; the host suite measures it. */
const slowStartMs = 3_000

describe('lists', () => {
  const sandbox = useSandbox({ realTime: true, owned: { plivo: 60 } })
  const editor = useEditor(() => ({ extraSettings: endpointsSetting(sandbox()) }))

  before(async () => {
    await editor().openView()
    await addAccount(editor(), 'Plivo', 'Production', plivoAnswers(sandbox().provider('plivo').credentials))
    await editor().tree.row(/^PlivoProduction · 60 numbers/)
    await savedAccounts(editor(), 1)
  })

  it('cost next to nothing at the start of the editor, by its own account', async () => {
    const { page } = editor()
    await editor().runCommand('Developer: Show Running Extensions')
    const row = page().locator('.runtime-extensions-editor .extension').filter({ hasText: 'Phone Numbers' })
    await row.locator('.activation-time').waitFor()
    const text = (await row.locator('.activation-time').textContent()) ?? ''
    const [, ms] = /(\d+)\s*ms/.exec(text) ?? []
    assert.ok(ms, text)
    console.log(`The editor says of our start: ${text}`)
    assert.ok(Number(ms) < slowStartMs, text)
    await editor().screenshot('running-extensions')
    await page().keyboard.press('Escape')
    await row.waitFor({ state: 'detached' })
  })

  it('are there at once after a reload, with their age, while the provider does not answer', async () => {
    assert.equal(keptLists(editor()).length, 1)
    await sandbox().fault({ provider: 'plivo', route: '*', kind: 'hang', times: 0 })
    await editor().reload()
    await editor().openView()
    await editor().tree.row(/^PlivoProduction · as of .+ · 60 numbers · /)
    await editor().tree.expand(/^United States/)
    await editor().screenshot('list-from-disk')
    await sandbox().clearFaults()
  })

  it('say what came and went without us, until somebody has looked', async () => {
    await editor().reload()
    await editor().openView()
    await editor().tree.row(/^PlivoProduction · 60 numbers · 127/)
    const listed = JSON.stringify(await sandbox().world('plivo'))
    const lost = /\b1\d{10}\b/.exec(listed)?.[0] ?? ''
    for (const number of ['+14155550188', '+14155550189']) await sandbox().act('plivo', { own: number })
    await sandbox().act('plivo', { lose: `+${lost}` })
    await editor().runCommand('Phone Numbers: Refresh')
    const message = editor().page().locator('.tree-explorer-viewlet-tree-view .message, .customview-tree .message')
    await message.filter({ hasText: '2 new, 1 gone, changed outside this editor' }).waitFor()
    await editor().tree.row(/^PlivoProduction · 61 numbers/)
    await editor().screenshot('changed-outside')
    await editor().runCommand('Phone Numbers: Show History')
    await editor().page().locator('.view-line').filter({ hasText: 'Changed outside this editor (1)' }).waitFor()
    await editor().screenshot('changed-outside-history')
    assert.equal(await appears(message.filter({ hasText: 'changed outside' }), 100), false)
  })
})

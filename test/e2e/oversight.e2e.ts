import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { seriousFindings } from '../support/settingsForm/accessibility.ts'
import { trySandbox } from './trySandbox.ts'
import { useEditor } from './useEditor.ts'

describe('oversight', () => {
  const editor = useEditor(() => ({ files: { '.env': 'SMS_FROM=\n' } }))
  before(async () => {
    await trySandbox(editor())
    await editor().tree.expand(/^Plivo/)
    await editor().tree.expand(/^United States\d+\b/)
  })
  const clipboard = () => editor().page().evaluate('navigator.clipboard.readText()')
  const firstNumber = /^\+1 /

  it('copies a number as a line for .env', async () => {
    const row = await editor().tree.row(firstNumber)
    const name = (await row.locator('.label-name').first().textContent()) ?? ''
    await editor().tree.contextMenu(firstNumber, 'Copy Number As…')
    await editor().quickPick.titled(`Copy ${name} as`)
    await editor().quickPick.row(/tel:\+1/)
    await editor().screenshot('copy-as')
    await editor().quickPick.choose(/Line for \.env/)
    await editor().quickPick.titled('Copy as .env line')
    await editor().input.fill('CALL_FROM')
    await editor().statusBar.item(/Copied CALL_FROM=/)
    assert.equal(await clipboard(), `CALL_FROM=${name.replaceAll(' ', '')}`)
  })

  it('lets a number be dragged into a file', async () => {
    const page = editor().page()
    await editor().runCommand('Go to File...')
    await editor().quickPick.type('.env')
    await editor().quickPick.choose(/\.env/)
    const line = page.locator('.editor-instance .view-line').first()
    await line.filter({ hasText: 'SMS_FROM=' }).waitFor()
    const row = await editor().tree.row(firstNumber)
    const number = ((await row.locator('.label-name').first().textContent()) ?? '').replaceAll(' ', '')
    await row.dragTo(line, { targetPosition: { x: 120, y: 8 } })
    await page.locator('.editor-instance .view-line', { hasText: number }).waitFor()
    await editor().screenshot('dragged')
  })

  it('shows what all numbers cost, in the colours of the theme', async () => {
    await editor().runCommand('Phone Numbers: Show Costs')
    const frame = await editor().settingsFormFrame()
    await frame.getByRole('heading', { name: /^USD \d+\.\d\d per month$/ }).waitFor()
    const rows = await frame.locator('table.parts tbody tr').count()
    assert.ok(rows >= 3, `${rows} accounts`)
    assert.deepEqual(await seriousFindings(frame), [])
    await editor().screenshot('costs-light')
    await editor().setTheme('Dark Modern')
    await frame.locator('body.vscode-dark').waitFor()
    await editor().screenshot('costs-dark')
    assert.deepEqual(await seriousFindings(frame), [])
    await editor().setTheme('Dark High Contrast')
    await frame.locator('body.vscode-high-contrast').waitFor()
    await editor().screenshot('costs-high-contrast')
    await editor().setTheme('Light Modern')
  })

  it('lists what renews and ends within 30 days, and opens its number', async () => {
    const frame = await editor().settingsFormFrame()
    const heading = frame.getByRole('heading', { name: 'Next 30 days' })
    await heading.scrollIntoViewIfNeeded()
    await editor().screenshot('costs-upcoming')
    const number = frame.locator('table.upcoming button').first()
    const name = (await number.textContent()) ?? ''
    await number.click()
    await editor().page().getByRole('tab', { name }).waitFor()
  })

  const visible = async () => (await editor().tree.visibleRows()).filter((text) => /^\+/.test(text))

  it('shows only what passes the filter, says so, and keeps it over a reload', async () => {
    await editor().runCommand('Phone Numbers: Filter Numbers…')
    await editor().quickPick.titled('Filter the numbers')
    await editor().input.fill('support')
    await editor().quickPick.row(/Unassigned/)
    await editor().screenshot('filter-values')
    await editor().quickPick.choose(/United States/)
    await editor().quickPick.button('OK')
    const message = editor()
      .page()
      .locator('.part.sidebar .message', { hasText: /Filter: “support” · United States/ })
    await message.waitFor()
    await editor().tree.row(/hidden/)
    await editor().screenshot('filtered')
    await editor().reload()
    await editor().openView()
    // The sandbox ends with the window; the filter does not.
    await editor().page().getByRole('button', { name: 'Try the sandbox' }).click()
    await message.waitFor()
  })

  it('offers to clear a filter that leaves nothing', async () => {
    await editor().runCommand('Phone Numbers: Filter Numbers…')
    await editor().quickPick.titled('Filter the numbers')
    await editor().input.fill('no such number')
    await editor().quickPick.row(/Unassigned/)
    await editor().quickPick.button('OK')
    await editor().tree.row('Clear filterno number passes it')
    await editor().screenshot('filtered-to-nothing')
    await editor().tree.click('Clear filter')
    await editor().tree.row(/^Sinch/)
  })

  for (const [choice, row, name] of [
    ['Country, then account', /^United States\d+ · /, 'by-country'],
    ['Capability', /^SMS, voice\d+/, 'by-capability'],
    ['Assignment', /^Unassigned\d+/, 'by-assignment'],
  ] as const) {
    it(`groups the numbers: ${choice}`, async () => {
      await editor().runCommand('Phone Numbers: Group Numbers…')
      await editor().quickPick.choose(choice)
      await editor().tree.expand(row)
      await editor().tree.row(/^Plivosandbox · \d+/)
      assert.ok((await visible()).length > 0)
      await editor().screenshot(`grouped-${name}`)
    })
  }

  it('sorts by price and pins on top', async () => {
    await editor().runCommand('Phone Numbers: Sort Numbers…')
    await editor().quickPick.choose('Price')
    const [first] = await visible()
    assert.ok(first)
    const number = /^\+[\d ]*\d/.exec(first)?.[0] ?? ''
    await editor().tree.contextMenu(number, 'Pin Number')
    await editor().tree.row(/^Pinned1/)
    await editor().screenshot('pinned')
    await editor().tree.contextMenu(number, 'Unpin Number')
    await editor().tree.gone(/^Pinned/)
  })
})

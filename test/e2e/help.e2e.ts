import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Locator } from 'playwright-core'
import { appears } from './appears.ts'
import { allAccounts, answerSearch, offersSettled, question } from './searching.ts'
import { useEditor } from './useEditor.ts'
import { readRows, savePicture } from './walkthroughPictures.ts'

const titles = ['Try it without an account', 'Add an account', 'Search and rent', 'See numbers in your code']

describe('help', () => {
  const editor = useEditor(() => ({ extraSettings: { 'editor.minimap.enabled': false } }))
  // Wide enough for the pictures beside the steps.
  before(() => editor().page().setViewportSize({ width: 1500, height: 860 }))
  const steps = () => editor().page().locator('.getting-started-step')
  const step = (title: string) => steps().filter({ hasText: title })
  const isDone = (title: string, done: boolean) =>
    step(title).locator(`[data-done-step-id][aria-checked="${done}"]`).waitFor()
  const lines = () => editor().page().locator('.editor-instance .view-line')
  const shownText = async () => (await lines().allTextContents()).join('\n').replaceAll('\u00a0', ' ')
  const listRows = () =>
    editor().page().locator('.quick-input-widget:not(.quick-input-widget-closing) .quick-input-list .monaco-list-row')

  const openWalkthrough = async () => {
    await editor().runCommand('Phone Numbers: Get Started')
    await steps().first().waitFor()
  }
  /** Opens a step, unless it is open, and presses its button. */
  const press = async (title: string, button: string) => {
    const isOpen = (await step(title).getAttribute('class'))?.includes('expanded') === true
    if (!isOpen) await step(title).locator('.step-title').click()
    await step(title).getByRole('button', { name: button, exact: true }).click()
  }

  /** Rests the pointer on a number until its card is shown: what knows it may still be loading at first. */
  const pointAt = async (number: Locator) => {
    const cards = editor().page().locator('.monaco-hover')
    const card = cards.filter({ visible: true, hasText: /Sandbox/ }).first()
    for (let turn = 0; turn < 10; turn += 1) {
      await editor().page().mouse.move(0, 0)
      await number.hover()
      if (await appears(card, 2_000)) return card
    }
    throw new Error('The number has no card')
  }

  it('begins with four steps, one link away from the empty view', async () => {
    await editor().openView()
    await editor().page().locator('.welcome-view-content').getByText('Four short steps').click()
    await steps().first().waitFor()
    assert.deepEqual(await steps().locator('.step-title').allTextContents(), titles)
    for (const title of titles) await isDone(title, false)
  })

  it('starts the sandbox, shows its numbers and ticks the step', async () => {
    await press('Try it without an account', 'Try the sandbox')
    await editor().statusBar.item('Phone numbers: sandbox')
    await isDone('Try it without an account', true)
    await step('Try it without an account').locator('.step-title').click()
    await editor().screenshot('walkthrough-light')
    await editor().setTheme('Dark Modern')
    await editor().page().locator('.monaco-workbench.vs-dark').waitFor()
    await editor().screenshot('walkthrough-dark')
    await editor().setTheme('Light Modern')
    await press('Try it without an account', 'Show the numbers')
    await editor().tree.expand(/^United States4\b/)
    await editor().tree.row(/^\+1 800 /)
    const rows = await readRows(editor().page().locator('.part.sidebar .monaco-list-row'), 11)
    savePicture('sandbox', { kind: 'view', title: 'Phone Numbers', lines: rows })
  })

  it('asks for an account, and does not tick the step when nobody answers', async () => {
    await press('Add an account', 'Add account')
    await question(editor(), 'Which provider?')
    await editor().quickPick.row(/^Contiguity/)
    const rows = await readRows(listRows(), 4)
    savePicture('account', { kind: 'question', title: 'Add an account: which provider?', lines: rows })
    assert.equal(rows.length, 4)
    await editor().quickPick.dismiss()
    await isDone('Add an account', false)
  })

  it('compares offers of all accounts', async () => {
    await press('Search and rent', 'Search numbers')
    await answerSearch(editor(), { accounts: allAccounts, country: 'United States', digits: '*0142' })
    await offersSettled(editor())
    await editor().screenshot('walkthrough-search')
    const offers = listRows().and(
      editor()
        .page()
        .getByLabel(/set-up/),
    )
    const rows = await readRows(offers, 4)
    savePicture('search', { kind: 'question', title: 'Numbers to rent: United States', lines: rows })
    await editor().quickPick.dismiss()
    await isDone('Search and rent', true)
  })

  it('opens an example in which the number has its card', async () => {
    await press('See numbers in your code', 'Show an example')
    await lines().filter({ hasText: 'SUPPORT_NUMBER=' }).waitFor()
    const code = (await shownText()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    const card = await pointAt(
      lines()
        .getByText(/\+1\d{10}/)
        .last(),
    )
    await editor().screenshot('code-example')
    const parts = await card.locator('p, li').allInnerTexts()
    const told = parts.flatMap((part) => part.split('\n')).map((text) => text.replaceAll('\u00a0', ' ').trim())
    savePicture('code', {
      kind: 'code',
      title: '.env',
      lines: code.map((text) => ({ text })),
      card: told.filter((text) => text !== '').map((text) => ({ text })),
    })
    await editor().page().keyboard.press('Escape')
    await openWalkthrough()
    await isDone('See numbers in your code', true)
  })

  it('writes a report that counts accounts and holds neither number nor credential', async () => {
    await editor().runCommand('Phone Numbers: Report a Problem')
    await lines().filter({ hasText: '# Problem with Phone Numbers' }).waitFor()
    await lines().filter({ hasText: '- Contiguity (sandbox): 1 complete' }).waitFor()
    await editor().screenshot('problem-report')
    const text = await shownText()
    assert.match(text, /- Plivo \(sandbox\): 1 complete; numbers: \d+/)
    assert.doesNotMatch(text, /\+\d{6,}|Bearer|Basic|127\.0\.0\.1/)
  })
})

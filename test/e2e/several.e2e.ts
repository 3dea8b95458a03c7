import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { answerSearch, question } from './searching.ts'
import { savedEditors } from './storedState.ts'
import { trySandbox } from './trySandbox.ts'
import { useEditor } from './useEditor.ts'

const boxes = '.quick-input-widget .quick-input-list .monaco-list-row'

describe('several numbers at once', () => {
  const editor = useEditor()
  before(() => trySandbox(editor()))

  const openList = async () => {
    await editor().quickPick.choose('Choose several…')
    await question(editor(), 'Choose up to 20 numbers')
  }
  const boxAt = (index: number) => editor().page().locator(boxes).nth(index)
  const check = async (index: number) => {
    // What the pointer rests on is explained below it, over the rows that follow.
    await editor().page().mouse.move(0, 0)
    await boxAt(index).click()
  }
  const nameAt = async (index: number) =>
    ((await boxAt(index).locator('.label-name').first().textContent()) ?? '').trim()
  const checked = () =>
    editor().page().locator(`${boxes} input[type=checkbox]:checked, ${boxes} .monaco-checkbox.checked`)
  const rented: string[] = []

  it('are chosen with check boxes that stay when going back, and rented after one question', async () => {
    await editor().page().getByRole('button', { name: 'Collapse All' }).click()
    await editor().tree.expand(/^Plivo/)
    await editor().tree.expand(/^United States\d+\b/)
    await editor().tree.inlineAction(/^United States\d+\b/, /Search Numbers/)
    await answerSearch(editor(), { type: 'Local', capabilities: ['SMS'] })
    await openList()
    rented.push(await nameAt(0), await nameAt(2))
    await check(0)
    await check(2)
    await editor().quickPick.button('Back')
    await question(editor(), 'Choose a number to rent')
    await openList()
    assert.equal(await checked().count(), 2)
    await editor().screenshot('offers-several')
    await editor().quickPick.button('OK')
    await question(editor(), 'Application.')
    await editor().quickPick.choose('The account’s default')
    const text = await editor().dialog.text()
    assert.match(text, /^Rent 2 numbers from Plivo\?/)
    for (const number of rented) assert.ok(text.includes(number), number)
    assert.match(text, /Price together: USD/)
    await editor().screenshot('rent-question-several')
    await editor().dialog.button('Rent 2 numbers')
    await editor().notification(/Rented 2 of 2: /)
    for (const number of rented) await editor().tree.row(number)
    await editor().screenshot('rented-several')
  })

  it('are selected in the tree and released after one question', async () => {
    const [first, second] = rented
    assert.ok(first && second)
    await (await editor().tree.row(first)).click()
    await (await editor().tree.row(second)).click({ modifiers: ['ControlOrMeta'] })
    await editor().tree.contextMenu(second, 'Release Number…')
    const text = await editor().dialog.text()
    assert.match(text, /^Release 2 numbers at Plivo\?/)
    for (const number of rented) assert.ok(text.includes(number), number)
    await editor().screenshot('release-question-several')
    await editor().dialog.button('Release 2 numbers')
    const notice = await editor().notification(/Released 2 of 2: /)
    for (const number of rented) await editor().tree.gone(number)
    await notice.getByRole('button', { name: 'Show history' }).click()
  })

  const historyLines = async () => {
    const lines = editor().page().locator('.editor-instance .view-lines')
    await lines.filter({ hasText: /Release/ }).waitFor()
    return ((await lines.textContent()) ?? '').replaceAll('\u00a0', ' ')
  }

  it('stand in the history, which reads as plain text', async () => {
    const text = await historyLines()
    assert.match(text, /Phone number history, 4 entries, newest first/)
    assert.match(text, /Release {2}\+1 .* Plivo +Sandbox Plivo \(sandbox\)/)
    assert.equal(await editor().page().locator('.editor-instance .unicode-highlight').count(), 0)
    await editor().screenshot('history')
  })

  it('are not offered what is done to one account at a time', async () => {
    await (await editor().tree.row(/^Sinch/)).click()
    await (await editor().tree.row(/^TryVox/)).click({ modifiers: ['ControlOrMeta'] })
    assert.deepEqual(await editor().tree.contextMenuItems(/^TryVox/), ['Refresh'])
  })

  it('stand there again after a reload, before anybody has opened the view', async () => {
    await editor().page().keyboard.press('ControlOrMeta+Shift+e')
    await editor().page().locator('.explorer-folders-view').waitFor()
    const before = await historyLines()
    await savedEditors(editor(), 'phone-numbers-history')
    await editor().reload()
    assert.equal(await historyLines(), before)
  })
})

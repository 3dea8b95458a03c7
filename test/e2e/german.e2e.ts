import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { Frame, Page } from 'playwright-core'
import * as z from 'zod'
import { englishIn, german, germanCommand } from './germanTexts.ts'
import { allAccounts, answerSearch, offersSettled } from './searching.ts'
import { trySandbox } from './trySandbox.ts'
import { useEditor } from './useEditor.ts'

const quickInput = '.quick-input-widget:not(.quick-input-widget-closing)'
const number = '+1 212 555 0100'
const country = 'Vereinigte Staaten'
/** Words of the editor, which stays English here, around ours. */
const ofTheEditor = ['Views and More Actions...', 'Warning']
/** The theme follows the machine, which needs no command: one would close an open question. */
const followMachine = {
  'window.autoDetectColorScheme': true,
  'workbench.preferredLightColorTheme': 'Light Modern',
  'workbench.preferredDarkColorTheme': 'Dark Modern',
}

describe('in a German editor', () => {
  const editor = useEditor(() => ({ language: 'de', extraSettings: followMachine }))
  before(() => editor().page().setViewportSize({ width: 1500, height: 860 }))

  const page = () => editor().page()
  /** `frame` is a webview, which follows a moment later. */
  const inBothThemes = async (name: string, frame?: Frame) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page().emulateMedia({ colorScheme })
      await page()
        .locator(`.monaco-workbench.vs${colorScheme === 'dark' ? '-dark' : ''}`)
        .waitFor()
      await frame?.locator(`body.vscode-${colorScheme}`).waitFor()
      await editor().screenshot(`german-${name}-${colorScheme}`)
    }
  }

  it('the empty view welcomes in German', async () => {
    await editor().openView()
    const welcome = page().locator('.part.sidebar .welcome-view-content')
    await welcome.getByRole('button', { name: german('Try the sandbox') }).waitFor()
    await isGerman(page(), '.part.sidebar')
    await inBothThemes('welcome')
  })

  it('rows say state, type and price in German', async () => {
    await trySandbox(editor(), german)
    await editor().tree.expand(/^Sinch/)
    await editor().tree.expand(new RegExp(`^${country}`))
    const row = await editor().tree.row(number)
    assert.match((await row.textContent()) ?? '', /Sprache.*USD 0[.,]50\/Monat/)
    await isGerman(page(), '.part.sidebar')
    assert.deepEqual(englishIn(await editor().tree.contextMenuItems(number)), [])
    await inBothThemes('tree')
  })

  it('a search, its offers and the question before a rent are German', async () => {
    await editor().runCommand(germanCommand('phoneNumbers.search'))
    await answerSearch(editor(), { accounts: allAccounts, country }, german)
    await offersSettled(editor(), german)
    await isGerman(page(), quickInput)
    await inBothThemes('offers')
    await editor().quickPick.choose(new RegExp(`${german('set-up {0}', '')}.*Plivo`))
    await editor().quickPick.choose(german('The account’s default'))
    const text = await editor().dialog.text()
    assert.ok(text.includes(german('Provider: {0}', 'Plivo')), text)
    await isGerman(page(), '.monaco-dialog-box')
    await inBothThemes('rent')
    await editor().dialog.button('Cancel')
    await editor().quickPick.dismiss()
  })

  it('the settings form of a number is German', async () => {
    await editor().tree.inlineAction(number, german('Settings'))
    const form = await editor().settingsFormFrame()
    await form.getByRole('heading', { level: 1, name: number }).waitFor()
    await pageIsGerman(form)
    await inBothThemes('settings', form)
  })

  it('the page of costs is German', async () => {
    await editor().runCommand(germanCommand('phoneNumbers.showCosts'))
    const costs = await editor().settingsFormFrame()
    await costs.getByRole('heading', { level: 1, name: german('Costs of your numbers') }).waitFor()
    await pageIsGerman(costs)
    await inBothThemes('costs', costs)
  })
})

async function pageIsGerman(frame: Frame): Promise<void> {
  assert.equal(await frame.locator('html').getAttribute('lang'), 'de')
  await isGerman(frame, 'body')
}

/** What a person sees there, and what is read to somebody who does not see it. */
async function isGerman(where: Page | Frame, selector: string): Promise<void> {
  const found = await where.evaluate(`(() => {
    const root = document.querySelector(${JSON.stringify(selector)})
    const shown = [root, ...root.querySelectorAll('*')].filter((one) => one.checkVisibility())
    const written = shown.flatMap((one) => [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
    const spoken = ['aria-label', 'aria-description', 'alt', 'placeholder', 'title']
    return [
      ...written.map((node) => node.textContent),
      ...root.innerText.split('\\n'),
      ...shown.flatMap((one) => spoken.map((name) => one.getAttribute(name) ?? '')),
    ]
  })()`)
  const texts = z.array(z.string()).parse(found)
  assert.ok(texts.some((text) => text.trim() !== ''))
  assert.deepEqual(englishIn(texts.filter((text) => !ofTheEditor.includes(text))), [])
}

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hoverText } from './hoverText.ts'
import { trySandbox } from './trySandbox.ts'
import { useEditor } from './useEditor.ts'

describe('a first visit', () => {
  const editor = useEditor()

  it('offers an account or the sandbox behind the icon in the activity bar', async () => {
    await editor().openView()
    const welcome = editor().page().locator('.welcome-view-content')
    await welcome.first().waitFor()
    assert.deepEqual(await welcome.getByRole('button').allTextContents(), [
      'Add account',
      'Try the sandbox',
      'Four short steps',
    ])
    assert.match(
      (await welcome.allTextContents()).join(' '),
      /Sinch, Plivo, TryVox and Contiguity accounts.*no sign-up, no money/,
    )
    assert.equal(await viewTitle(), 'Phone Numbers')
    await editor().screenshot('welcome')
  })

  it('opens the sandbox of all four providers with one click and keeps a mark of it in the status bar', async () => {
    await trySandbox(editor())
    const mark = await editor().statusBar.item('Phone numbers: sandbox')
    assert.equal(
      await mark.locator('a').getAttribute('aria-label'),
      'Phone number sandbox is running. Select to stop it.',
    )
    for (const provider of ['Sinch', 'Plivo', 'TryVox', 'Contiguity']) {
      await editor().tree.row(new RegExp(`^${provider}sandbox · \\d+ numbers · `))
    }
    assert.equal(await editor().page().locator('.welcome-view-content').isVisible(), false)
  })

  it('shows countries with their counts, and numbers with type, capabilities and price', async () => {
    await editor().tree.row(/^Canada1\b/)
    await editor().tree.expand(/^United States4\b/)
    await editor().tree.row('+1 212 555 0100Support · local · SMS, voice · USD 0.50/mo')
    await editor().tree.row('+1 312 555 0100local · SMS, voice · USD 0.50/mo')
    await editor().tree.row('+1 800 555 0100Order hotline · toll-free · SMS, voice · USD 20.25/mo')
    await editor().screenshot('tree-light')
  })

  it('says first what is special about a number, and never invents a price', async () => {
    await editor().tree.expand(/^Germany2\b/)
    await editor().tree.row(
      /^\+49 1522 5550000releasing, yours until .* 2026 · Messe 2025 · mobile · SMS · EUR 12\.00\/mo$/,
    )
    await editor().tree.expand(/^Sweden2\b/)
    await editor().tree.row('+46 70 174 06 00mobile · SMS · price unknown')
    await editor().screenshot('tree-states')
  })

  it('reads every row to a screen reader in full', async () => {
    const spoken = async (row: string | RegExp) => (await editor().tree.row(row)).getAttribute('aria-label')
    assert.match((await spoken(/^Sinchsandbox/)) ?? '', /^Sinch, sandbox · \d+ numbers, USD \d+\.\d\d per month, EUR /)
    assert.match((await spoken(/^Canada1\b/)) ?? '', /^Canada, 1 number, USD \d+\.\d\d per month$/)
    assert.equal(
      await spoken('+1 212 555 0100'),
      '+1 212 555 0100, Support, active, United States, local, SMS and voice, USD 0.50 per month',
    )
    await editor().tree.expand(/^United States5\b/)
    assert.equal(
      await spoken('+1 212 555 0120'),
      '+1 212 555 0120, Support line, active, United States, local, SMS, MMS and voice, USD 0.50 per month',
    )
  })

  it('tells the rest when the pointer rests on a number', async () => {
    const text = await hoverText(editor(), '+1 212 555 0100', 'Account')
    for (const line of [
      'Account: Sinch · Sandbox Sinch',
      'Name: Support',
      'State: active',
      'Price: USD 0.50 per month',
    ]) {
      assert.ok(text.includes(line), `${line} is missing in: ${text}`)
    }
    await editor().screenshot('tree-tooltip')
  })

  it('stays readable in dark and high-contrast themes', async () => {
    for (const [theme, name, workbench] of themes) {
      await editor().setTheme(theme)
      await editor().page().locator(`.monaco-workbench.${workbench}`).waitFor()
      await editor().openView()
      await editor().screenshot(`tree-${name}`)
    }
  })

  it('ends with the mark, and the view is empty again', async () => {
    await (await editor().statusBar.item('Phone numbers: sandbox')).click()
    await editor().page().locator('.welcome-view-content').first().waitFor()
    await editor().tree.gone('sandbox ·')
    assert.doesNotMatch(await editor().statusBar.text(), /sandbox/)
  })

  const viewTitle = () => editor().page().locator('.part.sidebar .composite.title h2').textContent()
})

const themes = [
  ['Dark Modern', 'dark', 'vs-dark'],
  ['Dark High Contrast', 'contrast-dark', 'hc-black'],
  ['Light High Contrast', 'contrast-light', 'hc-light'],
] as const

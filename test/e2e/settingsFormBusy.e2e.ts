import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { seriousFindings } from '../support/settingsForm/accessibility.ts'
import { leastContrast } from '../support/settingsForm/contrast.ts'
import { sampleNumber } from '../support/settingsForm/sampleNumbers.ts'
import { createSampleWork } from '../support/settingsForm/sampleWork.ts'
import { themes } from '../support/settingsForm/themes.ts'
import { chooseIn, manyApplications, picture, useFieldsPage } from '../support/settingsForm/useFieldsPage.ts'

const { number } = sampleNumber()
const { open } = useFieldsPage()

describe('the fields of the settings form while something goes on', () => {
  it('search a thousand choices at once, with fifty of them in the page', async () => {
    const sample = createSampleWork()
    sample.settings.choices = { application: manyApplications }
    const { page } = await open(sample)
    const application = page.getByRole('combobox', { name: 'Application', exact: true })
    const top = async () => (await page.getByRole('textbox', { name: 'Callback URL' }).boundingBox())?.y
    const before = await top()
    assert.equal(sample.settings.lists, 0)
    await application.click()
    await page.locator('.foot').getByText('… 950 more, type to narrow').waitFor()
    assert.equal(await page.getByRole('option').count(), 51)
    assert.equal(await top(), before)
    await picture(page, 'settings-form-choices')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('even 09')
    assert.equal((await page.getByRole('option').count()) > 0, true)
    assert.equal(await page.locator('[role=option] > :first-child').first().textContent(), 'Application 0090')
    const tookMs = (await page.evaluate(`(() => {
      const box = document.getElementById('field-application')
      const begun = performance.now()
      for (const text of ['a', 'ap', 'app', 'appl', '9', '99']) {
        box.value = text
        box.dispatchEvent(new Event('input'))
        document.body.offsetHeight
      }
      return (performance.now() - begun) / 6
    })()`)) as number
    console.log(`One keystroke in a list of 1,000 choices: ${tookMs.toFixed(1)} ms`)
    assert.ok(tookMs < 50, `${tookMs} ms`)
    await page.keyboard.press('Escape')
    assert.equal(await application.inputValue(), 'Application 0007')
    await page.close()
  })

  it('stay as they are while they are saved, and are saved once', async () => {
    const sample = createSampleWork()
    const { promise, resolve } = Promise.withResolvers<void>()
    sample.settings.onChange = () => promise
    const { page } = await open(sample)
    await page.getByRole('textbox', { name: 'Alias' }).fill('Front desk')
    await page.keyboard.press('ControlOrMeta+s')
    const save = page.getByRole('dialog').getByRole('button', { name: 'Save' })
    await save.dblclick()
    await page.locator('#settings[inert]').waitFor()
    await page.getByRole('status').filter({ hasText: 'Saving…' }).waitFor()
    await page.keyboard.press('ControlOrMeta+s')
    await page.getByRole('button', { name: 'Review and save…' }).click({ force: true })
    resolve()
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    assert.equal(sample.settings.sent.length, 1)
    assert.equal(await page.getByRole('dialog').count(), 0)
    await page.close()
  })

  it('show what the provider still works on', async () => {
    const sample = createSampleWork()
    sample.settings.provisioning = [{ subject: 'SMS', status: 'waiting', detail: 'Code 110.' }]
    const { page } = await open(sample)
    await page.getByText('SMS: waiting at Telefonia. Code 110.').waitFor()
    await page.getByRole('textbox', { name: 'Alias' }).fill('Front desk')
    assert.deepEqual(
      sample.pauses.map(({ ms }) => ms),
      [2000],
    )
    sample.settings.provisioning = []
    sample.settings.set(number, 'recording', { kind: 'known', value: true })
    sample.pauses[0]?.end()
    await page.getByText('SMS: waiting').waitFor({ state: 'detached' })
    assert.equal(await page.getByRole('textbox', { name: 'Alias' }).inputValue(), 'Front desk')
    await page.close()
  })

  it('come back as they were left when the page is built again', async () => {
    const sample = createSampleWork()
    const { page, kept } = await open(sample)
    await page.getByRole('textbox', { name: 'Alias' }).fill('Front desk')
    await page.getByText('1 change, not saved').waitFor()
    assert.deepEqual(await kept(), {
      v: 4,
      accountId: sample.account.id,
      numbers: [number],
      draft: { alias: 'Front desk' },
      labels: { alias: 'Alias' },
    })
    await page.reload()
    await page.getByText('1 change, not saved').waitFor()
    assert.equal(await page.getByRole('textbox', { name: 'Alias' }).inputValue(), 'Front desk')
    await page.close()
  })
})

/** WCAG's AA for text of this size. */
const readable = 4.5

/** Which of the buttons and texts of form and question do not stand out from what is behind them. */
async function unreadable(page: Page): Promise<string[]> {
  const parts = ['vscode-button[appearance=primary]', 'vscode-button[appearance=secondary]', 'dialog h2', 'dialog dt']
  const findings: string[] = []
  for (const part of [...parts, 'dialog bdi', 'dialog .before', '.help:not([hidden])', '.head label', 'h3']) {
    const contrast = await leastContrast(page, part)
    if (contrast < readable) findings.push(`${part}: ${contrast.toFixed(1)}`)
  }
  return findings
}

describe('accessibility of the settings form', () => {
  for (const theme of themes)
    it(`has nothing serious to find in ${theme}: at rest, with a list, with a problem, with a question`, async () => {
      const sample = createSampleWork()
      sample.settings.choices = { application: manyApplications }
      sample.settings.provisioning = [{ subject: 'SMS', status: 'failed', detail: 'Code 110.' }]
      const { page } = await open(sample, { theme })
      assert.deepEqual(await seriousFindings(page), [])
      await page.getByRole('combobox', { name: 'Application', exact: true }).click()
      await page.locator('.foot').getByText('… 950 more, type to narrow').waitFor()
      await page.keyboard.press('ArrowDown')
      assert.deepEqual(await seriousFindings(page), [])
      await picture(page, `settings-form-list-${theme}`)
      await page.keyboard.press('Escape')
      await page.getByRole('textbox', { name: 'Callback URL' }).fill('http://x')
      await page.keyboard.press('Enter')
      await page.getByText('Enter an address that starts with https://.').waitFor()
      assert.deepEqual(await seriousFindings(page), [])
      await picture(page, `settings-form-problem-${theme}`)
      await page.getByRole('textbox', { name: 'Callback URL' }).fill('https://hooks.example')
      await chooseIn(page, 'Failover', 'On')
      assert.deepEqual(await seriousFindings(page), [])
      await page.getByRole('button', { name: 'Review and save…' }).click()
      await page.getByRole('dialog').waitFor()
      assert.deepEqual(await seriousFindings(page), [])
      assert.deepEqual(await unreadable(page), [])
      await picture(page, `settings-form-question-${theme}`)
      await page.close()
    })

  for (const theme of ['high-contrast', 'high-contrast-light'] as const)
    it(`marks a field that is wrong with a line of its own in ${theme}, and has options at the left`, async () => {
      const { page } = await open(createSampleWork(), { theme })
      await page.getByRole('textbox', { name: 'Callback URL' }).fill('http://hooks.example')
      await page.keyboard.press('Enter')
      await page.getByText('Enter an address that starts with https://.').waitFor()
      const border = (key: string) =>
        page.evaluate(`getComputedStyle(document.getElementById('field-${key}')).borderColor`)
      assert.notEqual(await border('callbackUrl'), await border('alias'))
      await page.getByRole('combobox', { name: 'Calls go to', exact: true }).click()
      await page.getByRole('option', { name: 'Voice app', exact: true }).waitFor()
      const gap = await page.evaluate(`(() => {
        const option = [...document.querySelectorAll('vscode-option')].find((one) => one.textContent === 'Voice app')
        const text = document.createRange()
        text.selectNodeContents(option)
        return text.getBoundingClientRect().left - option.getBoundingClientRect().left
      })()`)
      assert.ok(Number(gap) < 20, `the text begins ${gap} pixels from the left`)
      await picture(page, `settings-form-options-${theme}`)
      await page.close()
    })

  for (const theme of ['high-contrast', 'high-contrast-light'] as const)
    it(`can be read in a theme like ${theme} that has no colours for the areas of buttons`, async () => {
      const { page } = await open(createSampleWork(), { theme })
      await page.getByRole('textbox', { name: 'Alias' }).fill('Front desk')
      await page.getByRole('button', { name: 'Review and save…' }).click()
      await page.getByRole('dialog').waitFor()
      await page.evaluate(`for (const area of ['background', 'secondaryBackground', 'hoverBackground'])
        document.documentElement.style.setProperty('--vscode-button-' + area, 'initial')`)
      assert.deepEqual(await unreadable(page), [])
      await page.close()
    })
})

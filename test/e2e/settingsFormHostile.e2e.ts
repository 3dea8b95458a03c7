import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { settingsFailure } from '../support/settingsForm/pretendedSettings.ts'
import { sampleFields } from '../support/settingsForm/sampleFields.ts'
import { sampleAccount, sampleNumber } from '../support/settingsForm/sampleNumbers.ts'
import { createSampleWork, type SampleWork } from '../support/settingsForm/sampleWork.ts'
import { useFieldsPage } from '../support/settingsForm/useFieldsPage.ts'

const { open } = useFieldsPage()
const { number } = sampleNumber()

/** Markup, Markdown and a way out of attributes, in one. */
const attack = `"><img src=x onerror="window.owned=1"><script>window.owned=1</script>[x](command:x) <a href="command:x">x</a>`

/** A provider that writes the attack wherever it can write something. */
function hostileWork(): SampleWork {
  const sample = createSampleWork()
  sample.owned = [
    sampleNumber({
      ...{ name: attack, routing: attack, type: attack, capabilities: [attack], renewsAt: attack },
      state: { kind: 'other', word: attack },
      facts: [{ label: attack, value: attack }],
    }),
  ]
  sample.account = sampleAccount({ label: attack })
  const { settings } = sample
  settings.fields = sampleFields.map((field) => ({
    ...field,
    ...{ label: attack, help: attack, group: attack, onSave: attack },
    ...(field.input.kind === 'fixedChoice'
      ? { input: { kind: 'fixedChoice', choices: field.input.choices.map(({ value }) => ({ value, label: attack })) } }
      : {}),
  }))
  settings.set(number, 'alias', { kind: 'known', value: attack })
  settings.set(number, 'application', { kind: 'known', value: attack })
  settings.provisioning = [{ subject: attack, status: 'failed', detail: attack }]
  settings.choices = { application: [{ value: attack, label: attack, hint: attack }] }
  settings.notes = [attack]
  return sample
}

async function nothingRan(page: Page, complaints: readonly string[]): Promise<void> {
  assert.equal(await page.evaluate('window.owned'), undefined)
  assert.equal(await page.locator('body :is(img, main script, a, iframe, form)').count(), 0)
  assert.deepEqual(complaints, [])
}

describe('a hostile provider', () => {
  it('runs nothing by what the number, its settings and their choices are called', async () => {
    const { page, complaints } = await open(hostileWork())
    assert.equal(await page.locator('dd').first().textContent(), attack)
    assert.equal(await page.locator('.field label').first().textContent(), attack)
    assert.equal(await page.locator('#field-alias').inputValue(), attack)
    await page.locator('#field-application').click()
    await page.getByRole('option').nth(1).waitFor()
    await nothingRan(page, complaints)
    await page.close()
  })

  it('runs nothing in the question before saving and in the answer to it', async () => {
    const sample = hostileWork()
    const { page, complaints } = await open(sample)
    await page.locator('#field-alias').fill('Front desk')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await nothingRan(page, complaints)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.locator('#status.done', { hasText: attack.slice(0, 30) }).waitFor()
    await nothingRan(page, complaints)
    await page.close()
  })

  it('runs nothing by what it says of a refused field or choices', async () => {
    const sample = hostileWork()
    sample.settings.onChange = () =>
      Promise.reject(settingsFailure({ sentence: attack, fields: [{ field: 'alias', problem: attack }] }))
    sample.settings.onList = () =>
      Promise.reject(settingsFailure({ kind: 'unexpected', operation: 'choices', sentence: attack }))
    const { page, complaints } = await open(sample)
    await page.locator('#field-application').click()
    await page.locator('.foot', { hasText: attack.slice(0, 30) }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#field-alias').fill('Front desk')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    assert.equal(await page.locator('#field-alias-problem').textContent(), attack)
    await nothingRan(page, complaints)
    await page.close()
  })
})

describe('the content policy of the settings form', () => {
  it('lets nothing run that found its way into the page all the same', async () => {
    const { page, complaints } = await open(createSampleWork())
    await page.evaluate(`new Promise((resolve) => {
      const script = document.createElement('script')
      script.textContent = 'window.owned = 1'
      document.body.append(script)
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.owned = 2">')
      document.querySelector('img').addEventListener('error', resolve, { once: true })
    }).then(() => undefined)`)
    assert.equal(await page.evaluate('window.owned'), undefined)
    assert.ok(complaints.some((complaint) => complaint.includes('Content Security Policy')))
    await page.close()
  })
})

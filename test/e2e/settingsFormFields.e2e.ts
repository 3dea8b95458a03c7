import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { settingsFailure } from '../support/settingsForm/pretendedSettings.ts'
import { e164, sampleNumber } from '../support/settingsForm/sampleNumbers.ts'
import { createSampleWork } from '../support/settingsForm/sampleWork.ts'
import { chooseIn, manyApplications, picture, useFieldsPage } from '../support/settingsForm/useFieldsPage.ts'

const { number } = sampleNumber()
const { open } = useFieldsPage()

describe('the fields of the settings form', () => {
  it('are saved by keyboard alone: edited, reviewed, sent once, read again', async () => {
    const sample = createSampleWork()
    const { page, complaints } = await open(sample)
    const { keyboard } = page
    await page.getByRole('textbox', { name: 'Alias' }).focus()
    await keyboard.press('ControlOrMeta+a')
    await keyboard.type('Front desk')
    await keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Change +1 312 555 0142 at Telefonia?' })
    await dialog.waitFor()
    assert.equal(await dialog.locator('.lines').textContent(), 'Aliasfrom support-ivr → to Front desk')
    assert.deepEqual(sample.settings.sent, [])
    await keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    assert.deepEqual(sample.settings.sent, [{ number, change: { alias: 'Front desk' } }])
    await page.getByText('Nothing to save').waitFor()
    assert.equal(await page.getByRole('textbox', { name: 'Alias' }).inputValue(), 'Front desk')
    assert.deepEqual(complaints, [])
    await page.close()
  })

  it('send only what changed, each kind of field in its own way', async () => {
    const sample = createSampleWork()
    sample.settings.choices = { application: manyApplications, trunkId: [{ value: 'trunk-1', label: 'Office' }] }
    sample.owned = [sampleNumber(), sampleNumber({ number: '+13125550188' as typeof number, name: 'desk' })]
    const { page } = await open(sample)
    await page.getByRole('combobox', { name: 'Application', exact: true }).fill('0042')
    await page.getByRole('option', { name: /^Application 0042/ }).click()
    await chooseIn(page, 'Calls go to', 'SIP trunk')
    await page.getByRole('combobox', { name: 'SIP trunk' }).click()
    await page.getByRole('option', { name: /^Office/ }).click()
    await page.getByRole('checkbox', { name: 'Recording' }).click()
    await page.getByRole('textbox', { name: 'Callback URL' }).fill('https://hooks.example/in')
    await chooseIn(page, 'Failover', 'On')
    await page.getByRole('combobox', { name: 'Takes over for' }).fill('0188')
    await page.getByRole('option').first().click()
    await page.getByText('7 changes, not saved').waitFor()
    await picture(page, 'settings-form-changed')
    await page.getByRole('button', { name: 'Review and save…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Telefonia does not tell today’s value of Failover, Takes over for.').waitFor()
    await dialog.getByText('Calls under way are not moved.').waitFor()
    await picture(page, 'settings-form-review')
    await dialog.getByRole('button', { name: 'Overwrite' }).click()
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    assert.deepEqual(sample.settings.sent, [
      {
        number,
        change: {
          application: 'app-0042',
          voice: 'TRUNK',
          trunkId: 'trunk-1',
          recording: true,
          callbackUrl: 'https://hooks.example/in',
          failover: true,
          failoverNumbers: ['+13125550188'],
        },
      },
    ])
    await page.close()
  })

  it('are cleared with nothing, not with an empty text', async () => {
    const sample = createSampleWork()
    sample.settings.choices = { application: manyApplications }
    const { page } = await open(sample)
    await page.getByRole('textbox', { name: 'Alias' }).fill('')
    await page.getByRole('combobox', { name: 'Application', exact: true }).click()
    await page.getByRole('option', { name: 'None' }).click()
    await chooseIn(page, 'Calls go to', 'Nothing')
    await page.getByRole('button', { name: 'Review and save…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    assert.deepEqual(sample.settings.sent, [{ number, change: { alias: null, application: null, voice: null } }])
    await page.close()
  })

  it('go back to what they were, one by one and all together', async () => {
    const { page } = await open(createSampleWork())
    await page.getByRole('textbox', { name: 'Alias' }).fill('Front desk')
    await page.getByText('was support-ivr').waitFor()
    await page.getByRole('button', { name: 'Undo the change of Alias' }).click()
    assert.equal(await page.evaluate('document.activeElement.id'), 'field-alias')
    await page.getByText('Nothing to save').waitFor()
    await page.getByRole('textbox', { name: 'Alias' }).fill('Front desk')
    await page.getByRole('checkbox', { name: 'Recording' }).click()
    await page.getByText('2 changes, not saved').waitFor()
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('status').filter({ hasText: 'The changes were discarded.' }).waitFor()
    assert.equal(await page.getByRole('textbox', { name: 'Alias' }).inputValue(), 'support-ivr')
    assert.equal(await page.getByRole('checkbox', { name: 'Recording' }).getAttribute('aria-checked'), 'false')
    await page.close()
  })

  it('show what the provider refuses, and the first of them gets the focus', async () => {
    const sample = createSampleWork()
    const fields = [{ field: 'callbackUrl', problem: 'This host is not allowed.' }]
    sample.settings.onChange = () => Promise.reject(settingsFailure({ status: 400, fields }))
    const { page } = await open(sample)
    await page.getByRole('textbox', { name: 'Callback URL' }).fill('http://insecure.example')
    await page.getByRole('button', { name: 'Review and save…' }).click()
    await page.getByText('Enter an address that starts with https://.').waitFor()
    assert.deepEqual(sample.settings.sent, [])
    await page.getByRole('textbox', { name: 'Callback URL' }).fill('https://hooks.example')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByText('This host is not allowed.').waitFor()
    const url = page.getByRole('textbox', { name: 'Callback URL' })
    assert.equal(await url.getAttribute('aria-invalid'), 'true')
    assert.equal(await page.evaluate('document.activeElement.id'), 'field-callbackUrl')
    await page
      .getByRole('status')
      .filter({ hasText: 'Not saved: Telefonia refused it. One field needs a look.' })
      .waitFor()
    assert.equal(await url.inputValue(), 'https://hooks.example')
    await picture(page, 'settings-form-refused')
    await page.close()
  })

  it('ask again when the number changed at the provider meanwhile, with both values', async () => {
    const sample = createSampleWork()
    const { page } = await open(sample)
    await page.getByRole('textbox', { name: 'Alias' }).fill('Front desk')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    sample.settings.set(number, 'alias', { kind: 'known', value: 'renamed elsewhere' })
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Changed at the provider since you opened this form:').waitFor()
    assert.match(
      (await dialog.textContent()) ?? '',
      /Aliaswas support-ivr → now renamed elsewhereWhat would be saved:Aliasfrom renamed elsewhere → to Front desk/,
    )
    assert.deepEqual(sample.settings.sent, [])
    await picture(page, 'settings-form-conflict')
    await dialog.getByRole('button', { name: 'Overwrite' }).click()
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    assert.deepEqual(sample.settings.sent, [{ number, change: { alias: 'Front desk' } }])
    await page.close()
  })

  it('can be typed when their choices cannot be loaded', async () => {
    const sample = createSampleWork()
    sample.settings.onList = () => Promise.reject(settingsFailure({ kind: 'network', operation: 'choices' }))
    const { page } = await open(sample)
    const application = page.getByRole('combobox', { name: 'Application', exact: true })
    await application.click()
    await page
      .locator('.foot')
      .getByText(/The choices could not be loaded\. Telefonia could not be reached/)
      .waitFor()
    await picture(page, 'settings-form-choices-failed')
    await application.fill('app-9')
    await page.keyboard.press('Tab')
    await page.getByText('1 change, not saved').waitFor()
    assert.equal(await application.inputValue(), 'app-9')
    await application.click()
    await page.waitForFunction(() => true)
    assert.equal(sample.settings.lists, 2)
    await page.close()
  })

  it('keep an id that is not in the list, and say so', async () => {
    const sample = createSampleWork()
    sample.settings.choices = { application: manyApplications }
    const { page } = await open(sample)
    const application = page.getByRole('combobox', { name: 'Application', exact: true })
    const note = page.getByText('“app-9999” is not in the list. It is sent as the application ID.')
    await application.fill('app-9999')
    await page.getByRole('option', { name: 'Use “app-9999” as the application ID' }).waitFor()
    await page.getByRole('textbox', { name: 'Alias' }).click()
    await note.waitFor()
    assert.equal(await application.inputValue(), 'app-9999')
    assert.match((await application.getAttribute('aria-describedby')) ?? '', /field-application-typed/)
    await picture(page, 'settings-form-unlisted')
    await application.fill('APPLICATION 0012')
    await page.keyboard.press('ControlOrMeta+s')
    await page.getByRole('dialog').getByText('Application 0012').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    assert.deepEqual(sample.settings.sent, [{ number, change: { application: 'app-0012' } }])
    assert.equal(await note.count(), 0)
    await page.close()
  })

  it('say that a number which is not the account’s was not added, and keep its text to be mended', async () => {
    const sample = createSampleWork()
    sample.owned = [sampleNumber(), sampleNumber({ number: '+13125550188' as typeof number })]
    const { page } = await open(sample)
    const numbers = page.getByRole('combobox', { name: 'Takes over for', exact: true })
    await numbers.fill('+1 312 555 0199')
    await page.getByRole('textbox', { name: 'Alias' }).click()
    await page.getByText('“+1 312 555 0199” was not added. Choose a number from the list.').waitFor()
    assert.equal(await numbers.inputValue(), '+1 312 555 0199')
    await page.getByText('Nothing to save').waitFor()
    await numbers.fill('+1 312 555 0188')
    await page.keyboard.press('Tab')
    await page.locator('.chosen li', { hasText: '+1 312 555 0188' }).waitFor()
    assert.equal(await page.getByText('was not added').count(), 0)
    await page.close()
  })

  it('open a short list below the box where it fits there', async () => {
    const sample = createSampleWork()
    sample.settings.choices = { application: manyApplications.slice(0, 2) }
    const { page } = await open(sample)
    const box = page.getByRole('combobox', { name: 'Application', exact: true })
    const [place, bar] = [await box.boundingBox(), await page.locator('#bar').boundingBox()]
    assert.ok(place && bar)
    await page.setViewportSize({ width: 900, height: Math.ceil(place.y + place.height + bar.height + 170) })
    await box.click()
    const popup = page.locator('.popup:not([hidden])')
    await popup.getByRole('option', { name: 'Application 0001' }).waitFor()
    const list = await popup.boundingBox()
    assert.ok(list && list.y >= place.y + place.height, JSON.stringify([list, place]))
    await page.close()
  })

  for (const height of [900, 420])
    it(`leave their label to be read while their list is open, in a window of ${height} pixels`, async () => {
      const sample = createSampleWork()
      sample.settings.choices = { application: manyApplications }
      sample.owned = [sampleNumber(), sampleNumber({ number: e164('+13125550188') })]
      const { page } = await open(sample)
      await page.setViewportSize({ width: 600, height })
      for (const name of ['Application', 'Takes over for']) {
        const box = page.getByRole('combobox', { name, exact: true })
        await box.click()
        const popup = page.locator('.popup:not([hidden])')
        await popup.getByRole('option').first().waitFor()
        const [list, label] = [await popup.boundingBox(), await page.locator('label', { hasText: name }).boundingBox()]
        assert.ok(list && label)
        const isClear = list.y >= label.y + label.height || list.y + list.height <= label.y
        assert.ok(isClear, `${name}: list ${JSON.stringify(list)}, label ${JSON.stringify(label)}`)
        await page.keyboard.press('Escape')
      }
      await page.close()
    })
})

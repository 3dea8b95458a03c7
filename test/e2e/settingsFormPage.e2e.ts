import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { launchChromium } from '../../scripts/chromium.mjs'
import { removeHome, temporaryHome } from '../../scripts/codeServer.mjs'
import type { Account } from '../../src/core/account.ts'
import type { OwnedNumber } from '../../src/core/ownedNumber.ts'
import { unknownPrice } from '../../src/core/price.ts'
import { createPhoneNumbering } from '../../src/numbering/phoneFormat.ts'
import { buildForm, type FormFiles, type OpenForm, openForm } from '../support/settingsForm/openForm.ts'
import { sampleAccount, sampleNumber } from '../support/settingsForm/sampleNumbers.ts'
import { createSampleWork, type SampleWork } from '../support/settingsForm/sampleWork.ts'
import { spokenPage } from '../support/settingsForm/spokenPage.ts'
import { type Theme, themes } from '../support/settingsForm/themes.ts'
import { repository } from '../support/sourceTree/readSourceTree.ts'

const pictures = join(repository, 'out', 'screenshots')
const numbering = createPhoneNumbering()

let home: string
let browser: BrowserContext
let files: FormFiles

before(async () => {
  mkdirSync(pictures, { recursive: true })
  files = await buildForm()
  home = temporaryHome()
  browser = await launchChromium(home)
})
after(async () => {
  await browser.close()
  removeHome(home)
})

function world(owned: Partial<OwnedNumber> = {}, account: Partial<Account> = {}): SampleWork {
  const sample = createSampleWork()
  sample.owned = [sampleNumber(owned)]
  sample.account = sampleAccount(account)
  return sample
}

function open(state: SampleWork, look: { theme?: Theme; width?: number } = {}): Promise<OpenForm> {
  return openForm(browser, files, {
    ...look,
    session: {
      target: { accountId: state.account.id, numbers: [sampleNumber().number] },
      numbering,
      day: (iso) => `day ${iso.slice(0, 10)}`,
      timeNow: () => '10:32',
      work: state.work,
    },
  })
}

describe('the page of the settings form', () => {
  it('is small enough', () => assert.ok(files.script.length <= 160_000, `${files.script.length} bytes`))

  for (const theme of themes)
    for (const width of [900, 320])
      it(`fits ${width} pixels in ${theme} without a complaint of the browser`, async () => {
        const state = world(
          {
            state: { kind: 'releasing', until: '2026-12-01' },
            name: 'a name that somebody gave without ever thinking of a narrow panel at the side of an editor',
            facts: [{ label: 'Registration', value: 'x'.repeat(200) }],
          },
          { sandbox: true },
        )
        const { page, complaints } = await open(state, { theme, width })
        await page.screenshot({ path: join(pictures, `settings-form-${theme}-${width}.png`), fullPage: true })
        assert.deepEqual(complaints, [])
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width)
        await page.close()
      })

  it('says everything it shows in headings, lists and buttons', async () => {
    const state = world({}, { sandbox: true })
    const { accountId, number } = sampleNumber()
    const [capabilities, facts] = [[], []]
    state.owned = [{ accountId, number, capabilities, facts, state: { kind: 'suspended' }, price: unknownPrice }]
    const { page } = await open(state)
    assert.equal(await page.locator('main').ariaSnapshot(), spokenPage)
    await page.close()
  })

  it('gives the editor what brings it back, and nothing more', async () => {
    const state = world()
    const { page, kept } = await open(state)
    assert.deepEqual(await kept(), {
      v: 4,
      accountId: state.account.id,
      numbers: ['+13125550142'],
      draft: {},
      labels: {},
    })
    await page.close()
  })

  it('is worked by keyboard: copy once, refresh once however often it is pressed, focus stays', async () => {
    const state = world()
    let finish = () => {}
    state.refresh = () =>
      new Promise((resolve) => {
        finish = () => {
          state.owned = [sampleNumber({ name: 'renamed' })]
          resolve()
        }
      })
    const { page } = await open(state)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'Copied +13125550142.' }).waitFor()
    assert.deepEqual(state.copied, ['+13125550142'])

    await page.keyboard.press('Tab')
    for (let turn = 0; turn < 5; turn++) await page.keyboard.press('Space')
    await page.getByRole('status').filter({ hasText: 'Refreshing…' }).waitFor()
    await page.locator('main[aria-busy=true]').waitFor()
    assert.equal(state.refreshes, 1)
    finish()
    await page.getByRole('status').filter({ hasText: 'Read from Telefonia at 10:32.' }).waitFor()
    await page.locator('dd', { hasText: 'renamed' }).waitFor()
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Refresh')

    const opened = new Promise<string>((resolve) => {
      state.onConsole = resolve
    })
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await opened, state.account.id)
    await page.close()
  })

  it('says what failed and shows that it did', async () => {
    const state = world()
    state.refresh = () => Promise.reject(new Error('x'))
    const { page } = await open(state)
    await page.getByRole('button', { name: 'Refresh' }).click()
    await page.locator('#status.failed', { hasText: 'unexpected problem' }).waitFor()
    await page.close()
  })

  it('shows a number that has left, and shows it again when it is back, without moving the focus', async () => {
    const state = world()
    const { page, session } = await open(state)
    await page.getByRole('button', { name: 'Refresh' }).focus()
    state.owned = []
    session.update()
    await page.getByText('is not in the list of its account').waitFor()
    assert.equal(await page.locator('dl').count(), 0)
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Refresh')
    state.owned = [sampleNumber()]
    session.update()
    await page.locator('dd', { hasText: 'United States' }).waitFor()
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Refresh')
    await page.close()
  })

  it('keeps still when the person wants no motion', async () => {
    const state = world()
    state.refresh = () => new Promise(() => {})
    const { page } = await open(state)
    await page.getByRole('button', { name: 'Refresh' }).click()
    await page.locator('main[aria-busy=true]').waitFor()
    const animation = `getComputedStyle(document.querySelector('main'), '::before').animationName`
    assert.equal(await page.evaluate(animation), 'work')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    assert.equal(await page.evaluate(animation), 'none')
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await page.evaluate(`document.body.classList.add('vscode-reduce-motion')`)
    assert.equal(await page.evaluate(animation), 'none')
    await page.close()
  })
})

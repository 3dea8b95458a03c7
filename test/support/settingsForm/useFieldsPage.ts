import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../../../scripts/chromium.mjs'
import { removeHome, temporaryHome } from '../../../scripts/codeServer.mjs'
import { createPhoneNumbering } from '../../../src/numbering/phoneFormat.ts'
import { repository } from '../sourceTree/readSourceTree.ts'
import { buildForm, type FormFiles, type OpenForm, openForm } from './openForm.ts'
import { sampleNumber } from './sampleNumbers.ts'
import type { SampleWork } from './sampleWork.ts'
import type { Theme } from './themes.ts'

const pictures = join(repository, 'out', 'screenshots')

export interface FieldsPage {
  open(sample: SampleWork, look?: { theme?: Theme; width?: number }): Promise<OpenForm>
}

/** A browser for the tests of one file, with the form's page of the sample number in it. */
export function useFieldsPage(): FieldsPage {
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
  return {
    open: (sample, look = {}) =>
      openForm(browser, files, {
        ...look,
        session: {
          target: { accountId: sample.account.id, numbers: [sampleNumber().number] },
          numbering: createPhoneNumbering(),
          day: (iso) => iso.slice(0, 10),
          timeNow: () => '10:32',
          work: sample.work,
        },
      }),
  }
}

export const manyApplications = Array.from({ length: 1000 }, (_, index) => ({
  value: `app-${String(index).padStart(4, '0')}`,
  label: `Application ${String(index).padStart(4, '0')}`,
  hint: index % 2 === 0 ? 'even' : 'odd',
}))

export function picture(page: Page, name: string) {
  return page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** A dropdown of the toolkit. */
export async function chooseIn(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

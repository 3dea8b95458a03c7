import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sampleAccount, sampleNumber } from '../support/settingsForm/sampleNumbers.ts'
import { createSampleWork } from '../support/settingsForm/sampleWork.ts'
import { useFieldsPage } from '../support/settingsForm/useFieldsPage.ts'

const { open } = useFieldsPage()

/** Pictures come with the script; their places are there before. */
function withoutPictures(html: string): string {
  return html.replace(/<(svg|span) [^>]*class="icon".*?<\/\1>|<span class="icon"><\/span>/g, '')
}

describe('the first frame of the settings form', () => {
  it('has what is known already, exactly as the script has it then', async () => {
    const sample = createSampleWork()
    sample.owned = [sampleNumber({ state: { kind: 'suspended' }, name: 'a <b> & "c"' })]
    sample.account = sampleAccount({ sandbox: true })
    const { page, session } = await open(sample)
    const content = session.firstContent()
    const html = (part: string) => page.locator(`#${part}`).innerHTML()
    // Quotation marks need no escape between tags, and the browser writes none there.
    const asWritten = (text: string) => text.replaceAll('&quot;', '"')
    assert.equal(asWritten(content.summary), await html('summary'))
    assert.equal(asWritten(content.groups), await html('groups'))
    assert.equal(withoutPictures(asWritten(content.notices)), withoutPictures(await html('notices')))
    assert.notEqual(content.notices, '')
    await page.close()
  })

  it('stays where it is when the script takes over', async () => {
    const { page } = await open(createSampleWork())
    const nextFrame = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))'
    const shift = await page.evaluate(`${nextFrame}.then(() => window.layoutShift)`)
    assert.ok(typeof shift === 'number' && shift < 0.1, `layout shift ${shift}`)
    await page.close()
  })
})

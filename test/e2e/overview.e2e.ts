import { before, describe, it } from 'node:test'
import { allAccounts, answerSearch, offersSettled } from './searching.ts'
import { trySandbox } from './trySandbox.ts'
import { useEditor } from './useEditor.ts'

const size = { width: 1500, height: 860 }
const sideBarEnd = 446

const remind = `import { sendMessage } from './provider.ts'

const from = process.env.SMS_FROM

/** Reminds a customer of tomorrow's appointment. */
export async function remind(to: string, time: string): Promise<void> {
  if (from === undefined) throw new Error('SMS_FROM is not set')
  await sendMessage({ from, to, text: \`See you tomorrow at \${time}.\` })
}
`

describe('the pictures of the README', () => {
  const editor = useEditor(() => ({
    files: { 'remind.ts': remind },
    extraSettings: { 'workbench.colorTheme': 'Dark Modern', 'editor.minimap.enabled': false },
  }))
  before(async () => {
    await editor().page().setViewportSize(size)
    await editor().page().locator('.explorer-folders-view .monaco-list-row', { hasText: 'remind.ts' }).dblclick()
    await editor().page().locator('.view-line').filter({ hasText: 'sendMessage' }).first().waitFor()
    await trySandbox(editor())
    await widenSideBar()
    await editor().tree.expand(/^Sinch/)
    await editor().tree.expand(/^United States4\b/)
  })

  const widenSideBar = async () => {
    const { mouse } = editor().page()
    const bar = await editor().page().locator('.part.sidebar').boundingBox()
    if (bar === null) throw new Error('The side bar is not shown')
    await mouse.move(bar.x + bar.width + 1, size.height / 2)
    await mouse.down()
    await mouse.move(sideBarEnd, size.height / 2, { steps: 5 })
    await mouse.up()
  }

  it('show the owned numbers beside offers of all accounts', async () => {
    await editor().runCommand('Phone Numbers: Search Numbers…')
    await answerSearch(editor(), { accounts: allAccounts, country: 'United States', digits: '*0142' })
    await offersSettled(editor())
    await editor().screenshot('overview')
    await editor().quickPick.dismiss()
  })
})

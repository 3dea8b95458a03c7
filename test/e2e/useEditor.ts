import { after, before, beforeEach } from 'node:test'
import { type Editor, type EditorOptions, openEditor } from './editor.ts'

/** A window without what the editor puts beside our view: pictures show what a person looks at. */
const clearWindow = {
  'security.workspace.trust.banner': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Light Modern',
  'window.autoDetectColorScheme': false,
  'workbench.reduceMotion': 'on',
}

/** One editor for all tests of a file, opened before the first and closed after the last. Returns the way to it. */
export function useEditor(options: () => EditorOptions = () => ({})): () => Editor {
  let editor: Editor | undefined
  before(async () => {
    const { extraSettings, ...rest } = options()
    editor = await openEditor({ ...rest, extraSettings: { ...clearWindow, ...extraSettings } })
  })
  beforeEach(() => editor && leaveOpenQuestions(editor))
  after(() => editor?.close())
  return () => {
    if (editor === undefined) throw new Error('The editor is open only while tests run')
    return editor
  }
}

/** A test that failed in the middle of a question does not take the next one with it. */
async function leaveOpenQuestions(editor: Editor): Promise<void> {
  const page = editor.page()
  const open = page.locator('.monaco-menu, .monaco-dialog-box, .quick-input-widget:not(.quick-input-widget-closing)')
  for (let turn = 0; turn < 3 && (await open.filter({ visible: true }).count()) > 0; turn += 1) {
    await page.keyboard.press('Escape')
    await open.filter({ visible: true }).first().waitFor({ state: 'hidden' })
  }
}

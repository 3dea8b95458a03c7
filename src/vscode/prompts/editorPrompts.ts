import { homedir } from 'node:os'
import { Uri, window, workspace } from 'vscode'
import { t } from '../../core/words.ts'
import { askText } from './askText.ts'
import { askUntilRead } from './askUntilRead.ts'
import type { NotifyRequest, Prompts } from './prompts.ts'
import { pickOne, pickSeveral } from './quickPicks.ts'

const understood = t('OK')

/** The editor's own dialogs. `now` is in milliseconds and never goes back. */
export function createEditorPrompts(now: () => number): Prompts {
  return {
    pick: pickOne,
    pickMany: pickSeveral,
    input: askText,
    async confirm({ title, detail, action }) {
      const ask = () => window.showWarningMessage(title, { modal: true, detail }, action)
      return (await askUntilRead(ask, now)) === action
    },
    async choose({ title, detail, actions }) {
      return await window.showWarningMessage(title, { modal: true, detail }, ...actions)
    },
    async notify(request) {
      if (request.actions.length > 0) return await show(request)
      // Without a button the editor cuts a notification to its first line.
      await show({ ...request, actions: [understood] })
      return undefined
    },
    async saveAs({ title, name, kind, extension }) {
      const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(homedir())
      const chosen = await window.showSaveDialog({
        title,
        defaultUri: Uri.joinPath(folder, name),
        filters: { [kind]: [extension] },
      })
      return chosen?.toString()
    },
  }
}

function show({ severity, message, actions }: NotifyRequest): Thenable<string | undefined> {
  switch (severity) {
    case 'information':
      return window.showInformationMessage(message, ...actions)
    case 'warning':
      return window.showWarningMessage(message, ...actions)
    case 'error':
      return window.showErrorMessage(message, ...actions)
    default:
      return severity satisfies never
  }
}

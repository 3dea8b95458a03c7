import { readFile } from 'node:fs/promises'
import { type Disposable, Uri, window } from 'vscode'
import type { E164 } from '../../core/phoneNumber.ts'
import { settingsViewType } from '../ids.ts'
import type { SettingsPanels } from './panel.ts'
import type { SettingsFormDeps } from './settingsFormDeps.ts'

export interface SettingsForm extends Disposable {
  /** Shows the form of a number, or of several of one account. A second call for the same brings the first one to the front. */
  open(accountId: string, numbers: readonly [E164, ...E164[]]): Promise<void>
}

/** Makes the settings form known to the editor. The panel, its messages and their parser are loaded with the first form. */
export function registerSettingsForm(deps: SettingsFormDeps): SettingsForm {
  let loading: Promise<SettingsPanels> | undefined
  let disposed = false
  const panels = () => {
    loading ??= load(deps)
    return loading
  }
  const serializer = window.registerWebviewPanelSerializer(settingsViewType, {
    async deserializeWebviewPanel(panel, state: unknown) {
      const loaded = await panels()
      if (!disposed) loaded.restore(panel, state)
    },
  })
  return {
    async open(accountId, numbers) {
      const asked = performance.now()
      const loaded = await panels()
      if (!disposed) loaded.open(accountId, numbers, asked)
    },
    dispose() {
      disposed = true
      serializer.dispose()
      // A part that could not be loaded has told so where it was asked for.
      loading?.then(
        (loaded) => loaded.dispose(),
        () => {},
      )
    },
  }
}

async function load(deps: SettingsFormDeps): Promise<SettingsPanels> {
  const style = readFile(Uri.joinPath(deps.extensionUri, 'dist', 'settingsForm.css').fsPath, 'utf8')
  const [part, numbering, css] = await Promise.all([import('./panel.ts'), deps.numbering(), style])
  return part.createSettingsPanels(deps, numbering, css)
}

import { type Disposable, type Uri, window } from 'vscode'
import { costsViewType } from '../ids.ts'
import type { CostsPanel } from './costsPanel.ts'
import type { CostsWork } from './costsWork.ts'

export interface Costs extends Disposable {
  /** Shows the page of costs. */
  show(): Promise<void>
}

/** Makes the page of costs known to the editor. Its code is loaded when it is first shown. */
export function registerCosts(work: () => CostsWork, extensionUri: Uri): Costs {
  let loading: Promise<CostsPanel> | undefined
  const panel = () => {
    loading ??= import('./costsPanel.ts').then((part) => part.createCostsPanel(work(), extensionUri))
    return loading
  }
  const serializer = window.registerWebviewPanelSerializer(costsViewType, {
    async deserializeWebviewPanel(restored) {
      ;(await panel()).restore(restored)
    },
  })
  return {
    async show() {
      ;(await panel()).show()
    },
    dispose() {
      serializer.dispose()
      // A part that could not be loaded has told so where it was asked for.
      loading?.then(
        (loaded) => loaded.dispose(),
        () => {},
      )
    },
  }
}

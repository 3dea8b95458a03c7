import { Disposable, type TreeView, window } from 'vscode'

export interface RefreshOnReturnOptions {
  readonly view: Pick<TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>
  /** The accounts whose lists are too old, or lack what another window did. Never rejects. */
  readonly due: () => Promise<readonly string[]>
  readonly load: (accountIds: readonly string[]) => void
}

/** Asks for old lists when a person comes back to the window or to the view. Nothing is asked while the view is hidden, and no timer runs. */
export function refreshOnReturn({ view, due, load }: RefreshOnReturnOptions): Disposable {
  const look = async () => {
    const ids = view.visible ? await due() : []
    if (ids.length > 0) load(ids)
  }
  return Disposable.from(
    window.onDidChangeWindowState(({ focused }) => focused && void look()),
    view.onDidChangeVisibility(({ visible }) => visible && void look()),
  )
}

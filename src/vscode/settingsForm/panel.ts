import { randomBytes } from 'node:crypto'
import { Uri, ViewColumn, type WebviewOptions, type WebviewPanel, window } from 'vscode'
import { parseRestoreKey } from '../../contract/settingsFormMessages.ts'
import type { InventoryChange } from '../../core/inventory.ts'
import { parseE164 } from '../../core/phoneNumber.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { language } from '../../core/words.ts'
import { formatDay, formatTime } from '../dates.ts'
import { settingsViewType } from '../ids.ts'
import { afterClosing } from './afterClosing.ts'
import type { FirstContent } from './firstContent.ts'
import { formHtml } from './formHtml.ts'
import { createFormSession, type FormSession } from './formSession.ts'
import { targetTitle } from './formViewOf.ts'
import type { FormTarget, SettingsFormDeps, UnsavedChange } from './settingsFormDeps.ts'

/** All open forms, one for each number or selection of numbers. */
export interface SettingsPanels {
  /** Shows the form of a number, or of several of one account: the one that is open, or a new one. `asked`: when, by `performance.now()`. */
  open(accountId: string, numbers: FormTarget['numbers'], asked: number): void
  /** Fills a panel that came back with the window. What it remembers is untrusted; without sense in it, it is closed. */
  restore(panel: WebviewPanel, state: unknown): void
  dispose(): void
}

interface OpenForm {
  readonly panel: WebviewPanel
  readonly target: FormTarget
  readonly session: FormSession
}

const nothingUnsaved: UnsavedChange = { draft: {}, labels: {} }

/** `style` is the page's style sheet. */
export function createSettingsPanels(deps: SettingsFormDeps, numbering: PhoneNumbering, style: string): SettingsPanels {
  const forms = new Map<string, OpenForm>()
  let disposed = false
  const changes = deps.onDidChangeNumbers((change) => {
    for (const form of forms.values()) if (concerns(change, form.target)) form.session.update()
  })
  const create = (target: FormTarget, unsaved: UnsavedChange, asked?: number) => {
    const title = targetTitle(target, numbering)
    const panel = window.createWebviewPanel(settingsViewType, title, ViewColumn.Active, {
      ...webviewOptions(deps.extensionUri),
      enableFindWidget: true,
    })
    adopt(panel, target, unsaved, asked)
  }
  const adopt = (panel: WebviewPanel, target: FormTarget, unsaved: UnsavedChange, asked?: number) => {
    const title = targetTitle(target, numbering)
    const showTitle = (isUnsaved: boolean) => {
      panel.title = isUnsaved ? `● ${title}` : title
    }
    const session = createFormSession({
      ...{ target, numbering, unsaved, work: deps, day: formatDay, timeNow: () => formatTime(Date.now()) },
      post: (message) => void panel.webview.postMessage(message),
      onUnsaved: (isUnsaved) => {
        if (forms.has(keyOf(target))) showTitle(isUnsaved)
      },
      onShown: (agoMs) => {
        if (asked !== undefined) deps.onFirstContent(performance.now() - agoMs - asked)
      },
    })
    const form = { panel, target, session }
    forms.set(keyOf(target), form)
    panel.webview.onDidReceiveMessage((raw: unknown) => session.receive(raw))
    panel.onDidChangeViewState(() => session.setVisible(panel.visible))
    panel.onDidDispose(() => {
      session.dispose()
      forms.delete(keyOf(target))
      if (!disposed) void afterClosing(deps, { title, session }, (kept) => open(target, kept))
    })
    showTitle(Object.keys(session.unsaved().draft).length > 0)
    panel.webview.options = webviewOptions(deps.extensionUri)
    panel.webview.html = renderHtml(panel, deps.extensionUri, style, session.firstContent())
  }
  const open = (target: FormTarget, unsaved: UnsavedChange, asked?: number) => {
    const present = forms.get(keyOf(target))
    if (present !== undefined) return present.panel.reveal()
    create(target, unsaved, asked)
  }

  return {
    open: (accountId, numbers, asked) => open({ accountId, numbers }, nothingUnsaved, asked),
    restore(panel, state) {
      const restored = readState(state)
      if (restored === undefined) deps.log.warn('Settings form: a restored panel was closed, its state makes no sense')
      if (restored === undefined || forms.has(keyOf(restored.target))) panel.dispose()
      else adopt(panel, restored.target, restored.unsaved)
    },
    dispose() {
      disposed = true
      changes.dispose()
      for (const { panel } of [...forms.values()]) panel.dispose()
    },
  }
}

function readState(state: unknown): { readonly target: FormTarget; readonly unsaved: UnsavedChange } | undefined {
  const key = parseRestoreKey(state)
  const [first, ...others] = key?.numbers.flatMap((number) => parseE164(number) ?? []) ?? []
  if (key === undefined || first === undefined) return undefined
  const { draft = {}, labels } = key
  return { target: { accountId: key.accountId, numbers: [first, ...others] }, unsaved: { draft, labels } }
}

function keyOf({ accountId, numbers }: FormTarget): string {
  return [accountId, ...[...numbers].sort()].join(' ')
}

function concerns(change: InventoryChange, target: FormTarget): boolean {
  switch (change.kind) {
    case 'accounts':
      return true
    case 'account':
      return change.accountId === target.accountId
    case 'number':
      return change.accountId === target.accountId && target.numbers.includes(change.number)
    default:
      return change satisfies never
  }
}

/** The page may read the bundles' folder and nothing else, and no link in it runs a command. */
function webviewOptions(extensionUri: Uri): WebviewOptions {
  return { enableScripts: true, enableCommandUris: false, localResourceRoots: [Uri.joinPath(extensionUri, 'dist')] }
}

function renderHtml({ webview }: WebviewPanel, extensionUri: Uri, style: string, content: FirstContent): string {
  return formHtml({
    nonce: randomBytes(16).toString('base64'),
    cspSource: webview.cspSource,
    script: webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', 'settingsForm.js')).toString(),
    ...{ style, language: language(), content },
  })
}

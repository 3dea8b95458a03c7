import { randomBytes } from 'node:crypto'
import { type Tab, TabInputWebview, Uri, ViewColumn, type WebviewPanel, window } from 'vscode'
import { type CostsHostMessage, costsProtocol, parseCostsPageMessage } from '../../contract/costsPage.ts'
import type { CostSummary } from '../../core/costSummary.ts'
import { summarizeCosts } from '../../core/costSummary.ts'
import { finishInSlices } from '../../core/inSlices.ts'
import type { PhoneNumbering } from '../../core/phoneNumbering.ts'
import { t } from '../../core/words.ts'
import { findProvider } from '../../providers/registry.ts'
import { formatDay } from '../dates.ts'
import { costsViewType } from '../ids.ts'
import { whenQuiet } from '../whenQuiet.ts'
import { costsHtml } from './costsHtml.ts'
import { costsViewOf } from './costsViewOf.ts'
import type { CostsWork } from './costsWork.ts'

/** The one page of costs. */
export interface CostsPanel {
  /** Brings the page to the front, or opens it. */
  show(): void
  /** Fills a panel that came back with the window. */
  restore(panel: WebviewPanel): void
  dispose(): void
}

const mostUpcoming = 200

export function createCostsPanel(work: CostsWork, extensionUri: Uri): CostsPanel {
  let open: WebviewPanel | undefined
  let disposed = false
  const adopt = (panel: WebviewPanel) => {
    open = panel
    const stop = fill(panel, work)
    panel.onDidDispose(() => {
      stop()
      open = undefined
    })
    panel.webview.options = webviewOptions(extensionUri)
    panel.webview.html = render(panel, extensionUri)
  }
  return {
    show() {
      if (disposed) return
      if (open !== undefined) return open.reveal()
      const unseen = tabsOfCosts()
      adopt(window.createWebviewPanel(costsViewType, t('Costs'), ViewColumn.Active, webviewOptions(extensionUri)))
      void window.tabGroups.close(unseen)
    },
    restore(panel) {
      if (open === undefined && !disposed) adopt(panel)
      else panel.dispose()
    },
    dispose() {
      disposed = true
      open?.dispose()
    },
  }
}

/** A tab that came back with the window is not restored before it is looked at. */
function tabsOfCosts(): Tab[] {
  return window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isOfCosts)
}

/** The editor puts a word of its own before the type. */
function isOfCosts({ input }: Tab): boolean {
  return input instanceof TabInputWebview && input.viewType.endsWith(costsViewType)
}

/** Keeps the page's content true while it is there. Returns the end of that. */
function fill({ webview }: WebviewPanel, work: CostsWork): () => void {
  let shown: CostSummary['upcoming']['first'] = []
  const post = (message: CostsHostMessage) => void webview.postMessage(message)
  const drawing = whenQuiet(
    async (signal) => {
      const numbering = await work.parts.numbering()
      const summary = await summarize(work, numbering, signal)
      shown = summary.upcoming.first
      const providerOf = (id: string) => findProvider(id)?.label ?? id
      const view = costsViewOf(summary, { providerOf, format: numbering.format, day: formatDay })
      post({ v: costsProtocol, type: 'view', view })
    },
    (error) => work.log.warn(`Costs: the page could not be drawn (${error instanceof Error ? error.name : 'unknown'})`),
  )
  const stop = work.inventory.onDidChange(drawing.soon)
  webview.onDidReceiveMessage((raw: unknown) => {
    const message = parseCostsPageMessage(raw)
    if (message === undefined) return
    if (message.type === 'ready') {
      drawing.soon()
      void loadMissing(work)
      return
    }
    const owned = shown[message.row]?.owned
    if (owned !== undefined) void work.openSettingsForm(owned.accountId, [owned.number])
  })
  return () => {
    stop()
    drawing.dispose()
  }
}

function summarize(work: CostsWork, numbering: PhoneNumbering, signal: AbortSignal): Promise<CostSummary> {
  const summing = summarizeCosts(work.inventory.accounts(), {
    countryOf: (owned) => owned.country ?? numbering.countryOf(owned.number),
    now: work.now().getTime(),
    mostUpcoming,
  })
  const pause = async () => {
    await work.breathe()
    signal.throwIfAborted()
  }
  return finishInSlices(summing, { now: () => performance.now(), pause })
}

async function loadMissing({ inventory, progress }: CostsWork): Promise<void> {
  const missing = inventory.accounts().filter(({ status, refreshing }) => status.kind === 'notLoaded' && !refreshing)
  if (missing.length === 0) return
  await progress.inView(() => Promise.all(missing.map(({ account }) => inventory.refresh(account.id))))
}

/** The page may read the bundles' folder and nothing else, and no link in it runs a command. */
function webviewOptions(extensionUri: Uri) {
  return { enableScripts: true, enableCommandUris: false, localResourceRoots: [Uri.joinPath(extensionUri, 'dist')] }
}

function render({ webview }: WebviewPanel, extensionUri: Uri): string {
  const bundle = (name: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', name)).toString()
  return costsHtml({
    nonce: randomBytes(16).toString('base64'),
    cspSource: webview.cspSource,
    script: bundle('costsPage.js'),
    style: bundle('costsPage.css'),
  })
}

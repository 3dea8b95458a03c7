import { randomUUID } from 'node:crypto'
import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises'
import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  ExtensionMode,
  env,
  type LogOutputChannel,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { Inventory } from '../core/inventory.ts'
import type { Log } from '../core/log.ts'
import type { Records } from '../core/records.ts'
import { createRedactor } from '../core/redaction.ts'
import { t } from '../core/words.ts'
import { registerNumbersInCode } from './code/registerNumbersInCode.ts'
import type { CommandTools } from './commands/commandTools.ts'
import { registerCommands } from './commands/registerCommands.ts'
import { onDidChangeViewSettings, readBadge, readMaxAgeMs, readMaxGroupSize } from './configuration.ts'
import { registerCosts } from './costs/registerCosts.ts'
import { failureActions } from './failureActions.ts'
import { createFailureReporter } from './failureReporter.ts'
import { createHistoryDocument } from './history/historyDocument.ts'
import { commandIds } from './ids.ts'
import { insertText } from './insertText.ts'
import { createLastSearchStore } from './lastSearchStore.ts'
import type { LazyParts } from './lazyParts.ts'
import { createLog } from './log.ts'
import { createProgress, type ProgressPort } from './progress.ts'
import { createEditorPrompts } from './prompts/editorPrompts.ts'
import type { Prompts } from './prompts/prompts.ts'
import { createReplaceablePrompts, type ReplaceablePrompts } from './prompts/replaceablePrompts.ts'
import { createReach, type Reach } from './reach.ts'
import { refreshOnReturn } from './refreshOnReturn.ts'
import type { SandboxMode } from './sandboxMode.ts'
import { formWork } from './settingsForm/formWork.ts'
import { registerSettingsForm } from './settingsForm/registerSettingsForm.ts'
import type { SettingsFormDeps } from './settingsForm/settingsFormDeps.ts'
import { createNumbersTree, type NumbersTree } from './tree/numbersTree.ts'
import type { UpkeepDoor } from './upkeepDoor.ts'
import { createViewChoices, type ViewChoices } from './viewChoices.ts'

/** What the host suite may reach; undefined outside of it. */
export interface TestHandle {
  readonly prompts: ReplaceablePrompts
  readonly inventory: Inventory
  readonly records: Records
  readonly sandbox: SandboxMode
  readonly parts: LazyParts
  readonly tree: NumbersTree
  readonly upkeep: UpkeepDoor
  readonly context: ExtensionContext
  /** A settings form shows its first content: milliseconds since it was asked for. */
  readonly onFormShown: Event<number>
}

export interface Product extends Disposable {
  readonly testing: TestHandle | undefined
}

const mentionMs = 5_000

/** The object graph: what is made of what. */
export function startProduct(context: ExtensionContext): Product {
  const channel = window.createOutputChannel('Phone Numbers', { log: true })
  const redactor = createRedactor()
  const log = createLog(channel, redactor, () => new Date())
  const prompts = createReplaceablePrompts(createEditorPrompts(() => performance.now()))
  const reach = createReach(context, redactor, log, (news) => {
    tree.tellNews(news)
  })
  const { inventory, records, drivers, parts, upkeep } = reach
  const progress = createProgress()
  const views = createViewChoices(context.globalState, context.workspaceState)
  const { tree, following } = showNumbers({ ...reach, views, log }, progress)
  const formShown = new EventEmitter<number>()
  const settingsForm = registerSettingsForm({
    ...formWork({ ...reach, ...editorTools(channel), log }),
    ...formSurroundings(prompts, log, formShown),
    ...{ extensionUri: context.extensionUri, redact: redactor.redact, numbering: parts.numbering },
    onDidChangeNumbers: (listener) => ({ dispose: inventory.onDidChange(listener) }),
  })
  const costs = registerCosts(() => tools, context.extensionUri)
  const history = createHistoryDocument({ records, parts, redact: redactor.redact })
  const failures = createFailureReporter({ prompts, log, redactor, handlers: () => failureActions(inventory, channel) })
  const tools: CommandTools = {
    ...reach,
    ...editorTools(channel),
    ...{ prompts, progress, failures, log, recentLog: log.recent, redact: redactor.redact, newsSeen: upkeep.newsSeen },
    ...{ projectState: context.workspaceState, showHistory: history.show, showCosts: costs.show },
    ...{ reveal: tree.reveal, openSettingsForm: settingsForm.open, views },
    lastSearch: createLastSearchStore(context.globalState),
  }
  const inCode = registerNumbersInCode({ ...tools, recall: upkeep.recall })
  const surfaces = [tree, ...following, settingsForm, costs, formShown, history, inCode]
  const registrations: Disposable[] = [...registerCommands(tools), ...surfaces, ...reach.registrations, channel]
  if (process.env['PHONE_NUMBERS_START_SANDBOX'] === '1') void commands.executeCommand(commandIds.trySandbox)
  return {
    testing: testHandle(context, { ...reach, prompts, tree, onFormShown: formShown.event }),
    dispose() {
      for (const registration of registrations) registration.dispose()
      void drivers.dropAll()
    },
  }
}

function testHandle(context: ExtensionContext, handle: Omit<TestHandle, 'context'>): TestHandle | undefined {
  return context.extensionMode === ExtensionMode.Test ? { ...handle, context } : undefined
}

/** The view, and what keeps it as fresh as the settings say. */
function showNumbers(
  { inventory, records, parts, upkeep, views, log }: Reach & { readonly views: ViewChoices; readonly log: Log },
  progress: ProgressPort,
) {
  const load = (ids: readonly string[]) =>
    void progress.inView(() => Promise.all(ids.map((id) => inventory.refresh(id))))
  const tree = createNumbersTree({
    ...{ inventory, records, parts, load, recall: upkeep.recall, views, log },
    ...{ now: () => new Date(), maxGroupSize: readMaxGroupSize, badge: readBadge },
  })
  const following = [
    refreshOnReturn({ view: tree.view, due: () => upkeep.due(readMaxAgeMs()), load }),
    onDidChangeViewSettings(tree.redraw),
  ]
  return { tree, following }
}

type FormSurroundings = Pick<SettingsFormDeps, 'copy' | 'onFirstContent' | 'askDiscard' | 'tell'>

/** What the settings form does to the editor around it. */
function formSurroundings(prompts: Prompts, log: Log, shown: EventEmitter<number>): FormSurroundings {
  return {
    copy: copyText,
    onFirstContent(ms) {
      log.debug(`Settings form: first content after ${Math.round(ms)} ms`)
      shown.fire(ms)
    },
    async askDiscard(title, detail) {
      const discard = t('Discard')
      return (await prompts.choose({ title, detail, actions: [t('Open again'), discard] })) === discard
    },
    tell: (severity, message) => void prompts.notify({ severity, message, actions: [] }),
  }
}

type EditorTools = Pick<
  CommandTools,
  'breathe' | 'copyText' | 'insertText' | 'openUrl' | 'showLog' | 'mention' | 'newId' | 'now' | 'pause' | 'writeFile'
>

/** What commands do to the editor around them. */
function editorTools(channel: LogOutputChannel): EditorTools {
  return {
    copyText,
    insertText,
    breathe: async () => await breathe(),
    openUrl: async (url) => void (await env.openExternal(Uri.parse(url, true))),
    showLog: () => channel.show(),
    mention: (text) => void window.setStatusBarMessage(text, mentionMs),
    newId: randomUUID,
    now: () => new Date(),
    writeFile: async (uri, text) => await workspace.fs.writeFile(Uri.parse(uri, true), new TextEncoder().encode(text)),
    pause: async (ms, signal) => await wait(ms, undefined, { signal }),
  }
}

async function copyText(text: string): Promise<void> {
  await env.clipboard.writeText(text)
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Locator, Page } from 'playwright-core'
import { appears } from './appears.ts'
import { killExtensionHost } from './extensionHost.ts'
import {
  type Act,
  commandsFor,
  createInputBox,
  createQuickPick,
  type InputBox,
  type QuickPick,
  runCommand,
  setTheme,
  type Text,
} from './quickInput.ts'
import { createTree, type Tree } from './tree.ts'

/** The editor's window, by what a person does in it. Every action waits for what it needs, and fails with a screenshot. */
export interface Workbench {
  /** The page, for what has no name here. */
  page(): Page
  /** Waits until the editor has drawn itself and knows the extension. */
  ready(): Promise<void>
  /** Opens the Phone Numbers view by its icon in the activity bar. */
  openView(): Promise<void>
  /** Runs a command by its title as the command palette shows it, for example "Phone Numbers: Rent a Number". */
  runCommand(title: string): Promise<void>
  /** The titles that the command palette offers for a text. */
  commandsFor(text: string): Promise<string[]>
  readonly quickPick: QuickPick
  readonly input: InputBox
  readonly dialog: {
    /** The message and, on the next line, its detail. */
    text(): Promise<string>
    /** Resolves when the dialog has been there for as long as a person needs to read it: sooner, the product believes no answer. */
    read(): Promise<void>
    /** Clicks the button and waits until the dialog is gone. */
    button(text: string): Promise<void>
  }
  readonly tree: Tree
  readonly statusBar: { text(): Promise<string>; item(text: Text): Promise<Locator> }
  /** Waits for a notification that contains the text. */
  notification(text: Text): Promise<Locator>
  /** Writes out/screenshots/<name>.png and resolves with its path. */
  screenshot(name: string): Promise<string>
  /** Chooses a colour theme by its name in the editor's list, for example "Dark High Contrast". */
  setTheme(name: string): Promise<void>
  /** The document of the webview that is shown. */
  settingsFormFrame(): Promise<Frame>
  killExtensionHost(): Promise<number>
}

const screenshots = join(import.meta.dirname, '../../out/screenshots')
const READY_LIMIT_MS = 60_000
const VIEW_TURN_MS = 1_500
const READING_MS = 600
let failureCount = 0

async function picture(page: Page, name: string): Promise<string> {
  mkdirSync(screenshots, { recursive: true })
  const path = join(screenshots, `${name}.png`)
  await page.screenshot({ path })
  return path
}

function withPicture(page: () => Page): Act {
  return async (work) => {
    try {
      return await work()
    } catch (error) {
      failureCount += 1
      const path = await picture(page(), `failure-${process.pid}-${failureCount}`).catch(() => 'no picture')
      throw new Error(`${error instanceof Error ? error.message : error}\nThe window then: ${path}`, { cause: error })
    }
  }
}

/** The window behind `page`, which may change when the editor is started again. */
export function createWorkbench(page: () => Page, serverPid: () => number): Workbench {
  const act = withPicture(page)
  const statusItems = () => page().locator('.part.statusbar .statusbar-item')
  const notifications = () => page().locator('.notifications-toasts .notification-list-item')
  return {
    page,
    ready: () => act(() => activityItem(page()).waitFor({ timeout: READY_LIMIT_MS })),
    openView: () => act(() => openView(page())),
    runCommand: (title) => act(() => runCommand(page(), title)),
    commandsFor: (text) => act(() => commandsFor(page(), text)),
    quickPick: createQuickPick(page, act),
    input: createInputBox(page, act),
    dialog: {
      text: () => act(() => dialogText(dialog(page()))),
      read: () => act(() => readDialog(page())),
      button: (text) => act(() => closeDialog(page(), text)),
    },
    tree: createTree(page, act),
    statusBar: {
      text: () => act(async () => (await statusItems().allTextContents()).join(' ')),
      item: (text) => act(() => shown(statusItems().filter({ hasText: text }).first())),
    },
    notification: (text) => act(() => shown(notifications().filter({ hasText: text }).first())),
    screenshot: (name) => act(() => picture(page(), name)),
    setTheme: (name) => act(() => setTheme(page(), name)),
    settingsFormFrame: () => act(() => webviewFrame(page())),
    killExtensionHost: () => killExtensionHost(serverPid()),
  }
}

function dialog(page: Page): Locator {
  return page.locator('.monaco-dialog-box')
}

async function dialogText(box: Locator): Promise<string> {
  await box.waitFor()
  return (await box.locator('.dialog-message-text, .dialog-message-detail').allTextContents()).join('\n')
}

/** Counts from the first look at this dialog, which is later than its first sight. */
async function readDialog(page: Page): Promise<void> {
  await dialog(page).waitFor()
  await page.waitForFunction(
    `(() => {
      const box = document.querySelector('.monaco-dialog-box')
      if (!box) return false
      box.dataset.seenAt ??= String(performance.now())
      return performance.now() - Number(box.dataset.seenAt) >= ${READING_MS}
    })()`,
  )
}

async function closeDialog(page: Page, button: string): Promise<void> {
  const box = dialog(page)
  await readDialog(page)
  await box.getByRole('button', { name: button, exact: true }).click()
  await box.waitFor({ state: 'detached' })
}

async function shown(locator: Locator): Promise<Locator> {
  await locator.waitFor()
  return locator
}

/** With its badge, which may lie over the middle of the icon. */
function activityItem(page: Page): Locator {
  const icon = page.locator('.action-label[aria-label^="Phone Numbers"]')
  return page.locator('.activitybar .action-item').filter({ has: icon }).first()
}

/** The icon also hides an open view, and after a reload it is not yet known which it will do: looks before each click. */
async function openView(page: Page): Promise<void> {
  const title = page.locator('.part.sidebar .composite.title').filter({ hasText: /phone numbers/i })
  const deadline = Date.now() + READY_LIMIT_MS
  while (!(await appears(title, VIEW_TURN_MS))) {
    if (Date.now() > deadline) throw new Error('The view does not open')
    await activityItem(page).click()
  }
}

async function webviewFrame(page: Page): Promise<Frame> {
  const body = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('body')
  await body.waitFor()
  const frame = await (await body.elementHandle())?.ownerFrame()
  if (!frame) throw new Error('The webview has no frame')
  return frame
}

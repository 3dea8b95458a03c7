import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../../scripts/chromium.mjs'
import {
  installVsix,
  quietSettings,
  type RunningServer,
  removeHome,
  startCodeServer,
  temporaryHome,
  writeUserSettings,
} from '../../scripts/codeServer.mjs'
import { speakGerman } from './germanEditor.ts'
import { createWorkbench, type Workbench } from './workbench.ts'

export interface EditorOptions {
  /** Added to the settings that keep the editor quiet. */
  readonly extraSettings?: Readonly<Record<string, unknown>>
  /** Added to the environment of the server and so of the extension. */
  readonly env?: Readonly<Record<string, string>>
  /** A folder that is copied and opened; without it a fresh folder with `files`. */
  readonly workspace?: string
  /** Files of the opened folder: relative path -> text. */
  readonly files?: Readonly<Record<string, string>>
  /** The language of the window; English without it. */
  readonly language?: 'de'
}

/** The packaged extension in a real editor, with a browser looking at it. */
export interface Editor extends Workbench {
  /** A temporary folder; the editor's user data and logs are in `u`, the opened folder is `w`. */
  readonly home: string
  /** Ends server and browser and starts both again on the same data, as after closing the machine for the night. */
  restart(): Promise<void>
  /** Loads the page again. */
  reload(): Promise<void>
  /** Kills the process in which the extension runs. Resolves with its id. */
  killExtensionHost(): Promise<number>
  close(): Promise<void>
}

interface Session {
  readonly server: RunningServer
  readonly browser: BrowserContext
  readonly page: Page
}

/** Starts code-server with the packaged extension and opens it in Chromium. The caller closes it. */
export async function openEditor(options: EditorOptions = {}): Promise<Editor> {
  const home = temporaryHome()
  process.once('exit', () => removeHome(home))
  const place = { node: process.execPath, editor: needed('CODE_SERVER_HOME'), home }
  writeUserSettings(home, { ...quietSettings, 'workbench.reduceMotion': 'on', ...options.extraSettings })
  prepareWorkspace(home, options)
  endWithProcess()
  let session: Session
  try {
    await installVsix(place, needed('PHONE_NUMBERS_VSIX'))
    session = await startSession(place, 0, options)
  } catch (error) {
    removeHome(home)
    throw error
  }
  const workbench = createWorkbench(
    () => session.page,
    () => session.server.pid,
  )
  return {
    ...workbench,
    home,
    reload: async () => {
      await session.page.reload()
      await workbench.ready()
    },
    restart: async () => {
      const port = Number(session.server.authority.split(':')[1])
      await endSession(session)
      // The same port: the browser keeps secrets by origin.
      session = await startSession(place, port, options)
    },
    close: async () => {
      await endSession(session)
      removeHome(home)
    },
  }
}

function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; run the e2e tests with: npm test -- e2e`)
  return value
}

function prepareWorkspace(home: string, options: EditorOptions): void {
  const folder = join(home, 'w')
  mkdirSync(folder)
  if (options.workspace) cpSync(options.workspace, folder, { recursive: true })
  for (const [path, text] of Object.entries(options.files ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

async function startSession(
  place: { node: string; editor: string; home: string },
  port: number,
  { env, language }: EditorOptions,
): Promise<Session> {
  const flags = language === 'de' ? speakGerman(place.home) : []
  const server = await startCodeServer({ ...place, port, flags, env: { ...env } })
  let browser: BrowserContext | undefined
  try {
    browser = await launchChromium(place.home)
    const page = browser.pages()[0] ?? (await browser.newPage())
    page.setDefaultTimeout(30_000)
    await page.goto(`http://${server.authority}/?folder=${encodeURIComponent(join(place.home, 'w'))}`)
    await createWorkbench(
      () => page,
      () => server.pid,
    ).ready()
    return { server, browser, page }
  } catch (error) {
    await browser?.close()
    await server.stop()
    throw error
  }
}

async function endSession({ server, browser }: Session): Promise<void> {
  await browser.close()
  await server.stop()
}

let endsWithProcess = false

/** Lets the exit handlers, which end the server's processes, run when this process is told to stop. */
function endWithProcess(): void {
  if (endsWithProcess) return
  endsWithProcess = true
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
}

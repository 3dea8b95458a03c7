import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { BrowserContext, Page } from 'playwright-core'
import { formBuild } from '../../../esbuild.mjs'
import { formHtml } from '../../../src/vscode/settingsForm/formHtml.ts'
import {
  createFormSession,
  type FormSession,
  type FormSessionOptions,
} from '../../../src/vscode/settingsForm/formSession.ts'
import { repository } from '../sourceTree/readSourceTree.ts'
import { type Theme, themeClasses, themeStyle } from './themes.ts'

export interface OpenFormOptions {
  readonly theme?: Theme
  readonly width?: number
  readonly session: Omit<FormSessionOptions, 'post'>
}

export interface OpenForm {
  readonly page: Page
  /** The host's side; `update()` it after a change. */
  readonly session: FormSession
  /** What the page gave the editor to keep. */
  kept(): Promise<unknown>
  /** Everything the page complained about: errors, refused content, violations of the content policy. */
  readonly complaints: readonly string[]
}

export interface FormFiles {
  readonly script: string
  readonly style: string
}

const origin = 'https://form.example'

/** The form's script and style as they are packaged, built in memory. */
export async function buildForm(): Promise<FormFiles> {
  const { outputFiles } = await build({ ...formBuild(repository, join(repository, 'out', 'form'), true), write: false })
  const text = (end: string) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? ''
  return { script: text('settingsForm.js'), style: text('settingsForm.css') }
}

/** The settings form in a browser tab: the page and the host's side of the product, only the editor between them is ours. */
export async function openForm(browser: BrowserContext, files: FormFiles, options: OpenFormOptions): Promise<OpenForm> {
  const { theme = 'dark', width = 900 } = options
  const page = await browser.newPage()
  await page.setViewportSize({ width, height: 900 })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  const session = createFormSession({
    ...options.session,
    post: (message) => void page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`),
  })
  await page.exposeFunction('tellHost', (raw: unknown) => session.receive(raw))
  await page.addInitScript({ content: editorApi })
  await page.route('**/*', (route) => {
    const answer = answers(theme, files, session).get(new URL(route.request().url()).pathname)
    return answer ? route.fulfill(answer) : route.abort()
  })
  await page.goto(`${origin}/`)
  await page.locator('main[aria-busy=false]').waitFor()
  return { page, session, complaints, kept: () => page.evaluate('window.keptState') }
}

const editorApi = `window.layoutShift = 0
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.layoutShift += entry.value
}).observe({ type: 'layout-shift', buffered: true })
window.acquireVsCodeApi = () => ({
  postMessage: (message) => void window.tellHost(message),
  setState: (state) => { window.keptState = state },
})`

function answers(theme: Theme, files: FormFiles, session: FormSession) {
  const html = formHtml({
    nonce: 'bm9uY2Ugb2YgdGhlIHRlc3Q=',
    cspSource: origin,
    script: `${origin}/settingsForm.js`,
    style: files.style,
    language: 'en',
    content: session.firstContent(),
  })
    .replace('<head>', `<head><link rel="stylesheet" href="${origin}/theme.css">`)
    .replace('<body>', `<body class="${themeClasses[theme]}">`)
  return new Map([
    ['/', { contentType: 'text/html', body: html }],
    ['/theme.css', { contentType: 'text/css', body: themeStyle(theme) }],
    ['/settingsForm.js', { contentType: 'text/javascript', body: files.script }],
    ['/favicon.ico', { contentType: 'image/png', body: readFileSync(join(repository, 'media', 'icon.png')) }],
  ])
}

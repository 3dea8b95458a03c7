#!/usr/bin/env node
// Stands in for the editor's executable where no desktop VS Code can run: takes the arguments that @vscode/test-electron
// gives it, opens code-server in Chromium with the extension and its suite, and ends with the suite's exit code.
import { isAbsolute } from 'node:path'
import { format } from 'node:util'
import { launchChromium } from './chromium.mjs'
import { quietSettings, removeHome, startCodeServer, temporaryHome, writeUserSettings } from './codeServer.mjs'

const SUITE_LIMIT_MS = 300_000

const argv = process.argv.slice(2)
const values = (/** @type {string} */ name) =>
  argv.filter((argument) => argument.startsWith(`--${name}=`)).map((argument) => argument.slice(name.length + 3))
const editor = process.env['CODE_SERVER_HOME']
const suite = values('extensionTestsPath')[0]
const folder = argv.find((argument) => isAbsolute(argument))
if (!editor || !suite || !folder) {
  console.error(
    'codeServerShim needs CODE_SERVER_HOME, --extensionTestsPath= and the absolute path of a folder to open.',
  )
  process.exit(2)
}

/** @type {(value: number) => void} */
let finish
/** @type {(reason: Error) => void} */
let fail
/** @type {Promise<number>} */
const finished = new Promise((resolve, reject) => {
  finish = resolve
  fail = reject
})
// It may fail before it is awaited.
finished.catch(() => {})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => fail(new Error(signal)))
setTimeout(() => fail(new Error('the suite did not end within 5 minutes')), SUITE_LIMIT_MS).unref()

const home = temporaryHome()
/** @type {import('./codeServer.mjs').RunningServer | undefined} */
let server
/** @type {import('playwright-core').BrowserContext | undefined} */
let browser
let code = 1
let serverOutput = ''

/** @param {string} authority
 * @param {string} suitePath
 * @param {string} folderPath */
function address(authority, suitePath, folderPath) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${authority}${path}`
  const payload = [
    ['skipWelcome', 'true'],
    ['extensionTestsPath', remote(suitePath)],
    ...values('extensionDevelopmentPath').map((path) => ['extensionDevelopmentPath', remote(path)]),
  ]
  const query = `folder=${encodeURIComponent(folderPath)}&payload=${encodeURIComponent(JSON.stringify(payload))}`
  return `http://${authority}/?${query}`
}

try {
  writeUserSettings(home, quietSettings)
  const trust = argv.filter((argument) => argument === '--disable-workspace-trust')
  server = await startCodeServer({
    node: process.execPath,
    editor,
    home,
    // Without this option release builds ignore the extension under development.
    flags: ['--vscode-option', 'enable-smoke-test-driver', ...trust],
    onOutput: (text) => {
      serverOutput += text
    },
  })
  server.ended.then((how) => fail(new Error(`code-server ended with ${how}`)))
  browser = await launchChromium(home)
  const page = await browser.newPage()
  page.on('crash', () => fail(new Error('the page crashed')))
  await page.exposeFunction('codeAutomationLog', logLine)
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ status) => finish(status))
  await page.goto(address(server.authority, suite, folder))
  code = await finished
} catch (error) {
  console.error(error, serverOutput)
}
await browser?.close()
await server?.stop()
removeHome(home)
process.exit(code)

/** @param {string} level
 * @param {unknown[]} args */
function logLine(level, args) {
  const text = format(...args)
  // The editor's own parts are talkative; these lines say nothing about the extension.
  if (/AgentHost|ChatModelSelection|vsda|extension-gallery|marketplace/i.test(text)) return
  if (level === 'error' || level === 'warn') console.error(text)
  else console.log(text)
}

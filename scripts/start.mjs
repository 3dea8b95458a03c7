// npm start: installs what is missing, builds, and opens an editor with the extension and its sandbox running.
// Works in a fresh clone with Node 20 or newer.
//   npm start                     your own VS Code when "code" is on PATH, else code-server in your browser
//   npm start -- --code-server    always code-server
//   npm start -- --port 8080      the port of code-server; any free one by default
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled, npmEnvironment, repository } from './bootstrap.mjs'
import {
  installVsix,
  quietSettings,
  removeHome,
  startCodeServer,
  temporaryHome,
  writeUserSettings,
} from './codeServer.mjs'
import { findDesktopEditor, openInDesktopEditor } from './desktopEditor.mjs'
import { ensureEditor } from './editorInstall.mjs'
import { writeExampleFolder } from './exampleFolder.mjs'
import { runProcess, withPathFirst } from './runProcess.mjs'
import { userCacheFolder } from './userCache.mjs'

/** @returns {{ port: number, codeServer: boolean }} */
function readOptions() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'code-server': { type: 'boolean' } } })
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('--port takes a number from 0 to 65535.')
  return { port, codeServer: values['code-server'] === true || values.port !== undefined }
}

/** Packs the extension (which builds it) and resolves with the path of the package.
 * @param {string} node */
async function pack(node) {
  const vsix = join(repository, 'out', 'phone-numbers-start.vsix')
  mkdirSync(dirname(vsix), { recursive: true })
  const bin = join(repository, 'node_modules', '.bin')
  const env = withPathFirst(bin, withPathFirst(dirname(node), npmEnvironment()))
  const vsce = join(repository, 'node_modules', '@vscode', 'vsce', 'vsce')
  await runProcess(node, [vsce, 'package', '--out', vsix], {
    cwd: repository,
    env,
  })
  return vsix
}

/** @param {string} code
 * @param {string} node */
async function startDesktop(code, node) {
  await runProcess(node, ['esbuild.mjs', '--production'], { cwd: repository })
  const place = join(userCacheFolder(), 'desktop')
  const folder = join(place, 'example')
  writeExampleFolder(folder)
  console.log('Opening VS Code with the extension and its sandbox. Close its window to end.')
  await openInDesktopEditor(code, { folder, userData: join(place, 'user-data') })
}

/** @param {string} node
 * @param {number} port */
async function startInBrowser(node, port) {
  console.log('Building the extension.')
  const vsix = await pack(node)
  const editor = await ensureEditor(node)
  const home = temporaryHome()
  process.once('exit', () => removeHome(home))
  const stopped = stopSignal()
  const folder = join(home, 'example')
  writeExampleFolder(folder)
  writeUserSettings(home, quietSettings)
  await installVsix({ node, editor, home }, vsix)
  rmSync(vsix, { force: true })
  const server = await startCodeServer({ node, editor, home, port, env: { PHONE_NUMBERS_START_SANDBOX: '1' } })
  console.log(`Open http://${server.authority}/?folder=${encodeURIComponent(folder)} in your browser`)
  console.log('Press Ctrl-C to end.')
  const failed = server.ended.then((how) => {
    throw new Error(`The editor ended by itself (${how}).`)
  })
  await Promise.race([stopped, failed])
  failed.catch(() => {})
  await server.stop()
}

/** @returns {Promise<void>} resolves when this process is asked to end */
function stopSignal() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve())
  })
}

try {
  const options = readOptions()
  const node = await ensureInstalled()
  const desktop = options.codeServer ? { reason: 'as asked' } : await findDesktopEditor()
  if ('code' in desktop) {
    await startDesktop(desktop.code, node)
  } else {
    console.log(`Using code-server (${desktop.reason}).`)
    await startInBrowser(node, options.port)
  }
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

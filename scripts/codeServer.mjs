import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { editorEntry } from './editorInstall.mjs'
import { runProcess } from './runProcess.mjs'

/**
 * @typedef {object} ServerOptions
 * @property {string} node the pinned Node
 * @property {string} editor the folder from ensureEditor
 * @property {string} home a short temporary folder; user data, extensions and HOME are in it
 * @property {number} [port] 0 or left out: any free one
 * @property {string[]} [flags] more arguments for code-server
 * @property {NodeJS.ProcessEnv} [env] added to the server's environment
 * @property {(text: string) => void} [onOutput] receives everything the server prints
 */
/**
 * @typedef {object} RunningServer
 * @property {number} pid
 * @property {string} authority host:port
 * @property {Promise<number | NodeJS.Signals | null>} ended
 * @property {() => Promise<void>} stop ends the server and all its processes
 */

const START_LIMIT_MS = 60_000

/** A fresh temporary folder with a short path: the editor puts sockets into it, whose paths are limited to about 100 bytes.
 * @returns {string} */
export function temporaryHome() {
  return mkdtempSync(join(process.platform === 'win32' ? tmpdir() : '/tmp', 'pn-'))
}

/** @param {string} home */
export function removeHome(home) {
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

/** The settings that keep the editor quiet.
 * @type {Record<string, unknown>} */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'chat.disableAIFeatures': true,
  'window.dialogStyle': 'custom',
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'update.mode': 'none',
  'remote.autoForwardPorts': false,
}

/** @param {string} home
 * @param {Record<string, unknown>} settings */
export function writeUserSettings(home, settings) {
  const folder = join(home, 'u', 'User')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'settings.json'), `${JSON.stringify(settings, undefined, 2)}\n`)
}

/** @param {string} home */
function folders(home) {
  return ['--user-data-dir', join(home, 'u'), '--extensions-dir', join(home, 'e'), '--config', join(home, 'c.yaml')]
}

/** @param {string} home
 * @param {NodeJS.ProcessEnv} [additions]
 * @returns {NodeJS.ProcessEnv} */
function serverEnvironment(home, additions = {}) {
  // VSCODE_* of a surrounding integrated terminal would point the server at that editor's sockets.
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|npm_|NODE_OPTIONS$|INIT_CWD$)/.test(name))
  return { ...Object.fromEntries(own), HOME: home, XDG_CONFIG_HOME: '', XDG_DATA_HOME: '', ...additions }
}

/** Installs a packaged extension into the server's own extensions folder.
 * @param {Pick<ServerOptions, 'node' | 'editor' | 'home'>} server
 * @param {string} vsix
 * @returns {Promise<void>} */
export async function installVsix({ node, editor, home }, vsix) {
  const args = [editorEntry(editor), ...folders(home), '--install-extension', vsix]
  await runProcess(node, args, { env: serverEnvironment(home), limitMs: 60_000 })
}

/** Starts code-server on 127.0.0.1 without a password and resolves when it listens. Rejects with what it printed when it
 * ends before that or is not up within a minute.
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>} */
export async function startCodeServer(options) {
  const { node, editor, home, port = 0, flags = [], onOutput } = options
  const args = [editorEntry(editor), '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, ...folders(home)]
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override']
  const child = spawn(node, [...args, ...quiet, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: serverEnvironment(home, options.env),
    // Its own process group, so that everything it starts can be ended with it.
    detached: true,
  })
  const ended = exitOf(child)
  const endGroup = () => signalGroup(child.pid, 'SIGKILL')
  process.once('exit', endGroup)
  ended.then(() => process.off('exit', endGroup))
  const stop = async () => {
    signalGroup(child.pid, 'SIGTERM')
    const timer = setTimeout(endGroup, 5_000)
    await ended
    clearTimeout(timer)
    endGroup()
  }
  try {
    const authority = await listening(child, ended, onOutput)
    return { pid: child.pid ?? 0, authority, ended, stop }
  } catch (error) {
    endGroup()
    throw error
  }
}

/** @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number | NodeJS.Signals | null>} */
function exitOf(child) {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal))
    child.once('error', () => resolve(null))
  })
}

/** @param {number | undefined} pid
 * @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // The group is already gone.
  }
}

/** @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {Promise<unknown>} ended
 * @param {((text: string) => void) | undefined} onOutput
 * @returns {Promise<string>} */
function listening(child, ended, onOutput) {
  let output = ''
  return new Promise((resolve, reject) => {
    const failed = (/** @type {string} */ why) => reject(new Error(`code-server ${why}:\n${output}`))
    const timer = setTimeout(() => failed('did not listen within a minute'), START_LIMIT_MS)
    ended.then((how) => failed(`ended with ${how} before it listened`))
    const read = (/** @type {string} */ text) => {
      onOutput?.(text)
      if (output.length < 100_000) output += text
      const found = /listening on http:\/\/(127\.0\.0\.1:\d+)/i.exec(output)
      if (!found?.[1]) return
      clearTimeout(timer)
      resolve(found[1])
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
  })
}

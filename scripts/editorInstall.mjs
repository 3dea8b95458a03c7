import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { nodeHeadersFolder, npmEnvironment, repository } from './bootstrap.mjs'
import { runProcess, withPathFirst } from './runProcess.mjs'
import { ensureSystemPackages } from './systemPackages.mjs'
import { userCacheFolder, withLock } from './userCache.mjs'

const manifestFolder = join(repository, 'test', 'editor')
const INSTALL_LIMIT_MS = 15 * 60_000

/** The script that starts the editor's server.
 * @param {string} folder
 * @returns {string} */
export function editorEntry(folder) {
  return join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js')
}

/** The folder name of one build of the editor: its version, and a digest of all that decides what is in it.
 * @param {string} lockfile the text of package-lock.json
 * @param {string} nodeVersion native modules are compiled for it
 * @returns {string} */
export function editorFolderName(lockfile, nodeVersion) {
  const build = [lockfile, nodeVersion, process.platform, process.arch].join('\n')
  return `code-server-${versionIn(lockfile)}-${createHash('sha256').update(build).digest('hex').slice(0, 12)}`
}

/** @param {string} lockfile
 * @returns {string} */
function versionIn(lockfile) {
  return JSON.parse(lockfile).packages['node_modules/code-server'].version
}

function pinnedNode() {
  return JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')).devDependencies.node
}

/** Makes sure that code-server is installed in this person's cache and resolves with its folder. Several clones may ask at
 * once; an install that was cut short never passes for a complete one.
 * @param {string} node the pinned Node, see ensureInstalled
 * @param {(line: string) => void} [say]
 * @returns {Promise<string>} */
export async function ensureEditor(node, say = console.log) {
  const name = editorFolderName(readFileSync(join(manifestFolder, 'package-lock.json'), 'utf8'), pinnedNode())
  const folder = join(userCacheFolder(), name)
  if (existsSync(editorEntry(folder))) return folder
  const onWait = () => say('Waiting for another process that is installing the editor.')
  return withLock(
    name,
    async () => {
      if (!existsSync(editorEntry(folder))) await install(folder, name, node, say)
      return folder
    },
    { onWait },
  )
}

/** @param {string} folder
 * @param {string} name
 * @param {string} node
 * @param {(line: string) => void} say */
async function install(folder, name, node, say) {
  await ensureSystemPackages(['editorBuild'], say)
  const cache = dirname(folder)
  for (const entry of readdirSync(cache)) {
    if (entry.startsWith(`${name}.partial`)) rmSync(join(cache, entry), { recursive: true, force: true })
  }
  say('Installing the editor (code-server) with npm ci; this happens once and takes a few minutes.')
  const partial = join(cache, `${name}.partial-${process.pid}`)
  mkdirSync(partial)
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(manifestFolder, file), join(partial, file))
  }
  const args = ['ci', '--no-fund', '--no-audit', '--ignore-scripts=false', '--loglevel=error']
  await runProcess('npm', args, { cwd: partial, env: buildEnvironment(node), limitMs: INSTALL_LIMIT_MS })
  await checkEditor(partial, node)
  rmSync(folder, { recursive: true, force: true })
  renameSync(partial, folder)
}

/** @param {string} folder
 * @param {string} node */
async function checkEditor(folder, node) {
  const wanted = versionIn(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  // Even asked for its version, code-server writes a configuration file into the home folder when it has none.
  const home = mkdtempSync(join(tmpdir(), 'pn-check-'))
  const flags = ['--version', '--config', join(home, 'c.yaml'), '--user-data-dir', home]
  try {
    const env = { ...process.env, HOME: home }
    const answer = await runProcess(node, [editorEntry(folder), ...flags], { env, limitMs: 60_000 })
    if (!answer.includes(`${wanted} `)) throw new Error(`The installed editor answers with another version: ${answer}`)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** @param {string} node
 * @returns {NodeJS.ProcessEnv} */
function buildEnvironment(node) {
  const headers = nodeHeadersFolder()
  const env = withPathFirst(headers ? join(headers, 'bin') : dirname(node), npmEnvironment())
  return headers ? { ...env, npm_config_nodedir: headers } : env
}

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runProcess } from './runProcess.mjs'
import { withLock } from './userCache.mjs'

/** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], link?: boolean }} LockedPackage */

export const repository = dirname(dirname(fileURLToPath(import.meta.url)))

/** @typedef {{ packages: Record<string, LockedPackage> }} Lockfile */
/** @typedef {{ version: string, dependencies?: Record<string, string>, devDependencies: Record<string, string> }} Manifest */

/** @template {Lockfile | Manifest} Json
 * @param {string} path
 * @returns {Json} */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** @param {string} path
 * @returns {Manifest} */
function readManifest(path) {
  return readJson(path)
}

/** The first difference between what package-lock.json asks for and what node_modules holds, as a phrase; undefined when
 * there is none. Packages that are optional may be absent: npm leaves out those of other platforms.
 * @param {string} root
 * @returns {string | undefined} */
export function installDifference(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return 'node_modules is missing'
  /** @type {Lockfile} */
  const { packages: wanted } = readJson(join(root, 'package-lock.json'))
  /** @type {Lockfile} */
  const { packages: found } = readJson(record)
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || (entry.optional && !found[path])) continue
    if (found[path]?.version !== entry.version) return `${path} should be ${entry.version}`
  }
  const extra = Object.keys(found).find((path) => !(path in wanted))
  return extra ? `${extra} is not in package-lock.json` : pinnedDifference(root)
}

/** @param {string} root */
function pinnedDifference(root) {
  const manifest = readManifest(join(root, 'package.json'))
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    const path = join(root, 'node_modules', name, 'package.json')
    const installed = existsSync(path) ? readManifest(path).version : 'missing'
    if (installed !== version) return `${name} is ${installed} instead of ${version}`
  }
  return existsSync(nodeOf(root)) ? undefined : 'Node itself is missing in node_modules'
}

/** @param {string} root */
function nodeOf(root) {
  return process.platform === 'win32'
    ? join(root, 'node_modules', 'node', 'bin', 'node.exe')
    : join(root, 'node_modules', '.bin', 'node')
}

/** The environment for an npm that we start ourselves. A surrounding `npm run` leaves its own description and this
 * project's fields behind; install scripts would mistake them for their own (code-server reads the Node version there).
 * @param {NodeJS.ProcessEnv} [base]
 * @returns {NodeJS.ProcessEnv} */
export function npmEnvironment(base = process.env) {
  const inherited =
    /^(npm_config_(user_agent|local_prefix|global_prefix|noproxy)|npm_(lifecycle|package|command|execpath|node_execpath).*|INIT_CWD)$/i
  return Object.fromEntries(Object.entries(base).filter(([name]) => !inherited.test(name)))
}

/** Makes node_modules agree with package-lock.json and resolves with the path of the pinned Node in it.
 * Rejects with a sentence when npm fails or when that Node is not the pinned one.
 * @param {{ root?: string, say?: (line: string) => void }} [options]
 * @returns {Promise<string>} */
export async function ensureInstalled(options = {}) {
  const { root = repository, say = console.log } = options
  if (installDifference(root)) {
    const clone = createHash('sha256').update(root).digest('hex').slice(0, 12)
    await withLock(`install-${clone}`, () => install(root, say))
  }
  await checkNode(root)
  return nodeOf(root)
}

/** @param {string} root
 * @param {(line: string) => void} say */
async function install(root, say) {
  const difference = installDifference(root)
  if (!difference) return
  say(`Installing packages with npm ci (${difference}).`)
  await runProcess('npm', ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    env: npmEnvironment(),
  })
  const left = installDifference(root)
  if (left) throw new Error(`npm ci finished, but ${left}. Check that package.json and package-lock.json agree.`)
}

/** @param {string} root */
async function checkNode(root) {
  const wanted = readManifest(join(root, 'package.json')).devDependencies['node']
  const version = await runProcess(nodeOf(root), ['--version'], { limitMs: 30_000 }).catch((error) => String(error))
  if (version.trim() === `v${wanted}`) return
  throw new Error(
    `The package "node" did not put Node ${wanted} into node_modules (found: ${version.trim()}). ` +
      'Its install script may be switched off; run: npm rebuild node --ignore-scripts=false',
  )
}

/** The folder of the pinned Node that holds bin/node and the headers native modules are compiled with.
 * @param {string} [root]
 * @returns {string | undefined} */
export function nodeHeadersFolder(root = repository) {
  const name = `node-${process.platform}-${process.arch}`
  const places = [join(root, 'node_modules', 'node', 'node_modules', name), join(root, 'node_modules', name)]
  return places.find((place) => existsSync(join(place, 'include', 'node', 'node.h')))
}

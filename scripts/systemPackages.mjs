import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runProcess } from './runProcess.mjs'
import { withLock } from './userCache.mjs'

/** @typedef {'browser' | 'editorBuild'} Purpose */
/** @typedef {{ package: string, what: string, present: () => boolean }} Requirement */

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The first program of these names on PATH, or undefined.
 * @param {string[]} names
 * @param {string} [path]
 * @returns {string | undefined} */
export function findOnPath(names, path = process.env['PATH'] ?? '') {
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

/** A Chromium or Chrome on this machine: the one named by CHROMIUM_EXECUTABLE, else one in the usual places.
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string | undefined} */
export function findChromium(environment = process.env) {
  const named = environment['CHROMIUM_EXECUTABLE']
  if (named) return isExecutable(named) ? named : undefined
  const fixed = [
    '/usr/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  return fixed.find(isExecutable) ?? findOnPath(names, environment['PATH'])
}

/** @param {string} name
 * @returns {Requirement} */
function tool(name) {
  return { package: name, what: name, present: () => findOnPath([name]) !== undefined }
}

/** @type {Record<Purpose, Requirement[]>} */
const requirements = {
  browser: [{ package: 'chromium', what: 'Chromium', present: () => findChromium() !== undefined }],
  editorBuild: [
    {
      package: 'libkrb5-dev',
      what: 'the Kerberos headers (gssapi/gssapi.h)',
      present: () => process.platform !== 'linux' || existsSync('/usr/include/gssapi/gssapi.h'),
    },
    tool('python3'),
    tool('make'),
    tool('g++'),
  ],
}

/** What is missing for these purposes on this machine.
 * @param {Purpose[]} purposes
 * @returns {Requirement[]} */
export function missingRequirements(purposes) {
  return purposes.flatMap((purpose) => requirements[purpose]).filter((requirement) => !requirement.present())
}

/** One sentence that says what is missing and how to get it.
 * @param {Requirement[]} missing
 * @returns {string} */
export function missingSentence(missing) {
  const names = missing.map((requirement) => requirement.what).join(', ')
  const packages = missing.map((requirement) => requirement.package).join(' ')
  return (
    `Missing on this machine: ${names}. On Debian or Ubuntu run: sudo apt-get install ${packages}; ` +
    'elsewhere install the same with your package manager (CHROMIUM_EXECUTABLE may name any Chromium or Chrome).'
  )
}

/** Installs the missing Debian packages when we may (root, apt-get present); otherwise throws one sentence that says what
 * is missing and how to get it.
 * @param {Purpose[]} purposes
 * @param {(line: string) => void} [say]
 * @returns {Promise<void>} */
export async function ensureSystemPackages(purposes, say = console.log) {
  if (missingRequirements(purposes).length === 0) return
  await withLock('system-packages', async () => {
    const missing = missingRequirements(purposes)
    if (missing.length === 0) return
    const mayInstall = process.getuid?.() === 0 && findOnPath(['apt-get'])
    if (!mayInstall) throw new Error(missingSentence(missing))
    const packages = missing.map((requirement) => requirement.package)
    say(`Installing Debian packages: ${packages.join(', ')}.`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const patience = ['-o', 'DPkg::Lock::Timeout=300']
    try {
      await runProcess('apt-get', ['update', '-qq'], { env })
      await runProcess('apt-get', [...patience, 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
        env,
      })
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(`${missingSentence(missing)} Installing them here failed: ${why}`)
    }
    const left = missingRequirements(purposes)
    if (left.length > 0) throw new Error(missingSentence(left))
  })
}

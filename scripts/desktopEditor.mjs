import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './bootstrap.mjs'
import { runProcess } from './runProcess.mjs'
import { findOnPath } from './systemPackages.mjs'

/** True when `version` (1.105.0) is at least `wanted`, part by part.
 * @param {string} version
 * @param {string} wanted */
export function isAtLeast(version, wanted) {
  const [have, need] = [version, wanted].map((text) => text.split('.').map(Number))
  for (const [index, part] of (need ?? []).entries()) {
    const other = have?.[index] ?? 0
    if (other !== part) return other > part
  }
  return true
}

/** The person's own VS Code, or the reason why it cannot be used here.
 * @returns {Promise<{ code: string } | { reason: string }>} */
export async function findDesktopEditor() {
  const code = findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code'])
  if (!code) return { reason: 'no "code" on PATH' }
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { reason: 'no display for desktop VS Code' }
  }
  const answer = await runProcess(code, ['--version', ...rootFlags()], { limitMs: 30_000 }).catch(() => '')
  const version = /^\d+\.\d+\.\d+/m.exec(answer)?.[0]
  const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  const wanted = manifest.engines.vscode.replace('^', '')
  if (!version) return { reason: `${code} does not tell its version` }
  if (!isAtLeast(version, wanted)) return { reason: `VS Code ${version} is older than ${wanted}` }
  return { code }
}

/** Opens a folder in the person's VS Code with the extension from this repository, apart from their own settings and
 * extensions, and resolves when that window is closed.
 * @param {string} code
 * @param {{ folder: string, userData: string }} places
 * @returns {Promise<void>} */
export function openInDesktopEditor(code, { folder, userData }) {
  const own = ['--user-data-dir', userData, '--extensions-dir', join(userData, 'extensions')]
  const args = [`--extensionDevelopmentPath=${repository}`, ...own, '--new-window', '--wait', ...rootFlags(), folder]
  const env = { ...process.env, PHONE_NUMBERS_START_SANDBOX: '1' }
  return new Promise((resolve, reject) => {
    const child = spawn(code, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
    child.on('error', reject)
    child.on('exit', (status) => {
      if (status === 0 || status === null) resolve()
      else reject(new Error(`${code} ended with ${status}`))
    })
  })
}

function rootFlags() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from './systemPackages.mjs'

/** Starts this machine's Chromium without a window and with one profile kept under `home`, so that a second start finds what
 * the first one stored. Throws when there is no Chromium.
 * @param {string} home nothing outside this folder is written
 * @returns {Promise<import('playwright-core').BrowserContext>} */
export function launchChromium(home) {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing; set CHROMIUM_EXECUTABLE or install it.')
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launchPersistentContext(join(home, 'b'), {
    executablePath,
    args: [...asRoot, ...quiet, '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'x'), XDG_CACHE_HOME: join(home, 'x') },
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
}

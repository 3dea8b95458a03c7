import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { downloadAndUnzipVSCode } from '@vscode/test-electron'

/** Where the host suite runs. `shim` means code-server in Chromium behind our stand-in for the executable. */
export interface ChosenEditor {
  readonly executable: string
  readonly isShim: boolean
  readonly because: string
}

const DOWNLOAD_LIMIT_MS = 5_000

/** The desktop editor named by VSCODE_EXECUTABLE; else the pinned one where a window can open and it can be downloaded;
 * else the stand-in. Throws when VSCODE_EXECUTABLE names nothing. */
export async function chooseEditor(root: string, version: string): Promise<ChosenEditor> {
  const named = process.env['VSCODE_EXECUTABLE']
  if (named) {
    if (!existsSync(named)) throw new Error(`VSCODE_EXECUTABLE names ${named}, which does not exist.`)
    return { executable: named, isShim: false, because: 'named by VSCODE_EXECUTABLE' }
  }
  const shim = (because: string): ChosenEditor => ({
    executable: join(root, 'scripts/codeServerShim.mjs'),
    isShim: true,
    because,
  })
  if (!canOpenWindow()) return shim('no display for desktop VS Code')
  try {
    const executable = await downloadDesktop(root, version)
    return { executable, isShim: false, because: `VS Code ${version} from its download server` }
  } catch (error) {
    return shim(`VS Code ${version} could not be downloaded: ${error instanceof Error ? error.message : error}`)
  }
}

function canOpenWindow(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

async function downloadDesktop(root: string, version: string): Promise<string> {
  const address = `https://update.code.visualstudio.com/${version}/linux-x64/stable`
  const reachable = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(DOWNLOAD_LIMIT_MS) })
  if (!reachable.ok) throw new Error(`the download server answered ${reachable.status}`)
  return downloadAndUnzipVSCode({ version, cachePath: join(root, '.vscode-test'), timeout: 60_000 })
}

import { CancellationTokenSource, RelativePattern, Uri, type WorkspaceFolder, workspace } from 'vscode'
import { expandBraces, ignoredFolders } from '../../core/code/excludeGlobs.ts'
import { excludedGlobs } from './codeSettings.ts'

const binaryEndings =
  'png jpg jpeg gif webp avif bmp ico icns tif tiff psd pdf zip gz tgz bz2 xz 7z rar jar war class so dll dylib exe bin o a obj wasm node ' +
  'woff woff2 ttf otf eot mp3 mp4 m4a wav ogg flac avi mov mkv webm sqlite db pyc pdb vsix dmg iso lockb map'

/** The files to look into, without those that the editor's own search leaves out, ignored folders, and what cannot be text. */
export async function filesToSearch(most: number, signal: AbortSignal): Promise<Uri[]> {
  const source = new CancellationTokenSource()
  const cancel = () => source.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const found: Uri[] = []
    for (const folder of workspace.workspaceFolders ?? []) {
      const exclude = await excludeOf(folder)
      const left = most - found.length
      if (left <= 0 || signal.aborted) break
      found.push(...(await workspace.findFiles(new RelativePattern(folder, '**/*'), exclude, left, source.token)))
    }
    return found
  } finally {
    signal.removeEventListener('abort', cancel)
    source.dispose()
  }
}

async function excludeOf(folder: WorkspaceFolder): Promise<string> {
  const settings = excludedGlobs(folder.uri).flatMap((glob) => [glob, `${glob}/**`])
  const ignored = ignoredFolders(await textOf(Uri.joinPath(folder.uri, '.gitignore')))
  const binaries = binaryEndings.split(' ').map((ending) => `**/*.${ending}`)
  const globs = new Set(['**/.git/**', ...settings.flatMap(expandBraces), ...ignored, ...binaries])
  return `{${[...globs].join(',')}}`
}

async function textOf(uri: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri))
  } catch {
    return ''
  }
}

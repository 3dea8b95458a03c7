import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ParsedSource, parseSources } from './parseSources.ts'

const folders = ['src', 'webview-ui', 'test', 'scripts']
const rootFiles = ['esbuild.mjs']
const skipped = new Set(['node_modules', 'fixtures', 'editor'])

export const repository = join(import.meta.dirname, '..', '..', '..')

let parsed: readonly ParsedSource[] | undefined

/** Every source of this project, parsed once per process. */
export function readSourceTree(): readonly ParsedSource[] {
  parsed ??= parseSources(
    Object.fromEntries(sourcePaths().map((path) => [path, readFileSync(join(repository, path), 'utf8')])),
  )
  return parsed
}

/** Paths of all TypeScript and JavaScript files of ours, relative to the project. */
export function sourcePaths(): string[] {
  return [...folders.flatMap(filesIn), ...rootFiles].filter((path) => /\.(ts|mts|mjs|js)$/.test(path)).sort()
}

/** Every folder that holds our sources, relative to the project. */
export function sourceFolders(): string[] {
  const ancestors = (path: string) => path.split('/').map((_, n, parts) => parts.slice(0, n).join('/'))
  return [...new Set(sourcePaths().flatMap(ancestors))].filter((folder) => folder !== '').sort()
}

function filesIn(folder: string): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesIn(path) : [path]
  })
}

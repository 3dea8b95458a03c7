import type { SourceFile } from 'typescript/unstable/ast'
import { createVirtualFileSystem } from 'typescript/unstable/fs'
import { API } from 'typescript/unstable/sync'

/** One source file, read by the real compiler. */
export interface ParsedSource {
  /** Relative to the project, with forward slashes: `src/core/price.ts`. */
  readonly path: string
  readonly text: string
  readonly tree: SourceFile
}

const root = '/project'

/**
 * Parses sources given by path. Nothing is resolved or type-checked, so the files need not belong together. Throws when the compiler
 * does not know one of them (an extension it does not read).
 */
export function parseSources(files: Readonly<Record<string, string>>): ParsedSource[] {
  const paths = Object.keys(files)
  const config = { compilerOptions: { noResolve: true, noLib: true, allowJs: true, types: [] }, files: paths }
  const disk = Object.fromEntries(paths.map((path) => [`${root}/${path}`, files[path] ?? '']))
  const configPath = `${root}/tsconfig.json`
  const fs = createVirtualFileSystem({ ...disk, [configPath]: JSON.stringify(config) })
  const compiler = new API({ cwd: root, fs })
  try {
    const project = compiler.updateSnapshot({ openProjects: [configPath] }).getProject(configPath)
    return paths.map((path) => {
      const tree = project?.program.getSourceFile(`${root}/${path}`)
      if (tree === undefined) throw new Error(`The compiler does not read ${path}`)
      return { path, text: files[path] ?? '', tree }
    })
  } finally {
    compiler.close()
  }
}

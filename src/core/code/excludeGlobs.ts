/**
 * Folders that a `.gitignore` names, as globs for a file search. Only folders: the file that is kept out of version control is often the very one
 * with the numbers, `.env`. Lines that this cannot read for sure are left out, so that rather too much is searched.
 */
export function ignoredFolders(gitignore: string): string[] {
  return gitignore.split(/\r?\n/).flatMap((line) => {
    const pattern = line.trim()
    if (!/^[\w./@-]+\/?$/.test(pattern) || !isFolder(pattern)) return []
    const path = pattern.replace(/^\.?\//, '').replace(/\/$/, '')
    const anchored = path.includes('/') || pattern.startsWith('/')
    return path === '' ? [] : [`${anchored ? '' : '**/'}${path}/**`]
  })
}

/** "dist/" names a folder, "node_modules" most likely one, ".env" and "npm-debug.log" files. */
function isFolder(pattern: string): boolean {
  return pattern.endsWith('/') || !/\.[^/]*$/.test(pattern)
}

const mostAlternatives = 64

/** A glob without its braces, as several, because braces cannot stand inside the braces that join globs to one. */
export function expandBraces(glob: string): string[] {
  const whole = /^([^{}]*)\{([^{}]*)\}(.*)$/s.exec(glob)
  if (whole === null) return /[{}]/.test(glob) ? [] : [glob]
  const [, before = '', inside = '', after = ''] = whole
  return inside
    .split(',')
    .flatMap((part) => expandBraces(`${before}${part}${after}`))
    .slice(0, mostAlternatives)
}

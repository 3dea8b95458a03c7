/** A file in a packaged extension; sizes in bytes. */
export interface PackagedFile {
  readonly path: string
  readonly packedSize: number
  readonly size: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50

/** Lists the files of a VSIX (a zip archive) from its central directory. Throws when it is not one.
 * Layout: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.12 and 4.3.16. */
export function listVsix(archive: Buffer): PackagedFile[] {
  let end = archive.length - 22
  while (end >= 0 && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1
  if (end < 0) throw new Error('The package is not a zip archive.')
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  const files: PackagedFile[] = []
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error("The package's directory is damaged.")
    const nameLength = archive.readUInt16LE(at + 28)
    const path = archive.toString('utf8', at + 46, at + 46 + nameLength)
    files.push({ path, packedSize: archive.readUInt32LE(at + 20), size: archive.readUInt32LE(at + 24) })
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return files.filter((file) => !file.path.endsWith('/')).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Compares file names with the expected list (one per line, # begins a comment). Returns what differs, or undefined. */
export function contentsDifference(actual: readonly string[], golden: string): string | undefined {
  const expected = golden
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
  const unexpected = actual.filter((path) => !expected.includes(path)).map((path) => `not expected: ${path}`)
  const missing = expected.filter((path) => !actual.includes(path)).map((path) => `missing: ${path}`)
  const lines = [...unexpected, ...missing]
  return lines.length === 0 ? undefined : lines.join('\n')
}

/** The words of a name: `transportError`, `E164` and `toll-free` → lower-case parts of at least three letters. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= 3)
}

/** True when two words share their stem: redaction and redactor, answers and answer. */
export function sameStem(a: string, b: string): boolean {
  const length = Math.max(3, Math.min(a.length, b.length) - 2)
  return a.slice(0, length) === b.slice(0, length)
}

/** True when a file's name says what one of its exports says. */
export function namesAnExport(path: string, exports: readonly string[]): boolean {
  const file = wordsOf(path.slice(path.lastIndexOf('/') + 1).replace(/(\.d)?\.\w+$/, ''))
  const exported = exports.flatMap(wordsOf)
  return file.some((word) => exported.some((other) => sameStem(word, other)))
}
